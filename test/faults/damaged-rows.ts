import * as v from 'valibot';
import type { Stage } from '../e2e/support/open-stage';

/** How a row may come back from a damaged disk, or from a version that is not there yet. */
const ways = {
  'a field of another type': `(row) => ({ ...row, visit: 7 })`,
  'a field missing': `({ zoneMinutes, ...row }) => row`,
  'a date that is none': `(row) => ({ ...row, at: NaN })`,
  'a form of the future': `(row) => ({ ...row, type: 'hologram', layers: [{ depth: 3 }] })`,
};

/** Those that only events have: their place in the order of writing. */
const placeWays = {
  'a place that is text': `(row) => ({ ...row, seq: 'last' })`,
  'a place that is gone': `({ seq, ...row }) => row`,
};

export const damageNames = [...Object.keys(ways), ...Object.keys(placeWays)];

const list = (of: Record<string, string>) => `[${Object.values(of).join(', ')}]`;

/** Runs in a page of the extension's origin, as no code of the extension would. */
const damage = `(async () => {
  const settle = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const db = await settle(indexedDB.open('bacao'));
  const tx = db.transaction(['events', 'exposures', 'items'], 'readwrite');
  const spoil = async (name, isIt, ways) => {
    const store = tx.objectStore(name);
    const rows = (await settle(store.getAll())).filter(isIt);
    const spoilt = ways.map((way, place) => way(rows[place]));
    for (const row of spoilt) store.put(row);
    return spoilt.length;
  };
  const rows = await spoil('events', ({ visit }) => visit === 'flood', ${list({ ...ways, ...placeWays })})
    + await spoil('exposures', () => true, ${list(ways)});
  const items = await spoil('items', ({ savedAt }) => savedAt !== undefined, [(row) => ({ ...row, journey: 7 })]);
  await new Promise((resolve, reject) => {
    tx.oncomplete = resolve;
    tx.onabort = () => reject(tx.error);
  });
  db.close();
  return { rows, items };
})()`;

/** How many of the damaged rows a repair gives another place: nothing else is wrong with them. */
export const placeable = Object.keys(placeWays).length;

/** Damages rows that a flood left, and one saved item; says how many. */
export async function damageRows({ own }: Stage): Promise<{ rows: number; items: number }> {
  return v.parse(v.object({ rows: v.number(), items: v.number() }), await own.evaluate(damage));
}

import type { Page } from 'puppeteer-core';
import * as v from 'valibot';

const text = v.optional(v.string());
const number = v.optional(v.number());

const link = v.looseObject({
  platform: v.string(),
  kind: v.string(),
  key: v.string(),
  itemKey: text,
  shopId: text,
  canonical: text,
});

const event = v.looseObject({
  id: v.string(),
  seq: v.number(),
  type: v.string(),
  at: v.number(),
  url: text,
  tab: number,
  surface: text,
  how: text,
  noteId: text,
  commentId: text,
  link: v.optional(link),
});

const item = v.looseObject({
  key: v.string(),
  platform: v.string(),
  title: text,
  state: v.string(),
  note: v.optional(v.looseObject({ id: v.string() })),
  journey: v.array(v.looseObject({ step: v.string(), at: v.number(), evidence: v.string() })),
  savedAt: number,
  purchasedAt: number,
});

const coverage = v.looseObject({ where: v.string(), kind: v.string(), unread: v.record(v.string(), v.number()) });

const ledger = v.object({
  events: v.array(event),
  items: v.array(item),
  notes: v.array(v.looseObject({ id: v.string() })),
  orders: v.array(
    v.looseObject({
      key: v.string(),
      platform: v.string(),
      title: v.string(),
      status: v.string(),
      orderPaidFen: number,
    }),
  ),
  counters: v.array(v.looseObject({ key: v.string() })),
  coverage: v.array(coverage),
  meta: v.array(v.looseObject({ key: v.string(), value: v.unknown() })),
});

export type Ledger = v.InferOutput<typeof ledger>;
export type EventRow = Ledger['events'][number];

const empty: Ledger = { events: [], items: [], notes: [], orders: [], counters: [], coverage: [], meta: [] };

// A string, because it runs in the extension's page, where this file's helpers do not exist. It names no version: a
// database that is not there yet is left for the extension to make. Exposures stay where they are: there may be many.
const reader = `(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  // Firefox 153 lists none at all while one of them could not be made for want of room.
  const known = await indexedDB.databases().catch(() => [{ name: 'bacao' }]);
  if (!known.some(({ name }) => name === 'bacao')) return undefined;
  const db = await done(indexedDB.open('bacao'));
  try {
    const names = [...db.objectStoreNames].filter((name) => ${JSON.stringify(Object.keys(ledger.entries))}.includes(name));
    if (names.length === 0) return undefined;
    const from = db.transaction(names);
    return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await done(from.objectStore(name).getAll())])));
  } finally {
    db.close();
  }
})()`;

/** The extension's database as it lies there, read by no code of the extension; events in the order of writing. */
export async function readLedger(own: Page): Promise<Ledger> {
  const raw: unknown = await own.evaluate(reader);
  if (raw === undefined) return empty;
  const stored = v.parse(ledger, raw);
  return { ...stored, events: stored.events.sort((a, b) => a.seq - b.seq) };
}

/** Everything in the extension's storage.local, or only what waits in the queue. */
export async function readStorage(own: Page): Promise<Record<string, unknown>> {
  return v.parse(v.record(v.string(), v.unknown()), await own.evaluate('chrome.storage.local.get(null)'));
}

export async function readQueue(own: Page): Promise<string[]> {
  return Object.keys(await readStorage(own)).filter((key) => key.startsWith('q:'));
}

export function clicksIn({ events }: Ledger): EventRow[] {
  return events.filter(({ type }) => type === 'click');
}

/** Links that were seen; rows that only know more of one are none. */
export function sightingsIn({ events }: Ledger): EventRow[] {
  return events.filter(({ type, again }) => type === 'sighting' && again !== true);
}

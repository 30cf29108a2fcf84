import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Progress } from '@/utils/core/backup';
import type { StoredEvent } from '@/utils/core/events';
import { appendEvents } from '@/utils/ledger/append';
import type { ListName, Row } from '@/utils/ledger/memory';
import { openLedger } from '@/utils/ledger/open';
import { rebuildLists } from '@/utils/ledger/rebuild';
import { ledgerStores, type LedgerDb } from '@/utils/ledger/schema';
import * as made from './made-events';
import { life, live } from './made-life';

let names = 0;
const open = () => openLedger({ name: `rebuild-${String((names += 1))}` });
const lists = ledgerStores.filter((name) => name !== 'events');

/** Rows that no event makes: what names the moment, the order of writing, and the database itself. */
const isMade = (row: Row) => !('key' in row && ['device-key', 'uuid', 'seq', 'counts'].includes(row.key));

test('lists can be made again from the events alone, and are the same', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(life, async (deeds) => {
      const db = await open();
      await live(db, deeds);
      const { memory, read, unlisted } = await rebuildLists(db);
      expect([read, unlisted]).toEqual([await db.count('events'), []]);
      const inOrder = (name: ListName) => [...memory.rowsOf(name)].sort(([a], [b]) => (a < b ? -1 : 1));
      for (const name of lists) {
        const stored: Row[] = await db.getAll(name);
        expect(
          inOrder(name).map(([, row]) => row),
          name,
        ).toEqual(stored.filter(isMade));
      }
      await expectTrueSummary(db);
    }),
    { numRuns: 100 },
  );
});

/** The counters say what walking the lists would. */
async function expectTrueSummary(db: LedgerDb): Promise<void> {
  const items = await db.getAll('items');
  const orders = await db.getAll('orders');
  const row = await db.get('meta', 'summary');
  const summary = row?.key === 'summary' ? row.value : { platforms: [], unmatchedPurchases: 0 };
  const count = (of: 'savedAt' | 'purchasedAt') => items.filter((item) => item[of] !== undefined).length;
  const sum = (of: 'saved' | 'purchased') => summary.platforms.reduce((total, each) => total + each[of], 0);
  expect([sum('saved'), sum('purchased')]).toEqual([count('savedAt'), count('purchasedAt')]);
  expect(summary.unmatchedPurchases).toBe(orders.filter(({ unmatchedAt }) => unmatchedAt !== undefined).length);
}

/** A ledger of 600 clicks, which are more than two pages. */
async function openLong(): Promise<LedgerDb> {
  const db = await open();
  await appendEvents(
    db,
    Array.from({ length: 600 }, (_row, place) => made.click(place, made.jdItem)),
  );
  await db.put('meta', { key: 'counts', value: { events: 600, exposures: 0, erasedEvents: 0, erasedExposures: 0 } });
  return db;
}

test('a long rebuild tells how far it is, and stops when asked', async () => {
  const db = await openLong();
  const told: Progress[] = [];
  await rebuildLists(db, { onProgress: (progress) => told.push(progress) });
  expect(told.map(({ done }) => done)).toEqual([250, 500, 600]);
  expect(told.map(({ total }) => total)).toEqual([600, 600, 600]);
  const control = new AbortController();
  const stopped = rebuildLists(db, { onProgress: () => control.abort(), signal: control.signal });
  await expect(stopped).rejects.toThrow('abort');
});

test('the browser gets its turn between two pages', async () => {
  const db = await openLong();
  let turns = 0;
  const turn = setInterval(() => (turns += 1), 0);
  await rebuildLists(db);
  clearInterval(turn);
  expect(turns).toBeGreaterThan(1);
});

test('an event that breaks a projection costs nothing but itself', async () => {
  const db = await open();
  const odd = made.click(2, made.jdItem);
  await appendEvents(db, [made.sighting(1, made.jdItem), odd, made.collect(4, true)]);
  // Its counter is written before the projection finds that the link has no key.
  const take = (event: StoredEvent) => (event.id === odd.id ? { ...event, link: { platform: 'jd' } as never } : event);
  const { memory, unlisted } = await rebuildLists(db, { take });
  expect(unlisted).toEqual([odd.id]);
  expect([...memory.rowsOf('counters').values()]).toMatchObject([{ seen: 1, clicked: 0 }]);
  expect([...memory.rowsOf('items').values()]).toMatchObject([{ key: 'jd:100012043978', state: 'saved' }]);
});

test('an event that nobody can read is told, and the others are replayed', async () => {
  const db = await open();
  await appendEvents(db, [made.sighting(1, made.jdItem), made.click(2, made.jdItem)]);
  await db.put('events', { ...made.click(3, made.jdItem), at: NaN, seq: 9 });
  const { memory, corrupt, read, highestSeq } = await rebuildLists(db);
  expect(corrupt).toMatchObject([{ store: 'events', reason: 'at' }]);
  expect([read, highestSeq]).toEqual([3, 2]);
  expect([...memory.rowsOf('counters').values()]).toEqual(await db.getAll('counters'));
});

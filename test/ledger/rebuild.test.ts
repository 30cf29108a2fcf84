import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LedgerEvent } from '@/utils/core/events';
import { appendEvents } from '@/utils/ledger/append';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases } from '@/utils/ledger/purchases';
import { ledgerStores, type LedgerDb } from '@/utils/ledger/schema';
import * as made from './made-events';

let names = 0;
const open = () => openLedger({ name: `rebuild-${String((names += 1))}` });

/** Every list, without what names the moment or the order of writing. */
async function listsOf(db: LedgerDb): Promise<Record<string, unknown>> {
  const lists: Record<string, unknown> = {};
  for (const name of ledgerStores.filter((each) => each !== 'events')) lists[name] = await db.getAll(name);
  return { ...lists, meta: (await db.getAll('meta')).filter(({ key }) => key !== 'device-key') };
}

const notes = ['65f000000000000012345678', '65f000000000000087654321'];
const links = [made.jdItem, made.taobaoItem, made.unionLink];
const keys = ['jd:100012043978', 'ali:1059057030771'];

/** One thing that happens, at a time in ms after the start. */
type Deed = (db: LedgerDb, at: number) => Promise<unknown>;

const happens =
  (event: (at: number) => LedgerEvent): Deed =>
  (db, at) =>
    appendEvents(db, [event(at)]);

const onNote = fc.record({ link: fc.constantFrom(...links), noteId: fc.constantFrom(...notes) });
const onItem = fc.record({ key: fc.constantFrom(...keys), on: fc.boolean() });

/** A life with the product, in any order that pages and their queue can produce. */
const life = fc.array(
  fc.oneof(
    onNote.map(({ link, noteId }) => happens((at) => made.sighting(at, link, { noteId }))),
    onNote.map(({ link, noteId }) => happens((at) => made.click(at, link, { noteId }))),
    fc.tuple(fc.boolean(), onNote).map(([on, { noteId }]) => happens((at) => made.collect(at, on, noteId))),
    onItem.map(({ key }) => happens((at) => made.landing(at, key))),
    onItem.map(({ key, on }) => happens((at) => made.want(at, key, on))),
    fc
      .tuple(onItem, fc.constantFrom('bought' as const, 'dropped' as const, 'none' as const))
      .map(([{ key }, as]) => happens((at) => made.mark(at, key, as))),
    fc.constantFrom('unpaid' as const, 'paid' as const, 'refunded' as const).map((status): Deed => (db, at) => {
      const order = made.purchase(0, { status });
      return addPurchases(db, [order], { at: made.start + at, zoneMinutes: 480 });
    }),
  ),
  { minLength: 1, maxLength: 25 },
);

test('lists can be made again from the events alone, and are the same', async () => {
  await fc.assert(
    fc.asyncProperty(life, async (deeds) => {
      const db = await open();
      for (const [place, deed] of deeds.entries()) await deed(db, place * 1_000);
      const again = await open();
      for (const event of await db.getAllFromIndex('events', 'seq')) await appendEvents(again, [event]);
      expect(await listsOf(again)).toEqual(await listsOf(db));
      await expectTrueSummary(db);
    }),
    { numRuns: 60 },
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

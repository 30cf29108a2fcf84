import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoredEvent } from '@/utils/core/events';
import type { LedgerCounts } from '@/utils/core/health';
import { retentionKinds, type Cutoffs } from '@/utils/core/retention';
import type { ItemRow } from '@/utils/core/rows';
import { appendEvents } from '@/utils/ledger/append';
import { openLedger } from '@/utils/ledger/open';
import { countOld, eraseOldEvents, eraseOldExposures } from '@/utils/ledger/retention/erase-old';
import { allStores, type LedgerDb } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import * as made from './made-events';
import { life, live } from './made-life';

let db: LedgerDb;
let names = 0;
const open = () => openLedger({ name: `retention-any-${String((names += 1))}` });

async function dump(): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const name of allStores) rows[name] = await db.getAll(name);
  return rows;
}

async function counts(): Promise<LedgerCounts> {
  const row = await db.get('meta', 'counts');
  return row?.key === 'counts' ? row.value : { events: 0, exposures: 0, erasedEvents: 0, erasedExposures: 0 };
}

/** Any kinds, each with a time in the middle of a life, before it or after it. */
const limits: fc.Arbitrary<Cutoffs> = fc
  .array(fc.tuple(fc.constantFrom(...retentionKinds), fc.nat(30)), { maxLength: 5 })
  .map((pairs) => Object.fromEntries(pairs.map(([kind, second]) => [kind, made.start + second * 1_000])));

async function apply(cutoffs: Cutoffs) {
  const events = await eraseOldEvents(db, cutoffs);
  return { events, exposures: cutoffs.exposures === undefined ? 0 : await eraseOldExposures(db, cutoffs.exposures) };
}

const withoutOrder = ({
  journey,
  purchasedAt: _bought,
  title: _title,
  shop: _shop,
  state: _state,
  ...row
}: ItemRow) => ({
  ...row,
  journey: journey.filter(({ step }) => !['ordered', 'paid', 'bought', 'refunded'].includes(step)),
});

test(
  'lists are what the rest gives, sums stay, and what was saved or bought keeps its way',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(life, limits, life, async (before, cutoffs, after) => {
        db = await open();
        await live(db, before);
        const was = await counts();
        const items = await db.getAll('items');
        const told = await countOld(db, cutoffs);
        const gone = await apply(cutoffs);
        const is = await counts();
        expect(isSound(await verifyLedger(db))).toBe(true);
        expect([is.erasedEvents - was.erasedEvents, was.events - is.events]).toEqual([gone.events, gone.events]);
        expect([is.erasedExposures, was.exposures - is.exposures]).toEqual([gone.exposures, gone.exposures]);
        expect(Object.values(told).reduce((sum, each) => sum + each, 0)).toBe(gone.events + gone.exposures);
        await expectWhole(items, cutoffs);
        await expectNothingOld(cutoffs);
        await live(db, after, 60_000);
        expect(isSound(await verifyLedger(db))).toBe(true);
      }),
      { numRuns: 150 },
    );
  },
);

/** An order has a limit of its own; without one it is as safe as a wish. */
async function expectWhole(items: readonly ItemRow[], { purchases }: Cutoffs): Promise<void> {
  for (const item of items) {
    const isKept = item.savedAt !== undefined || item.mark !== undefined;
    if (purchases === undefined && (isKept || item.purchasedAt !== undefined))
      expect(await db.get('items', item.key)).toEqual(item);
    else if (isKept) expect(withoutOrder((await db.get('items', item.key))!)).toEqual(withoutOrder(item));
  }
}

/** Where the person said nothing of anything, what is left says by itself that it is not old. */
async function expectNothingOld({ exposures = 0, visits = 0, clicks = 0, notes = 0 }: Cutoffs): Promise<void> {
  for (const { at } of await db.getAll('exposures')) expect(at).toBeGreaterThanOrEqual(exposures);
  const events = await db.getAll('events');
  for (const { type, at } of events) if (type === 'page') expect(at).toBeGreaterThanOrEqual(visits);
  if (events.some(isWord)) return;
  const follows = events
    .filter(({ type }) => ['click', 'landing', 'shop', 'signal'].includes(type))
    .map(({ at }) => at);
  if (follows.length > 0) return expect(Math.max(...follows)).toBeGreaterThanOrEqual(clicks);
  const seen = events.filter(({ type }) => type !== 'page').map(({ at }) => at);
  if (seen.length > 0) expect(Math.max(...seen)).toBeGreaterThanOrEqual(notes);
}

function isWord(event: StoredEvent): boolean {
  // What an order's own page told goes with the order alone.
  if (event.type === 'signal') return event.signal !== 'followed' || event.orderKey !== undefined;
  if (event.type === 'note') return event.note.saved === true;
  return event.type === 'collect'
    ? event.collected
    : ['want', 'mark', 'tag', 'remark', 'group', 'why', 'outcome', 'cool', 'match', 'purchase'].includes(event.type);
}

test('twice is once', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(life, limits, async (deeds, cutoffs) => {
      db = await open();
      await live(db, deeds);
      await apply(cutoffs);
      const once = await dump();
      expect(await apply(cutoffs)).toEqual({ events: 0, exposures: 0 });
      expect(await dump()).toEqual(once);
    }),
    { numRuns: 60 },
  );
});

test('a click that goes does not keep its note for a run more', async () => {
  db = await open();
  const [seen, click] = [made.sighting(1, made.jdItem), made.click(2, made.jdItem)];
  await appendEvents(db, [seen, click]);
  expect(await apply({ notes: click.at, clicks: click.at + 1 })).toEqual({ events: 2, exposures: 0 });
});

test('a click that stays says when its note was seen, for the other links on it too', async () => {
  db = await open();
  const click = made.click(40, made.jdItem);
  await appendEvents(db, [made.sighting(1, made.jdItem), made.sighting(2, made.taobaoItem), made.note(1), click]);
  expect(await apply({ notes: click.at, clicks: click.at })).toEqual({ events: 0, exposures: 0 });
});

test('without any limit nothing goes', async () => {
  db = await open();
  await live(db, fc.sample(life, 1)[0]!);
  const before = await dump();
  expect(await apply({})).toEqual({ events: 0, exposures: 0 });
  expect(await dump()).toEqual(before);
});

import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendEvents } from '@/utils/ledger/append';
import { addRestoredEvents } from '@/utils/ledger/backup/add';
import { eraseThing } from '@/utils/ledger/erasure/erase-thing';
import { openLedger } from '@/utils/ledger/open';
import { settleItem } from '@/utils/ledger/projections/settle';
import { addPurchases, type KeyedPurchase } from '@/utils/ledger/purchases';
import { getSummary } from '@/utils/ledger/queries';
import type { LedgerDb } from '@/utils/ledger/schema';
import { walkLists } from '@/utils/ledger/survey';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import { tallyOfAll } from './counted';
import * as made from './made-events';

let names = 0;
async function open(): Promise<LedgerDb> {
  const db = await openLedger({ name: `lives-of-orders-${String((names += 1))}` });
  await appendEvents(db, [
    made.sighting(1, made.jdItem),
    made.sighting(2, { ...made.jdItem, key: 'jd:7', itemKey: 'jd:7' }),
    made.sighting(3, made.unionLink),
  ]);
  return db;
}

const numbers = ['300000000001', '300000000002', '300000000003', 'XP1', 'XP2'];
const skus = ['100012043978', '7', '8'];
const { itemId: _id, itemKey: _key, skuId: _sku, orderPaidFen: _fen, ...bare } = made.purchase(0);
const lineOf = (orderId: string, sku: string): KeyedPurchase => ({
  ...bare,
  ...{ orderId, itemId: sku, skuId: sku, itemKey: `jd:${sku}`, title: `物 ${sku}` },
});
const billOf = (orderId: string): KeyedPurchase => ({ ...bare, orderId, source: 'bill', title: `账 ${orderId}` });

const reading = fc
  .record({
    orderId: fc.constantFrom(...numbers),
    sku: fc.option(fc.constantFrom(...skus)),
    also: fc.option(fc.constantFrom(...numbers), { freq: 2 }),
    partOf: fc.option(fc.constantFrom(...numbers.slice(0, 3)), { freq: 2 }),
    fen: fc.constantFrom(undefined, 10_000, 15_000, 25_000),
    status: fc.constantFrom('unpaid' as const, 'paid' as const, 'completed' as const, 'refunded' as const),
    after: fc.constantFrom(0, 1_000, 3_000_000, 9_000_000),
  })
  .map(({ orderId, sku, also, partOf, fen, status, after }): KeyedPurchase => {
    const at = made.start + after;
    const told = { status, orderedAt: at, ...(fen !== undefined && { orderPaidFen: fen }) };
    const numbered = also !== null && also !== orderId ? { alsoIds: [also] } : {};
    if (sku === null) return { ...billOf(orderId), ...told, ...numbered, paidAt: at };
    return { ...lineOf(orderId, sku), ...told, ...numbered, ...(partOf && partOf !== orderId && { partOf }) };
  });

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ told: fc.array(reading, { minLength: 1, maxLength: 3 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      line: fc.nat(9),
      other: fc.option(fc.nat(9)),
      item: fc.constantFrom('jd:100012043978', 'jd:7', made.unionLink.key),
      word: fc.constantFrom('same' as const, 'different' as const, 'none' as const),
      isRestored: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ opened: fc.constant('jd:7') }) },
  { weight: 1, arbitrary: fc.record({ erased: fc.constantFrom(...skus) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** @param seen keys of lines that there ever were: a page that is open may name one that is gone */
async function take(db: LedgerDb, each: Step, { at, seen }: { at: number; seen: string[] }): Promise<void> {
  if ('told' in each) await addPurchases(db, each.told, { at: made.start + at, zoneMinutes: 480 });
  else if ('opened' in each)
    await appendEvents(db, [made.click(at, made.unionLink), made.landing(at + 1, each.opened)]);
  else if ('erased' in each) await eraseThing(db, { kind: 'item', key: `jd:${each.erased}` });
  else {
    const [line, other] = [each.line, each.other].map((no) => (no === null ? undefined : seen[no % seen.length]));
    if (line === undefined || line === other) return;
    const to = other === undefined ? { item: each.item } : { other };
    const word = made.match(each.isRestored ? at - 3_500 : at, { line, ...to, word: each.word });
    if (each.isRestored) await addRestoredEvents(db, { events: [word], ahead: 0 });
    else await appendEvents(db, [word]);
  }
}

async function expectTrue(db: LedgerDb): Promise<void> {
  expect(isSound(await verifyLedger(db))).toBe(true);
  const [orders, items] = [await db.getAll('orders'), await db.getAll('items')];
  const { unmatchedPurchases, platforms } = await getSummary(db);
  expect(unmatchedPurchases).toBe(orders.filter(({ unmatchedAt }) => unmatchedAt !== undefined).length);
  const bought = items.filter(({ purchasedAt }) => purchasedAt !== undefined).length;
  expect(platforms.reduce((sum, { purchased }) => sum + purchased, 0)).toBe(bought);
  for (const item of items) {
    const own = orders.filter(({ itemKey }) => itemKey === item.key);
    expect(settleItem(item, own)).toEqual(item);
  }
  // What is told by another line counts nowhere itself, and no line is told by one that is gone.
  const keys = new Set(orders.map(({ key }) => key));
  for (const { twinOf, itemKey, unmatchedAt, twin } of orders) {
    if (twinOf !== undefined) expect([itemKey, unmatchedAt]).toEqual([undefined, undefined]);
    if (twin) expect(keys).toContain(twin.line);
  }
}

test('whatever comes of orders, lists and sums are what a walk over the lines gives', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
      const db = await open();
      let seen: string[] = [];
      for (const [place, each] of steps.entries()) {
        await take(db, each, { at: 70_000 + 1_000 * place, seen });
        seen = [...new Set([...seen, ...(await db.getAllKeys('orders'))])];
      }
      await expectTrue(db);
      db.close();
    }),
    { numRuns: 100 },
  );
});

async function spent(db: LedgerDb) {
  const tally = tallyOfAll();
  const skip = () => undefined;
  const looking = { signal: new AbortController().signal, onProgress: skip };
  await walkLists(db, { onItem: skip, onOrder: tally.addLine, onNote: skip }, looking);
  return tally.end().spending.months.map(({ paidFen, orders }) => [paidFen, orders]);
}

/** What tells of one order of two things for 250 yuan: its page, its bill, the wallet's, and the one with both numbers. */
const whole = '300000000001';
const paid = { orderPaidFen: 25_000, paidAt: made.start + 60_000, orderedAt: made.start + 60_000 };
const tellers = {
  list: [
    { ...lineOf(whole, '7'), ...paid },
    { ...lineOf(whole, '8'), ...paid },
  ],
  detail: [{ ...lineOf(whole, '8'), ...paid, status: 'completed' as const }],
  bill: [{ ...billOf(whole), ...paid }],
  wallet: [{ ...billOf('XP1'), ...paid, alsoIds: [whole] }],
} satisfies Record<string, KeyedPurchase[]>;

/** Tells the four in an order, and has the person say of the bill what it is of, where it stands or stood. */
async function tellAll(
  db: LedgerDb,
  { order, sku, wait }: { order: (keyof typeof tellers)[]; sku: string; wait: number },
) {
  const say = (line: string) => appendEvents(db, [made.match(80_000, { line, item: `jd:${sku}`, word: 'same' })]);
  let isSaid = false;
  for (const [place, name] of order.entries()) {
    await addPurchases(db, tellers[name], { at: made.start + 90_000 + place, zoneMinutes: 480 });
    const [row] = await db.getAll('orders');
    if (isSaid || place < wait || !row || row.itemId !== undefined) continue;
    await say(row.key);
    isSaid = true;
  }
  const [row] = await db.getAll('orders');
  // As a backup of a ledger has it where the bill came first.
  if (!isSaid) await say(`${row?.orderKey ?? ''}::账 ${whole}`);
}

test('one purchase counts once, and of what the person named, in any order', { timeout: 60_000 }, async () => {
  const all = Object.keys(tellers) as (keyof typeof tellers)[];
  const life = fc.record({
    order: fc.shuffledSubarray(all, { minLength: all.length }),
    sku: fc.constantFrom('7', '8'),
    wait: fc.nat(2),
  });
  await fc.assert(
    fc.asyncProperty(life, async (each) => {
      const db = await open();
      await tellAll(db, each);
      const rows = await db.getAll('orders');
      expect(rows.map(({ itemId, itemKey }) => [itemId, itemKey]).sort()).toEqual([
        ['7', 'jd:7'],
        ['8', 'jd:8'],
      ]);
      expect(await spent(db)).toEqual([[25_000, 1]]);
      await expectTrue(db);
      db.close();
    }),
    { numRuns: 60 },
  );
});

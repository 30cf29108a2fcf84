import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { appendEvents } from '@/utils/ledger/append';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases, type KeyedPurchase } from '@/utils/ledger/purchases';
import { getSummary } from '@/utils/ledger/queries';
import type { LedgerDb } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
let readings = 0;
beforeEach(async () => {
  db = await openLedger({ name: `stale-twins-${String((names += 1))}` });
  await appendEvents(db, [made.sighting(1, made.jdItem)]);
});

const number = '300000000001';
const tell = (...purchases: KeyedPurchase[]) =>
  addPurchases(db, purchases, { at: made.start + 70_000 + (readings += 1), zoneMinutes: 480 });
const line = (sku: string, change: Partial<KeyedPurchase> = {}) =>
  made.purchase(60_000, {
    orderId: number,
    itemId: sku,
    skuId: sku,
    itemKey: `jd:${sku}`,
    title: `物 ${sku}`,
    ...change,
  });
const { itemId: _id, itemKey: _key, skuId: _sku, ...bare } = line('7');
const bill = (orderId: string, change: Partial<KeyedPurchase> = {}): KeyedPurchase => ({
  ...bare,
  orderId,
  title: `账 ${orderId}`,
  source: 'bill',
  paidAt: made.start + 60_000,
  ...change,
});
const rowOf = async (title: string) => (await db.getAll('orders')).find((row) => row.title === title);
const keyOf = async (title: string) => (await rowOf(title))?.key ?? '';
const same = async (one: string, other: string) =>
  appendEvents(db, [
    made.match(80_000 + (readings += 1), { line: await keyOf(one), other: await keyOf(other), word: 'same' }),
  ]);

test.each([
  ['the first', '100012043978', '8'],
  ['the second', '8', '100012043978'],
])('two lines of one order that are the same are paid back as one, said of %s', async (_title, told, teller) => {
  await tell(line('100012043978', { status: 'unpaid' }), line('8', { status: 'unpaid' }));
  await same(`物 ${teller}`, `物 ${told}`);
  await tell(line(teller, { status: 'completed' }), bill(number, { status: 'refunded' }));
  expect((await rowOf(`物 ${told}`))?.twin).toMatchObject({ status: 'refunded' });
  const rows = await db.getAll('orders');
  const { unmatchedPurchases } = await getSummary(db);
  expect(unmatchedPurchases).toBe(rows.filter(({ unmatchedAt }) => unmatchedAt !== undefined).length);
  expect(isSound(await verifyLedger(db))).toBe(true);
});

test('a line forgets a bill that turns out to be of the order that tells another line', async () => {
  await tell(
    line('7', { orderId: '1000000001', title: '一' }),
    line('8', { orderId: '1000000002', title: '二', status: 'paid' }),
  );
  await tell(bill('XP1', { status: 'refunded' }), bill('XP2'));
  await same('账 XP1', '一');
  await same('账 XP2', '二');
  expect((await rowOf('一'))?.twin).toMatchObject({ status: 'refunded' });
  await tell(bill('XP2', { alsoIds: ['XP1'] }));
  const rows = await db.getAll('orders');
  const keys = rows.map(({ key }) => key);
  expect(rows.flatMap(({ twin }) => twin?.line ?? []).filter((key) => !keys.includes(key))).toEqual([]);
  expect((await rowOf('一'))?.twin).toBeUndefined();
  expect((await rowOf('二'))?.twin).toMatchObject({ status: 'refunded' });
  expect(isSound(await verifyLedger(db))).toBe(true);
});

test.each(['same', 'different'] as const)(
  'that a bill is the same as an order or is not (%s) says nothing where they have become one meanwhile',
  async (word) => {
    await tell(line('7'), line('8'), bill('XP1'));
    const [said, other] = [await keyOf('账 XP1'), await keyOf('物 8')];
    await tell(bill('XP1', { alsoIds: [number] }));
    await appendEvents(db, [made.match(80_000, { line: said, other, word })]);
    const rows = await db.getAll('orders');
    expect(rows.map(({ itemKey, twinOf, words }) => [itemKey, twinOf, words]).sort()).toEqual([
      ['jd:7', undefined, undefined],
      ['jd:8', undefined, undefined],
    ]);
    expect(isSound(await verifyLedger(db))).toBe(true);
  },
);

test('two lines of one order that are the same count nowhere once the order is split', async () => {
  await tell(line('100012043978', { status: 'completed' }), line('8', { status: 'unpaid' }));
  await same('物 100012043978', '物 8');
  await tell(line('100012043978', { orderId: '300000000003', partOf: number, status: 'unpaid' }));
  expect(await getSummary(db)).toMatchObject({ unmatchedPurchases: 0 });
  expect(isSound(await verifyLedger(db))).toBe(true);
});

test('of two bills that were said to be each other, none keeps what the other told when that is gone', async () => {
  await tell(bill('XP1'), bill('XP2'));
  await same('账 XP1', '账 XP2');
  await same('账 XP2', '账 XP1');
  await tell(bill('XP3'), bill('XP3', { alsoIds: ['XP1'] }));
  const rows = await db.getAll('orders');
  const keys = rows.map(({ key }) => key);
  expect(rows.flatMap(({ twin }) => twin?.line ?? []).filter((key) => !keys.includes(key))).toEqual([]);
  expect(isSound(await verifyLedger(db))).toBe(true);
});

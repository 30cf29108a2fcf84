import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { appendEvents } from '@/utils/ledger/append';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases, type KeyedPurchase } from '@/utils/ledger/purchases';
import { getSummary } from '@/utils/ledger/queries';
import type { LedgerDb } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import * as made from './made-events';

/** Two numbers turn out to be of one order: what was counted under each is counted once. */

let [names, minutes] = [0, 2];
const open = () => openLedger({ name: `joined-counts-${String((names += 1))}` });
const tell = (db: LedgerDb, ...purchases: KeyedPurchase[]) =>
  addPurchases(db, purchases, { at: made.start + (minutes += 1) * 60_000, zoneMinutes: 480 });

const order = '300000000002';
const page = (change: Partial<KeyedPurchase> = {}) => made.purchase(60_000, { orderId: order, ...change });
const { itemId: _item, itemKey: _key, ...bare } = made.purchase(60_000);
const bill = (change: Partial<KeyedPurchase> = {}): KeyedPurchase => ({
  ...bare,
  ...{ orderId: 'XP2', title: '账', source: 'bill', paidAt: made.start + 60_000 },
  ...change,
});

const joins = {
  'the wallet, which names the page': bill({ alsoIds: [order] }),
  'the page, which names the wallet': bill({ orderId: order, alsoIds: ['XP2'] }),
  'a shop, which names both under a third number': bill({ orderId: 'N1', alsoIds: ['XP2', order] }),
};

const cases = Object.keys(joins).flatMap((by) =>
  (['paid', 'unpaid'] as const).flatMap((status) =>
    (['bill', 'page'] as const).map((first) => ({ by: by as keyof typeof joins, status, first })),
  ),
);

test.each(cases)('no note led to one purchase, joined by a bill of $by; $status, the $first first', async (each) => {
  const db = await open();
  const told = [bill(), page({ status: each.status })];
  for (const purchase of each.first === 'bill' ? told : told.toReversed()) await tell(db, purchase);
  await tell(db, joins[each.by]);
  const rows = await db.getAll('orders');
  const loose = rows.filter(({ unmatchedAt }) => unmatchedAt !== undefined).length;
  expect([rows.length, loose, (await getSummary(db)).unmatchedPurchases]).toEqual([1, 1, 1]);
  expect(isSound(await verifyLedger(db))).toBe(true);
});

test('an item that a joined line is not of any more is not bought by it', async () => {
  const db = await open();
  await appendEvents(db, [
    made.sighting(1, made.jdItem),
    made.sighting(2, { ...made.jdItem, itemKey: 'jd:7', key: 'jd:7' }),
  ]);
  await tell(db, bill());
  const [waiting] = await db.getAll('orders');
  await appendEvents(db, [made.match(80_000, { line: waiting!.key, item: 'jd:7', word: 'same' })]);
  await tell(db, page(), page({ itemId: '7', skuId: '7', itemKey: 'jd:7', title: '七' }));
  await tell(db, joins['the wallet, which names the page']);
  const held = new Set((await db.getAll('orders')).map(({ itemKey }) => itemKey));
  for (const { key, state } of await db.getAll('items'))
    expect([key, state === 'bought']).toEqual([key, held.has(key)]);
  expect(isSound(await verifyLedger(db))).toBe(true);
});

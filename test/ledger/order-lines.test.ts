import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { appendEvents } from '@/utils/ledger/append';
import { openLedger } from '@/utils/ledger/open';
import { orderLines } from '@/utils/ledger/order-lines';
import { addPurchases, type KeyedPurchase } from '@/utils/ledger/purchases';
import type { LedgerDb } from '@/utils/ledger/schema';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
beforeEach(async () => {
  db = await openLedger({ name: `lines-${String((names += 1))}` });
});

const told = (...purchases: KeyedPurchase[]) =>
  addPurchases(db, purchases, { at: made.start + 9_000_000, zoneMinutes: 480 });

async function listed(): Promise<[string, string, number | undefined][]> {
  const lines: [string, string, number | undefined][] = [];
  for await (const page of orderLines(db))
    for (const line of page)
      if (!('isUntold' in line)) lines.push([line.title, String(line.status), line.firstSavedAt]);
  return lines.sort();
}

test('each purchase is told once: by hand no more when an order tells it', async () => {
  await appendEvents(db, [made.sighting(1, made.jdItem), made.want(2, made.jdItem.key, true)]);
  const hand = made.purchase(60_000, { orderId: 'hand', source: 'user', title: '手写' });
  await told(hand);
  expect(await listed()).toEqual([['手写', 'paid', made.start + 2]]);
  await told(made.purchase(70_000, { title: '页面' }));
  expect(await listed()).toEqual([['页面', 'paid', made.start + 2]]);
  await told({ ...hand, orderId: 'other', orderedAt: made.start + 20 * 86_400_000 });
  expect((await listed()).map(([title]) => title)).toEqual(['手写', '页面']);
});

test('a line that is another one is left out, and what it tells goes to that one', async () => {
  const { itemId: _id, itemKey: _key, ...bare } = made.purchase(60_000, { title: '拼多多账单', source: 'bill' });
  await told(made.purchase(70_000, { orderId: '2', title: '拼多多订单' }), { ...bare, status: 'refunded' });
  const [page, bill] = await Promise.all(
    ['拼多多订单', '拼多多账单'].map(async (title) => (await db.getAll('orders')).find((row) => row.title === title)!),
  );
  await appendEvents(db, [made.match(80_000, { line: bill!.key, other: page!.key, word: 'same' })]);
  expect(await listed()).toEqual([['拼多多订单', 'refunded', undefined]]);
});

test('a list without skus and a page with them tell each piece once, in either order and however often', async () => {
  const colours = ['red', 'blue'].map((skuId) => made.purchase(60_000, { title: '裙子', skuId, quantity: 1 }));
  const all = made.purchase(60_000, { title: '裙子', quantity: 2 });
  const pieces = async () => (await db.getAll('orders')).map(({ quantity }) => quantity);
  await told(all);
  expect(await pieces()).toEqual([2]);
  for (const reading of [colours, [all], colours, [all]]) {
    await told(...reading);
    expect(await pieces()).toEqual([1, 1]);
  }
});

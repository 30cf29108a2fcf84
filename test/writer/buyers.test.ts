import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { buyerTail } from '@/utils/core/buyers';
import { readBuyers } from '@/utils/writer/buyers';
import { ledgerWriter } from '@/utils/writer/handle';
import * as made from '../ledger/made-events';
import { madeDoor, orderScript, ownPage } from './made-door';

const taobao = { ...orderScript, url: 'https://buyertrade.taobao.com/trade/itemlist/list_bought_items.htm' };
const [mine, theirs] = ['482917', '730028'];
let numbers = 0;
const orders = (tail: string, count: number) =>
  Array.from({ length: count }, () => ({
    platform: 'taobao',
    orderId: `4380017${String((numbers += 1)).padStart(6, '0')}${tail}`,
    itemId: String(700_000_000_000 + numbers),
    title: '示例商品',
    status: 'completed',
    source: 'page',
  }));

async function begin() {
  const { door, db, storage } = await madeDoor();
  const { handle } = ledgerWriter(door);
  const show = (purchases: object[], sender: object = taobao) =>
    handle({ type: 'orders', at: made.start + 5_000, zoneMinutes: 480, purchases }, sender as never);
  const say = (message: object) => handle(message, ownPage as never);
  const unread = async () => (await db.getAll('coverage')).flatMap((row) => Object.entries(row.unread));
  return { db, storage, show, say, unread };
}

describe('the last digits that all orders of a page share', () => {
  test.each([
    [['4380017265310482917', '4380017265294482917'], { digits: '482917', orders: 2 }],
    [['4380017265310482917', '4380017265310482917'], undefined],
    [['4380017265310482917', '4380017265294482918'], undefined],
    [['298870014521', '298870014521'], undefined],
    [['260105-000000000000001', '260104-000000000000001'], undefined],
    [[], undefined],
  ])('%j', (ids, tail) => expect(buyerTail(ids)).toEqual(tail));
});

test('orders of another account are counted as such and kept out until the person has said whose they are', async () => {
  const { db, storage, show, say, unread } = await begin();
  await show(orders(mine, 3));
  await show(orders(mine, 1));
  expect(await db.count('orders')).toBe(4);
  const strange = orders(theirs, 2);
  expect(await show(strange)).toEqual({ ok: 2 }); // the page is not to tell them again
  await show(strange);
  expect(await db.count('orders')).toBe(4);
  expect(await unread()).toEqual([['other-account: no-data', 2]]);
  expect((await readBuyers(storage))?.asked).toMatchObject({ platform: 'taobao', orders: 2 });

  expect(await say({ type: 'buyer', isMine: true })).toEqual({ ok: true });
  await show(strange);
  expect(await db.count('orders')).toBe(6);
  expect(await say({ type: 'buyer', isMine: true })).toEqual({ ok: false });
});

test('what is not the person’s stays out, and is not asked about again', async () => {
  const { db, storage, show, say } = await begin();
  await show(orders(mine, 3));
  await show(orders(theirs, 2));
  await say({ type: 'buyer', isMine: false });
  await show(orders(theirs, 3));
  expect(await db.count('orders')).toBe(3);
  expect((await readBuyers(storage))?.asked).toBeUndefined();
});

test('nobody is asked where the numbers say nothing', async () => {
  const { db, storage, show } = await begin();
  await show(orders(mine, 2)); // too few to know an account by
  await show(orders(theirs, 3));
  await show([...orders(mine, 1), ...orders(theirs, 1)]); // of both: not an account's own page
  expect(await db.count('orders')).toBe(7);
  const jd = orders(mine, 3).map((order) => ({ ...order, platform: 'jd' }));
  await show(jd, orderScript);
  expect(await db.count('orders')).toBe(10);
  expect((await readBuyers(storage))?.mine).toHaveLength(1);
});

test('the digits themselves are kept nowhere, and erasing forgets the accounts', async () => {
  const { db, storage, show, say } = await begin();
  await show(orders(mine, 3));
  await show(orders(theirs, 2));
  const stores = await Promise.all([...db.objectStoreNames].map((name) => db.getAll(name)));
  const kept = JSON.stringify([stores, storage.stored]);
  expect([mine, theirs].filter((digits) => kept.includes(digits))).toEqual([]);
  await say({ type: 'erase', what: { kind: 'platform', platform: 'jd' } });
  expect(await readBuyers(storage)).toBeDefined();
  await say({ type: 'erase', what: { kind: 'platform', platform: 'tmall' } });
  expect(await readBuyers(storage)).toBeUndefined();
  await show(orders(theirs, 3));
  expect(await db.count('orders')).toBe(6);
  await say({ type: 'erase-all' });
  expect(await readBuyers(storage)).toBeUndefined();
});

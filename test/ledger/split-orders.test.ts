// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { lookAtBills } from '@/utils/bills/look';
import type { Purchase } from '@/utils/core/types';
import { appendEvents } from '@/utils/ledger/append';
import { eraseThing } from '@/utils/ledger/erasure/erase-thing';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases, keyedPurchase } from '@/utils/ledger/purchases';
import { getSummary } from '@/utils/ledger/queries';
import type { LedgerDb } from '@/utils/ledger/schema';
import { walkLists } from '@/utils/ledger/survey';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import { readOrders } from '@/utils/platforms';
import { made as madeBill } from '../bills/files';
import { tallyOfAll } from './counted';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
let told = 0;
beforeEach(async () => {
  db = await openLedger({ name: `split-orders-${String((names += 1))}` });
});

const { signal } = new AbortController();
const looking = { signal, rest: () => Promise.resolve(), onProgress: () => undefined };
const tell = (purchases: readonly Purchase[]) =>
  addPurchases(
    db,
    purchases.map((each) => keyedPurchase(() => 'jd', each)),
    { at: made.start + (told += 1), zoneMinutes: 480 },
  );

const [whole, one, other] = ['300000000001', '300000000002', '300000000003'];
const line = (sku: string, yuan: string) =>
  `<tr class="tr-bd"><td><div class="goods-item p-${sku}"><div class="p-name"><a href="//item.jd.com/${sku}.html" title="示例 ${sku}"></a></div></div><div class="goods-number">x1</div></td><td><div class="amount"><span>总额 ¥${yuan}</span></div></td><td><span class="order-status">已完成</span></td></tr>`;
const head = '<tr class="tr-th"><td><span class="dealtime" title="2026-01-05 10:00:00"></span></td></tr>';
const part = (id: string, sku: string, yuan: string) =>
  `<tbody id="tb-${id}" class="split-tbody parent-${whole}">${head}${line(sku, yuan)}</tbody>`;
const readPage = (bodies: string) =>
  tell(
    readOrders('https://order.jd.com/center/list.action', `<table class="td-void order-tb">${bodies}</table>`).found,
  );

const split = () =>
  readPage(
    `<tbody id="parent-${whole}"><tr class="tr-th tr-th-split"><td><span class="order-status">订单状态：已拆分</span></td></tr></tbody>` +
      part(one, '100012043978', '100.00') +
      part(other, '100000000007', '154.70'),
  );
const unsplit = () =>
  readPage(`<tbody id="tb-${whole}">${head}${line('100012043978', '254.70')}${line('100000000007', '254.70')}</tbody>`);
const bill = async () => {
  const paid = `2026-01-05 10:00:30,商户消费,京东,京东-订单编号${whole},支出,¥254.70,零钱,支付成功,4200001234202601051234567890,1234567890123456789,/`;
  const { purchases } = await lookAtBills([new File([new Uint8Array(madeBill('wechat', paid))], 'bill.csv')], looking);
  return tell(purchases);
};

/** Fen that were paid, and how many orders count. */
async function spent() {
  const tally = tallyOfAll();
  const each = { onItem: () => undefined, onOrder: tally.addLine, onNote: () => undefined };
  await walkLists(db, each, { signal, onProgress: () => undefined });
  return tally.end().spending.months.map(({ paidFen, orders }) => [paidFen, orders]);
}

describe('an order that was split counts in its parts', () => {
  test.each([
    ['the bill first', [bill, split]],
    ['the bill last', [split, bill]],
    ['its page from before', [unsplit, split]],
    ['all of it', [unsplit, bill, split]],
    ['all of it, the parts in between', [bill, split, unsplit]],
  ])('%s', async (_title, tellers) => {
    await appendEvents(db, [made.sighting(0, made.jdItem)]);
    for (const each of tellers) await each();
    expect(await spent()).toEqual([[25_470, 2]]);
    for (const each of tellers) await each();
    for (const each of tellers) expect(await each()).toBe(0);
    expect(await spent()).toEqual([[25_470, 2]]);
    expect(await getSummary(db)).toMatchObject({ unmatchedPurchases: 2 });
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('and where its parts are erased, what the bill says of it goes with the last', async () => {
    for (const each of [bill, unsplit, split]) await each();
    await eraseThing(db, { kind: 'item', key: 'jd:100012043978' });
    expect(await spent()).toEqual([[15_470, 1]]);
    await eraseThing(db, { kind: 'item', key: 'jd:100000000007' });
    expect(await db.getAll('orders')).toEqual([]);
  });

  test('without any number of it in clear', async () => {
    for (const each of [bill, split]) await each();
    const texts = JSON.stringify([await db.getAll('events'), await db.getAll('orders'), await db.getAll('meta')]);
    for (const secret of [whole, one, other]) expect(texts).not.toContain(secret);
  });
});

test('an order that turns out to be one that was split counts nowhere itself, with none of its lines', async () => {
  const { itemId: _id, itemKey: _key, ...bare } = made.purchase(0, { orderId: 'XP1', source: 'bill' });
  const named = (orderId: string, itemId: string) => made.purchase(0, { orderId, itemId, itemKey: `jd:${itemId}` });
  const told = (...purchases: Parameters<typeof addPurchases>[1]) =>
    addPurchases(db, purchases, { at: made.start, zoneMinutes: 480 });
  await told(bare, { ...named('290011223345', '8'), partOf: 'XP1', orderPaidFen: 1_000 });
  await told(named(whole, '8'), named(whole, '7'), named(whole, '9'));
  await told({ ...named(whole, '8'), alsoIds: ['XP1'] });
  expect(await spent()).toEqual([[1_000, 1]]);
  expect(isSound(await verifyLedger(db))).toBe(true);
});

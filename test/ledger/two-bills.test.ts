import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { lookAtBills } from '@/utils/bills/look';
import { eraseImport } from '@/utils/ledger/erasure/erase-import';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases, areKnownOrders, keyedPurchase, type KeyedPurchase } from '@/utils/ledger/purchases';
import type { LedgerDb } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import { appendEvents } from '@/utils/ledger/append';
import { made as madeBill } from '../bills/files';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
let told = 0;
beforeEach(async () => {
  db = await openLedger({ name: `two-bills-${String((names += 1))}` });
});

const looking = { signal: new AbortController().signal, rest: () => Promise.resolve(), onProgress: () => undefined };
const moment = () => ({ at: made.start + (told += 1), zoneMinutes: 480 });

/** @returns how many changes the import of these files makes */
async function take(...bills: Uint8Array[]): Promise<number> {
  const files = bills.map((bytes, place) => new File([new Uint8Array(bytes)], `bill-${String(place)}.csv`));
  const { purchases } = await lookAtBills(files, looking);
  return addPurchases(db, purchases.map(keyed), moment());
}
const keyed = (purchase: KeyedPurchase | Parameters<typeof keyedPurchase>[1]) => keyedPurchase(() => 'mt', purchase);
const takePage = (purchase: Partial<KeyedPurchase>) => addPurchases(db, [{ ...page, ...purchase }], moment());

const [number, merchant, paidTo] = [
  '26010611200700001300000000000011',
  '1M7TEST0NMA04386',
  '20260106183005U00000000000000011',
];
const shop = (sum = '118.00', own = number, its = merchant) =>
  madeBill(
    'meituan',
    `"2026-01-06 18:30:00","2026-01-06 18:30:12",支付,"示例烤肉双人套餐 订单详情",支出,微信支付,¥138.00,¥${sum},"${own}\t","${its}\t","/"`,
  );
const wechat = (goods: string, sum = '118.00', to = paidTo) =>
  madeBill(
    'wechat',
    `2026-01-06 18:30:12,商户消费,美团,"${goods}",支出,¥${sum},零钱,支付成功,"4200000000000000000000000001\t","${to}\t","/"`,
  );
const alipay = madeBill(
  'alipay',
  `2026-01-06 18:30:12,餐饮,美团,m@x,示例烤肉（示例店）-美团App-${number},支出,118.00,余额,交易成功,2026010622001400000000000001\t,${paidTo}\t,,`,
);
const page: KeyedPurchase = {
  ...{ space: 'mt', platform: 'meituan', orderId: merchant, title: '示例烤肉双人套餐', orderPaidFen: 11_800 },
  ...{
    itemId: '7',
    itemKey: 'mt:7',
    orderedAt: Date.parse('2026-01-06T18:30:00+08:00'),
    status: 'completed',
    source: 'page',
  },
};

/** Each order with what was paid for it; those that wait for an answer are none of them. */
async function orders() {
  const rows = (await db.getAll('orders')).filter(({ mayBe, twinOf }) => mayBe === undefined && twinOf === undefined);
  return rows.map(({ orderPaidFen, title }) => [orderPaidFen, title]);
}

test('a payment that a later bill says went through is the one that was told before', async () => {
  const begun = madeBill(
    'meituan',
    `"2026-01-06 18:30:00","",支付,"示例烤肉双人套餐 订单详情",支出,微信支付,¥138.00,¥118.00,"${number}\t","${merchant}\t","/"`,
  );
  const later = madeBill(
    'meituan',
    `"2026-01-06 18:30:00","2026-01-06 18:31:12",支付,"示例烤肉双人套餐 订单详情",支出,微信支付,¥138.00,¥118.00,"${number}\t","${merchant}\t","/"`,
  );
  await take(begun);
  await take(later);
  expect(await orders()).toEqual([[11_800, '示例烤肉双人套餐']]);
});

describe('one payment in the bill of Meituan and in that of the wallet', () => {
  const wallets: [string, Uint8Array][] = [
    ['WeChat’s, which names the order', wechat(`美团订单-${number}`)],
    ['WeChat’s, with the shop', wechat(`示例烤肉（示例店）-美团App-${number}`)],
    ['WeChat’s, by the shop’s own number', wechat('美团', '118.00', merchant)],
    ['Alipay’s', alipay],
  ];
  const both = wallets.flatMap(([name, wallet]): [string, Uint8Array[]][] => [
    [`${name}, the wallet first`, [wallet, shop()]],
    [`${name}, the shop first`, [shop(), wallet]],
  ]);

  test.each(both)('counts once, one after the other: %s', async (_name, bills) => {
    expect(await take(bills[0]!)).toBe(1);
    await take(bills[1]!);
    expect(await orders()).toEqual([[11_800, '示例烤肉双人套餐']]);
    for (const bill of bills.toReversed()) expect(await take(bill)).toBe(0);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test.each(both)('counts once, together: %s', async (_name, bills) => {
    expect(await take(...bills)).toBe(1);
    expect(await orders()).toEqual([[11_800, '示例烤肉双人套餐']]);
    expect(await take(...bills)).toBe(0);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test.each<[string, (() => Promise<unknown>)[]]>([
    ['wallet, page, shop', [() => take(wallets[0]![1]), () => takePage({}), () => take(shop())]],
    ['page, wallet, shop', [() => takePage({}), () => take(wallets[0]![1]), () => take(shop())]],
    ['shop, page, wallet', [() => take(shop()), () => takePage({}), () => take(wallets[1]![1])]],
    ['page, shop, wallet', [() => takePage({}), () => take(shop()), () => take(wallets[1]![1])]],
  ])('counts once with its page: %s', async (_name, tellers) => {
    for (const tell of tellers) await tell();
    expect(await db.getAll('orders')).toMatchObject([
      { orderPaidFen: 11_800, itemKey: 'mt:7', sources: ['bill', 'page'] },
    ]);
    expect((await db.getAll('orders'))[0]).not.toHaveProperty('twinOf');
    expect(await takePage({})).toBe(0);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('counts once where the person had said that page and wallet are one', async () => {
    await takePage({});
    await take(wallets[0]![1]);
    const rows = await db.getAll('orders');
    const [bill, line] = [rows.find(({ source }) => source === 'bill'), rows.find(({ source }) => source === 'page')];
    await appendEvents(db, [made.match(9_000, { line: bill?.key ?? '', other: line?.key ?? '', word: 'same' })]);
    await take(shop());
    expect(await orders()).toEqual([[11_800, '示例烤肉双人套餐']]);
    expect((await db.getAll('orders'))[0]).not.toHaveProperty('twin');
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('is two payments again where the one bill is taken back, and one where it comes again', async () => {
    await take(wallets[0]![1]);
    const { purchases } = await lookAtBills([new File([new Uint8Array(shop())], 'bill.csv')], looking);
    const importId = crypto.randomUUID();
    await addPurchases(db, purchases.map(keyed), { ...moment(), importId });
    await eraseImport(db, importId);
    expect(await orders()).toEqual([[11_800, '']]);
    await take(shop());
    expect(await orders()).toEqual([[11_800, '示例烤肉双人套餐']]);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('is no order id in clear', async () => {
    await take(shop(), wallets[1]![1]);
    const texts = JSON.stringify([await db.getAll('events'), await db.getAll('orders'), await db.getAll('meta')]);
    for (const secret of [number, merchant, paidTo]) expect(texts).not.toContain(secret);
  });

  test('is known to the preview by either number', async () => {
    await take(shop());
    const { purchases } = await lookAtBills([new File([new Uint8Array(wallets[1]![1])], 'bill.csv')], looking);
    expect(await areKnownOrders(db, purchases.map(keyed))).toEqual([true]);
  });
});

describe('two orders', () => {
  test('that were paid at once stay two, by whatever number of the payment', async () => {
    const line = (its: string, sum: string) =>
      `"2026-01-06 18:30:00","2026-01-06 18:30:12",支付,"示例 ${its}",支出,微信支付,¥${sum},¥${sum},"${number}\t","${its}\t","/"`;
    await take(madeBill('meituan', line(merchant, '40.00'), line('1M7TEST0NMA04387', '50.00')));
    expect((await orders()).map(([fen]) => fen).sort()).toEqual([4_000, 5_000]);
  });

  test('whose numbers were masked stay two', async () => {
    await take(wechat('美团订单-12345', '10.00', '654321'), wechat('美团订单-54321', '20.00', '654321'));
    expect((await orders()).map(([fen]) => fen).sort()).toEqual([1_000, 2_000]);
  });
});

import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { lookAtBills } from '@/utils/bills/look';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases, keyedPurchase } from '@/utils/ledger/purchases';
import { readLine } from '@/utils/ledger/projections/lines';
import type { LedgerDb, OrderRow } from '@/utils/ledger/schema';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import { made as madeBill } from '../bills/files';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
let imports = 0;
beforeEach(async () => {
  db = await openLedger({ name: `parts-of-orders-${String((names += 1))}` });
});

const looking = { signal: new AbortController().signal, rest: () => Promise.resolve(), onProgress: () => undefined };

/** @returns how many changes the import of this one file makes */
async function take(bytes: Uint8Array): Promise<number> {
  const { purchases, stray } = await lookAtBills([new File([new Uint8Array(bytes)], 'bill.csv')], looking);
  const keyed = [...purchases, ...stray].map((each) => keyedPurchase(() => 'shop', each));
  return addPurchases(db, keyed, { at: made.start + (imports += 1), zoneMinutes: 480 });
}

const order = '4000000000000000103';
const number = '20260105220014000000000001';
const pay = (sum: string, own: string, when = '2026-01-05 10:01:00') =>
  `${when},服饰,示例**店,b,羊毛衫,支出,${sum},余额,交易成功,${number}${own}\t,T200P${order}\t,,`;
const [first, rest] = [pay('100.00', '1'), pay('900.00', '2', '2026-02-05 10:01:00')];
const deposit = madeBill('alipay', first);
const refund = (sum: string) =>
  madeBill(
    'alipay',
    `2026-03-01 09:00:00,退款,示例**店,b,退款-羊毛衫,不计收支,${sum},余额,退款成功,${number}2_1\t,T200P${order}\t,,`,
  );
const jd = (sum: string, when: string) =>
  madeBill('jd', `${when}\t,京东平台商户,U盘,${sum},微信支付,交易成功,支出,电脑,300000000001\t,1000000000000001\t, ,`);

const row = async () => (await db.getAll('orders'))[0];

describe('an order of which bills alone tell', () => {
  test('is worth what the one knows that knows most, and a file of a part of it is no news', async () => {
    await take(madeBill('alipay', first, rest));
    const known = await row();
    expect(known?.orderPaidFen).toBe(100_000);
    expect(await take(deposit)).toBe(0);
    expect(await row()).toEqual(known);
  });

  test('is given back in part where its deposit is told again before the refund', async () => {
    await take(madeBill('alipay', first, rest));
    await take(deposit);
    await take(refund('500.00'));
    expect(await row()).toMatchObject({ status: 'completed', orderPaidFen: 100_000, refundedFen: 50_000 });
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test.each([
    ['the larger first', ['100.00', '0.00']],
    ['the smaller first', ['0.00', '100.00']],
  ])('keeps its sum beside the 0.00 of what is paid later: %s', async (_title, sums) => {
    for (const sum of sums) await take(jd(sum, sum === '0.00' ? '2026-01-05 10:01:00' : '2026-02-05 10:01:00'));
    expect(await row()).toMatchObject({ orderPaidFen: 10_000, status: 'completed' });
  });

  test('is worth what bills say was paid, and no more where more came back', async () => {
    await take(deposit);
    await take(refund('500.00'));
    expect(await row()).toMatchObject({ status: 'refunded', orderPaidFen: 10_000 });
    await take(deposit);
    expect(await row()).toMatchObject({ orderPaidFen: 10_000 });
    await take(madeBill('alipay', first, rest));
    expect(await row()).toMatchObject({ orderPaidFen: 100_000, status: 'completed', refundedFen: 50_000 });
    expect((await row())?.refundProven).toBeUndefined();
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('is given back in part where a file of its deposit alone says that it came back', async () => {
    await take(madeBill('alipay', first, rest));
    const back = `2026-03-01 09:00:00,退款,示例**店,b,退款-羊毛衫,不计收支,100.00,余额,退款成功,${number}1_1\t,T200P${order}\t,,`;
    await take(madeBill('alipay', first.replace('交易成功', '交易关闭'), back));
    expect(await row()).toMatchObject({ orderPaidFen: 100_000, status: 'completed', refundedFen: 10_000 });
    expect(isSound(await verifyLedger(db))).toBe(true);
  });
});

describe('deposit and rest in bills of two days', () => {
  const [early, late] = [deposit, madeBill('alipay', rest)];
  const both = madeBill('alipay', first, rest);
  const orders = (spaced: readonly Uint8Array[]) => [spaced, [...spaced].reverse()];
  const page = (orderPaidFen?: number, itemId = '9') => {
    const { orderPaidFen: _none, ...line } = made.purchase(0, { status: 'shipped', title: itemId });
    const own = { space: 'shop', platform: 'taobao', orderId: order, itemId, itemKey: `shop:${itemId}` };
    const told = { ...line, ...own, ...(orderPaidFen !== undefined && { orderPaidFen }) };
    return addPurchases(db, [told], { at: made.start + (imports += 1), zoneMinutes: 480 });
  };

  test.each(orders([early, late]))('add up, whichever comes first', async (...bills) => {
    for (const bill of bills) expect(await take(bill)).toBe(1);
    expect(await db.getAll('orders')).toMatchObject([{ orderPaidFen: 100_000, status: 'completed' }]);
    for (const bill of [...bills, both]) expect(await take(bill)).toBe(0);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('add up with a carriage of a third day, as a table program left it', async () => {
    await take(both);
    const third = pay('12.00', '3', '2026/2/9 8:30').replace(`${number}3`, '2.02601E+25');
    for (let time = 0; time < 2; time += 1) await take(madeBill('alipay', third));
    expect(await row()).toMatchObject({ orderPaidFen: 101_200 });
    expect(await take(madeBill('alipay', pay('12.00', '3', '2026-02-09 08:30:12')))).toBe(0);
    expect(await row()).toMatchObject({ orderPaidFen: 101_200 });
  });

  test.each(orders([early, late]))('add up beside a page that states no sum', async (...bills) => {
    await take(bills[0]!);
    await page();
    await take(bills[1]!);
    expect(await db.getAll('orders')).toMatchObject([{ orderPaidFen: 100_000, source: 'page' }]);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  const [one, two] = [() => page(), () => page(undefined, '7')];
  const [sooner, later] = [() => take(early), () => take(late)];
  test.each([
    ['before both bills', [one, two, sooner, later]],
    ['between them', [sooner, one, two, later]],
    ['one by one', [one, sooner, two, later]],
    ['the last after both', [sooner, one, later, two]],
    ['after both', [sooner, later, one, two]],
  ])('are worth as much at each line of a page without sums that comes %s', async (_title, tellers) => {
    for (const each of tellers) await each();
    const known = await db.getAll('orders');
    const said = { orderPaidFen: 100_000, sources: ['bill', 'page'], paidAt: expect.any(Number) };
    expect(known).toMatchObject([said, said]);
    await one();
    await two();
    expect((await db.getAll('orders')).map(({ orderPaidFen }) => orderPaidFen)).toEqual([100_000, 100_000]);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('are given back at a line that comes later as well', async () => {
    await take(madeBill('alipay', first.replace('交易成功', '交易关闭')));
    for (const each of [one, two]) await each();
    expect(await db.getAll('orders')).toMatchObject([{ status: 'refunded' }, { status: 'refunded' }]);
  });

  test('are of all its lines where two numbers turn out to be of one order', async () => {
    const {
      itemId: _id,
      itemKey: _key,
      ...bare
    } = made.purchase(0, { space: 'shop', source: 'bill', title: '羊毛衫' });
    const of = (orderId: string, fen: number) => ({
      ...{ ...bare, orderId, orderPaidFen: fen, payments: [{ at: made.start + fen, fen, form: 'wechat' }] },
    });
    const told = (...purchases: Parameters<typeof addPurchases>[1]) =>
      addPurchases(db, purchases, { at: made.start + (imports += 1), zoneMinutes: 480 });
    await one();
    await two();
    await told(of(order, 10_000), of('XP1', 90_000));
    await told({ ...of(order, 10_000), alsoIds: ['XP1'] });
    expect((await db.getAll('orders')).map(({ orderPaidFen }) => orderPaidFen)).toEqual([100_000, 100_000]);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('leave the sum that a page states', async () => {
    await page(99_500);
    for (const bill of [early, late]) await take(bill);
    expect(await row()).toMatchObject({ orderPaidFen: 99_500 });
  });

  const bare = () => page();
  const stated = () => page(10_000);
  const deposited = () => take(early);
  test.each([
    ['before the bill that agrees with it', [stated, deposited]],
    ['after it', [deposited, stated]],
    ['after it, by the second look', [deposited, bare, stated]],
    ['before a look that tells none', [stated, bare, deposited]],
  ])('leave the sum that a page states %s', async (_title, tellers) => {
    for (const each of tellers) await each();
    await take(late);
    expect(await row()).toMatchObject({ orderPaidFen: 10_000 });
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  const closed = (line: string) => madeBill('alipay', line.replace('交易成功', '交易关闭'));
  test.each([
    ['the deposit before', [closed(first), late], { status: 'completed', refundedFen: 10_000 }],
    ['the deposit after', [late, closed(first)], { status: 'completed', refundedFen: 10_000 }],
    ['the rest before', [closed(rest), early], { status: 'completed', refundedFen: 90_000 }],
    ['the rest after', [early, closed(rest)], { status: 'completed', refundedFen: 90_000 }],
    ['both', [closed(first), closed(rest)], { status: 'refunded' }],
  ])('are given back as far as each was: %s', async (_title, bills, expected) => {
    for (const bill of bills) await take(bill);
    expect(await row()).toMatchObject({ orderPaidFen: 100_000, ...expected });
    for (const bill of bills) expect(await take(bill)).toBe(0);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('are told twice by the bills of shop and wallet, and count once', async () => {
    const lines = (of: 'wechat' | 'jd') => (sum: string, day: string) =>
      of === 'jd'
        ? jd(sum, `2026-${day} 10:01:30`)
        : madeBill(
            'wechat',
            `2026-${day} 10:01:00,商户消费,京东,京东-订单编号300000000001,支出,¥${sum},零钱,支付成功,42000012342026${day.replace('-', '')}1234567890,1234567890123456789,/`,
          );
    for (const of of ['wechat', 'jd'] as const)
      for (const [sum, day] of [
        ['100.00', '01-05'],
        ['900.00', '02-05'],
      ] as const)
        await take(lines(of)(sum, day));
    expect(await row()).toMatchObject({ orderPaidFen: 100_000 });
  });
});

test('a line that comes later looks at one of the others for what bills told, however many there are', () => {
  const payments = Array.from({ length: 50 }, (_each, place) => ({ at: place * 60_000, fen: 100, form: 'wechat' }));
  let looks = 0;
  const line = (place: number): OrderRow => {
    const {
      orderId: _secret,
      space: _space,
      ...told
    } = made.purchase(0, { itemId: String(place), skuId: String(place) });
    const times = { firstSeenAt: 1, lastSeenAt: 1, statusAt: 1 };
    const row: OrderRow = { ...told, ...times, key: `jd:0:${String(place)}`, orderKey: 'jd:0' };
    return Object.defineProperty(row, 'payments', {
      get: () => {
        looks += 1;
        return payments;
      },
    });
  };
  const rows = Array.from({ length: 200 }, (_each, place) => line(place));
  const [change] = readLine(rows, {
    orderKey: 'jd:0',
    purchase: made.purchase(0, { itemId: 'new', skuId: 'new' }),
    at: 2,
  });
  expect(change?.after.payments).toEqual(payments);
  expect(looks).toBeLessThan(10);
});

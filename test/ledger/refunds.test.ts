import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { lookAtBills } from '@/utils/bills/look';
import { backFen, joinRefunds } from '@/utils/core/purchases';
import { openLedger } from '@/utils/ledger/open';
import { addPurchases, keyedPurchase, type KeyedPurchase } from '@/utils/ledger/purchases';
import type { LedgerDb } from '@/utils/ledger/schema';
import { walkLists } from '@/utils/ledger/survey';
import { isSound, verifyLedger } from '@/utils/ledger/verify';
import { made as madeBill } from '../bills/files';
import { tallyOfAll } from './counted';
import * as made from './made-events';

let db: LedgerDb;
let names = 0;
let imports = 0;
beforeEach(async () => {
  db = await openLedger({ name: `refunds-${String((names += 1))}` });
});

const { signal } = new AbortController();
const looking = { signal, rest: () => Promise.resolve(), onProgress: () => undefined };
const tell = (...purchases: KeyedPurchase[]) =>
  addPurchases(db, purchases, { at: made.start + (imports += 1), zoneMinutes: 480 });

/** @returns how many changes the import of these files makes */
async function take(...bills: Uint8Array[]): Promise<number> {
  const files = bills.map((bytes, place) => new File([new Uint8Array(bytes)], `bill-${String(place)}.csv`));
  const { purchases, stray } = await lookAtBills(files, looking);
  return tell(...[...purchases, ...stray].map((each) => keyedPurchase((platform) => platform, each)));
}

/** Fen that were paid and that came back, of each month. */
async function spent() {
  const tally = tallyOfAll();
  const each = { onItem: () => undefined, onOrder: tally.addLine, onNote: () => undefined };
  await walkLists(db, each, { signal, onProgress: () => undefined });
  return tally.end().spending.months.map(({ paidFen, refundedFen }) => [paidFen, refundedFen]);
}

const order = '300000000001';
const wallet = (status: string) =>
  `2026-01-05 10:01:00,商户消费,京东,京东-订单编号${order},支出,¥100.00,零钱,${status},4200001234202601051234567890,1234567890123456789,/`;
const walletBack = (sum: string, at = '2026-01-10 10:00:00') =>
  `${at},京东-退款,京东,京东-订单编号${order},收入,¥${sum},零钱,已退款,50300001234202601051234567891,1234567890123456789,/`;
const page = (status: KeyedPurchase['status']) =>
  made.purchase(0, {
    ...{ space: 'jd', platform: 'jd', orderId: order, itemId: '9', itemKey: 'jd:9' },
    ...{ orderPaidFen: 10_000, status },
  });

describe('an order that came back whole', () => {
  const part = madeBill('wechat', wallet('已退款(￥5.00)'));
  test.each<[string, () => Promise<unknown>]>([
    ['part told by its own line', () => take(madeBill('wechat', wallet('已退款(￥5.00)'), walletBack('5.00')))],
    ['part told by the payment', () => take(part)],
    ['part told beside a page', () => tell(page('completed')).then(() => take(part))],
  ])('counts whole after a part of it did: %s', async (_title, tellPart) => {
    await tellPart();
    expect(await spent()).toEqual([[10_000, 500]]);
    await take(madeBill('wechat', wallet('已全额退款'), walletBack('5.00')));
    expect(await spent()).toEqual([[10_000, 10_000]]);
  });

  test('counts whole where its page says so', async () => {
    await tell(page('completed'));
    await take(part);
    await tell(page('refunded'));
    expect(await spent()).toEqual([[10_000, 10_000]]);
  });

  test('says nothing new when the file that names a part of it comes again', async () => {
    const whole = madeBill('wechat', wallet('已全额退款'), walletBack('5.00'));
    await take(whole);
    expect(await take(whole)).toBe(0);
    expect(await take(part)).toBe(0);
    expect(await spent()).toEqual([[10_000, 10_000]]);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });
});

describe('one refund that the bills of shop and wallet tell minutes apart', () => {
  const shop = (said: string, sum: string) =>
    madeBill(
      'jd',
      `2026-01-05 10:01:00\t,京东平台商户,U盘,100.00(${said}),微信支付,交易成功,支出,电脑,${order}\t,1000000000000001\t, ,`,
      `2026-01-10 10:00:00\t,京东平台商户,退款-U盘,${sum},微信支付,退款成功,不计收支,电脑,${order}\t,1000000000000001\t, ,`,
    );
  const wallets = (said: string, sum: string) =>
    madeBill('wechat', wallet(said), walletBack(sum, '2026-01-10 10:03:00'));

  test('of all that was paid lifts nothing', async () => {
    await take(shop('已全额退款', '100.00'), wallets('已全额退款', '100.00'));
    expect(await spent()).toEqual([[10_000, 10_000]]);
  });

  test.each<[string, (one: Uint8Array, other: Uint8Array) => Promise<unknown>]>([
    ['together', (one, other) => take(one, other)],
    ['the shop’s first', (one, other) => take(one).then(() => take(other))],
    ['the wallet’s first', (one, other) => take(other).then(() => take(one))],
  ])('counts once: %s', async (_title, takeBoth) => {
    const bills = [shop('已退款30.00', '30.00'), wallets('已退款(￥30.00)', '30.00')] as const;
    await takeBoth(...bills);
    expect(await spent()).toEqual([[10_000, 3_000]]);
    expect(await take(...bills)).toBe(0);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('counts once where the wallet’s payment is in no file', async () => {
    await take(shop('已退款30.00', '30.00'), madeBill('wechat', walletBack('30.00', '2026-01-10 10:03:00')));
    expect(await spent()).toEqual([[10_000, 3_000]]);
  });
});

describe('what came back of an order of several lines', () => {
  const lines = () => tell(page('completed'), { ...page('completed'), itemId: '8', itemKey: 'jd:8', title: '毛巾' });
  const shop = (said: string) =>
    madeBill(
      'jd',
      `2026-01-05 10:01:00\t,京东平台商户,U盘 等多件,100.00(${said}),微信支付,交易成功,支出,电脑,${order}\t,1000000000000001\t, ,`,
    );
  const files: [string, Uint8Array][] = [
    ['with the payment', shop('已退款30.00')],
    ['in a line of its own', madeBill('wechat', wallet('已退款(￥30.00)'), walletBack('30.00'))],
  ];
  const both = files.flatMap(([name, bill]): [string, (() => Promise<unknown>)[]][] => [
    [`${name}, the bill first`, [() => take(bill), lines]],
    [`${name}, the page first`, [lines, () => take(bill)]],
  ]);

  test.each(both)('counts once, as a bill tells it: %s', async (_name, tellers) => {
    for (const each of tellers) await each();
    expect(await spent()).toEqual([[10_000, 3_000]]);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test.each<[unknown]>([[7], [[7]], [[{ at: 0, fen: 'x' }]]])(
    'costs no other order where it is damaged: %j',
    async (refunds) => {
      await tell({ ...page('completed'), orderId: '300000000002' });
      const [other] = await db.getAllKeys('orders');
      await tell(page('completed'));
      for (const row of await db.getAll('orders'))
        if (row.key !== other) await db.put('orders', Object.assign(row, { refunds }));
      expect(await spent()).toEqual([[10_000, 0]]);
    },
  );

  test('counts once where shop and wallet both tell it', async () => {
    await lines();
    for (const [, bill] of files) await take(bill);
    expect(await spent()).toEqual([[10_000, 3_000]]);
  });
});

describe('two refunds of one sum within a minute', () => {
  const number = '20260105220014000000000001';
  const shopsNumber = 'T200P4000000000000000103';
  const payment = madeBill(
    'alipay',
    `2026-01-05 10:01:00,服饰,示例**店,b,羊毛衫,支出,100.00,余额,交易成功,${number}\t,${shopsNumber}\t,,`,
  );
  const back = (at: string, own: string) =>
    `${at},退款,示例**店,b,退款-羊毛衫,不计收支,19.00,余额,退款成功,${own}\t,${shopsNumber}\t,,`;
  const lines = [back('2026-02-01 09:00:10', `${number}_1`), back('2026-02-01 09:00:20', `${number}_2`)];
  const later = madeBill('alipay', ...lines);
  // As table programs leave them: without seconds, and with numbers cut short
  const again = madeBill('alipay', back('2026/2/1 9:00', '2.02601E+25'), back('2026/2/1 9:00', '2.02601E+25'));

  test('count both in a file of a later day, and once however often it comes', async () => {
    await take(payment);
    await take(later);
    expect(await spent()).toEqual([[10_000, 3_800]]);
    for (const file of [later, again, madeBill('alipay', ...lines.toReversed())]) expect(await take(file)).toBe(0);
    expect(await take(payment, later)).toBe(0);
    expect(isSound(await verifyLedger(db))).toBe(true);
  });

  test('count once where a file and its copy are read together', async () => {
    await take(payment);
    await take(madeBill('alipay', ...lines.slice(0, 1)), madeBill('alipay', back('2026/2/1 9:00', '2.02601E+25')));
    expect(await spent()).toEqual([[10_000, 1_900]]);
  });
});

describe('two refunds of one file that nothing tells apart', () => {
  const payment = (status = '交易成功') =>
    `2026-01-05 10:01:00,服饰,示例**店,b,羊毛衫,支出,100.00,余额,${status},20260105220014000000000001\t,T200P4000000000000000103\t,,`;
  const rounded = `2026/2/1 9:00,退款,示例**店,b,退款-羊毛衫,不计收支,19.00,余额,退款成功,2.02601E+25,T200P4000000000000000103\t,,`;
  const jd = `2026-01-05 10:01:00\t,京东平台商户,U盘,100.00,微信支付,交易成功,支出,电脑,${order}\t,1000000000000001\t, ,`;
  const jdBack = `2026-01-10 10:00:00\t,京东平台商户,退款-U盘,19.00,微信支付,退款成功,不计收支,电脑,${order}\t,1000000000000001\t, ,`;
  const files: [string, Uint8Array][] = [
    ['their numbers rounded', madeBill('alipay', rounded, rounded, payment())],
    ['a form without numbers for them', madeBill('jd', jdBack, jdBack, jd)],
  ];

  test.each(files)('count both, once however often the file comes: %s', async (_title, file) => {
    await take(file);
    expect(await spent()).toEqual([[10_000, 3_800]]);
    expect(await take(file)).toBe(0);
    expect(await take(file, file)).toBe(0);
    expect(await spent()).toEqual([[10_000, 3_800]]);
  });

  test('count once where the file says of it twice by its own number', async () => {
    const whole = rounded.replace('2.02601E+25', '20260105220014000000000001_1\t');
    await take(madeBill('alipay', whole, whole, payment()));
    expect(await spent()).toEqual([[10_000, 1_900]]);
  });
});

describe('a refund that was kept before forms were noted', () => {
  const at = Date.parse('2026-01-10T10:00:00+08:00');

  test('is the same that a bill tells of again', () => {
    const told = { at: at + 20_000, fen: 500, form: 'wechat' };
    expect(joinRefunds([{ at, fen: 500 }], [told])).toEqual([told]);
    expect(joinRefunds([told], [{ at, fen: 500 }])).toEqual([told]);
  });

  test('counts beside those of any form that are others', () => {
    const joined = joinRefunds([{ at, fen: 500 }], [{ at: at + 60_000, fen: 500, form: 'wechat' }]);
    expect(joined).toHaveLength(2);
    expect(backFen(700, joined)).toBe(1_000);
  });
});

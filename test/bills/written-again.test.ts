import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readBill } from '@/utils/bills';
import { sameAs } from '@/utils/bills/again';
import type { Paid, Payment } from '@/utils/bills/paid';
import { lookAtBills } from '@/utils/bills/look';
import { made } from './files';

/** A bill, and a copy of it that a table program wrote: long numbers are rounded or gone, and so are the seconds. */

const looking = { signal: new AbortController().signal, rest: () => Promise.resolve(), onProgress: () => undefined };
const look = (...files: Uint8Array[]) =>
  lookAtBills(
    files.map((bytes, place) => new File([new Uint8Array(bytes)], `${String(place)}.csv`)),
    looking,
  );

const alipay = (time: string, number: string, [sum, word] = ['100.00', '交易成功']) =>
  `${time},服饰装扮,示例**店,x,羊毛衫,支出,${sum},余额,${word},${number},T200P4000000000000000103,,`;
const refund = (time: string, number: string) =>
  `${time},退款,示例**店,x,退款-羊毛衫,不计收支,19.00,余额,退款成功,${number},T200P4000000000000000103,,`;
const wechat = (time: string, [number, merchant]: [string, string], word = '支付成功') =>
  `${time},商户消费,京东,京东-订单编号300000000001,支出,¥100.00,零钱,${word},${number},${merchant},/`;
const jd = (merchant: string) =>
  `2026-01-05 10:01:00,京东平台商户,U盘,100.00,微信支付,交易成功,支出,电脑办公,300000000001,${merchant}, ,`;

const [one, other] = ['2026010522001400000000000103', '2026010522001400000000000987'];
const rounded = '2.02601E+27';
const own: [string, string] = ['4200001234202601051234567890', '1234567890123456789'];

const inBothOrders = async (files: Uint8Array[]) => {
  const looks = [await look(...files), await look(...files.toReversed())];
  return looks.map(({ purchases }) =>
    purchases.map(({ orderPaidFen, refundedFen, status }) => [orderPaidFen, refundedFen, status]),
  );
};

describe('a bill and its copy by a table program', () => {
  test.each<[string, 'alipay' | 'wechat' | 'jd', string[]]>([
    ['rounded', 'alipay', [alipay('2026-01-05 10:01:20', one), alipay('2026/1/5 10:01', rounded)]],
    ['dropped', 'alipay', [alipay('2026-01-05 10:01:20', one), alipay('2026/1/5 10:01', '')]],
    ['rounded', 'wechat', [wechat('2026-01-05 10:01:59', own), wechat('2026/1/5 10:01', ['4.2E+27', '1.23457E+18'])]],
    [
      'of fifteen digits',
      'wechat',
      [
        wechat('2026-01-05 10:01:59', own),
        wechat('2026/1/5 10:01', ['4200001234202600000000000000', '1234567890123450000']),
      ],
    ],
    [
      'a double',
      'wechat',
      [wechat('2026-01-05 10:01:59', own), wechat('2026/1/5 10:01', [own[0], '1234567890123456768'])],
    ],
    ['rounded', 'jd', [jd('1000000000000001'), jd('1E+15')]],
    ['dropped', 'jd', [jd('1000000000000001'), jd('')]],
  ])('tell one payment, its number %s: %s', async (_how, form, [line = '', copy = '']) => {
    for (const read of await inBothOrders([made(form, line), made(form, copy), made(form, line, line)]))
      expect(read).toEqual([[10_000, undefined, form === 'wechat' ? 'paid' : 'completed']]);
    for (const read of await inBothOrders([made(form, line), made(form, copy, copy)]))
      expect(read.map(([fen]) => fen)).toEqual([10_000]);
  });

  test('tell one payment and one refund in one archive', () => {
    const table = (at: string, number: string, back: string) =>
      made('alipay', alipay(at, number), refund(at.replaceAll('5', '6'), back));
    const files = [table('2026-01-05 10:01:20', one, `${one}_01`), table('2026/1/5 10:01', rounded, rounded)];
    for (const [first, second] of [files, files.toReversed()])
      expect(readBill(zipSync({ 'a.csv': first!, 'b.csv': second! }), 'bills.zip').found).toMatchObject([
        { orderPaidFen: 10_000, refundedFen: 1_900 },
      ]);
  });

  test('tell one refund', async () => {
    const [day, minute] = ['2026-02-01 09:00:30', '2026/2/1 9:00'];
    const line = alipay('2026-01-05 10:01:20', one);
    const copy = alipay('2026/1/5 10:01', rounded);
    const files = [made('alipay', line, refund(day, `${one}_01`)), made('alipay', copy, refund(minute, rounded))];
    for (const read of await inBothOrders(files)) expect(read).toEqual([[10_000, 1_900, 'completed']]);
    // Two of one sum in one minute, and a copy of each
    const two = [refund(day, `${one}_01`), refund(day, `${one}_02`)];
    const copies = [refund(minute, rounded), refund('2026-02-01 09:00:30', rounded)];
    for (const read of await inBothOrders([made('alipay', line, ...two), made('alipay', copy, ...copies)]))
      expect(read).toEqual([[10_000, 3_800, 'completed']]);
  });

  test('the one of a later day says what came of it', async () => {
    const files = [
      made('wechat', wechat('2026-01-05 10:01:20', own)),
      made('wechat', wechat('2026/1/5 10:01', ['4.2E+27', '1.23457E+18'], '已退款(￥19.90)')),
    ];
    for (const read of await inBothOrders(files)) expect(read).toEqual([[10_000, 1_990, 'paid']]);
  });

  test('a deposit and the rest of one amount stay two', async () => {
    const lines = [alipay('2026-01-05 10:01:10', one), alipay('2026-01-05 10:01:40', other)];
    const copies = lines.map((line) => line.replace(one, rounded).replace(other, rounded));
    const apart = [
      alipay('2026-01-05 10:01:10', one),
      alipay('2026-01-09 12:00:40', other),
      alipay('2026/1/5 10:01', rounded),
      alipay('2026/1/9 12:00', rounded),
    ];
    const twice = [[20_000, undefined, 'completed']];
    for (const files of [
      [made('alipay', ...lines)],
      [made('alipay', lines[0]!), made('alipay', lines[1]!)],
      [made('alipay', ...lines), made('alipay', ...copies)],
      [made('alipay', ...apart.slice(0, 2)), made('alipay', ...apart.slice(2))],
      [made('alipay', ...apart.slice(2))],
    ])
      for (const read of await inBothOrders(files)) expect(read).toEqual(twice);
  });

  test('a payment of another minute or amount is another', async () => {
    const line = made('alipay', alipay('2026-01-05 10:01:00', one));
    for (const read of await inBothOrders([line, made('alipay', alipay('2026/1/5 10:02', rounded))]))
      expect(read).toEqual([[20_000, undefined, 'completed']]);
    for (const read of await inBothOrders([
      line,
      made('alipay', alipay('2026/1/5 10:01', rounded, ['50', '交易成功'])),
    ]))
      expect(read).toEqual([[15_000, undefined, 'completed']]);
  });
});

test('a line of an order that was made up is compared with none of its hundred payments', () => {
  const payment = (number: string): Payment => ({
    get payment(): Payment['payment'] {
      throw new Error('compared');
    },
    ...{ stated: 100, number, told: { file: 0, number } },
  });
  const others = new Map(Array.from({ length: 100 }, (_, place) => [String(place), payment(String(place))]));
  const order = Object.assign(payment('first'), { form: 'alipay', file: 0, back: 0, others }) satisfies Paid;
  expect(sameAs(order, payment('closed'))).toBeUndefined();
  // The same numbers are the same line, however many there are
  expect(sameAs(order, payment('7')) === others.get('7')).toBe(true);
});

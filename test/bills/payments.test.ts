import { expect, test } from 'vitest';
import { readBill } from '@/utils/bills';
import { made } from './files';

const at = '2026-01-05 10:00:00';

const payment = (word: string, id: number) =>
  `${at},商户消费,京东,"京东-订单编号300000000001",支出,¥28.16,零钱,"${word}","4${id}\t","1${id}\t","/"`;
test.each<[string, string[], object]>([
  [
    'one given back whole, one kept',
    ['已全额退款', '支付成功'],
    { status: 'paid', orderPaidFen: 5632, refundedFen: 2816 },
  ],
  [
    'one kept, one given back whole',
    ['支付成功', '已全额退款'],
    { status: 'paid', orderPaidFen: 5632, refundedFen: 2816 },
  ],
  [
    'a part of each given back',
    ['已退款(￥10.00)', '已退款(￥5.00)'],
    { status: 'paid', orderPaidFen: 5632, refundedFen: 1500 },
  ],
  ['both given back whole', ['已全额退款', '已全额退款'], { status: 'refunded', orderPaidFen: 5632 }],
  ['all of it given back in parts', ['已全额退款', '已退款(￥28.16)'], { status: 'refunded', orderPaidFen: 5632 }],
])('two payments of one order: %s', (_name, words, expected) => {
  const { found } = readBill(made('wechat', ...words.map((word, place) => payment(word, place))), 'wechat.csv');
  expect(found).toEqual([expect.objectContaining({ orderId: '300000000001', ...expected })]);
  expect(found[0]?.refundedFen).toBe('refundedFen' in expected ? expected.refundedFen : undefined);
});

/** The numbers of a masked file: a wallet gives none of them twice. */
test('one number at two times is two purchases, at one time it is one', () => {
  const line = (time: string, goods: string, sum: string) =>
    `2026-01-05 ${time},商户消费,淘宝平台商户,${goods},支出,¥${sum},零钱,支付成功,"42\t","10\t","/"`;
  const read = (...lines: string[]) =>
    readBill(made('wechat', ...lines), 'wechat.csv').found.map(({ title, orderPaidFen }) => [title, orderPaidFen]);
  const lines = [line('10:00:00', '甲', '9.90'), line('11:00:00', '乙', '9.90'), line('12:00:00', '丙', '5.00')];
  expect(read(...lines, ...lines, line('10:00', '甲', '9.90'))).toEqual([
    ['甲', 990],
    ['乙', 990],
    ['丙', 500],
  ]);
  // 2026: JD has no number but the order's, under which a deposit and the rest stand
  const jd = (time: string, sum: string) =>
    `2026-01-05 ${time}\t,京东平台商户,甲,${sum},微信支付,交易成功,支出,电脑办公,300000000001\t,1\t, ,`;
  const { found } = readBill(made('jd', jd('10:00:00', '9.90'), jd('11:00:00', '5.00')), 'jd.csv');
  expect(found).toEqual([expect.objectContaining({ orderPaidFen: 1490 })]);
});

test('given back whole, though nobody can read how much it was', () => {
  const text = payment('已全额退款', 1).replace('¥28.16', '很多');
  const { found, unread } = readBill(made('wechat', text), 'wechat.csv');
  expect(found).toEqual([expect.objectContaining({ status: 'refunded' })]);
  expect(unread).toEqual([{ where: 'line 3', reason: 'bad-amount' }]);
});

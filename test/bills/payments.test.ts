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

test('given back whole, though nobody can read how much it was', () => {
  const text = payment('已全额退款', 1).replace('¥28.16', '很多');
  const { found, unread } = readBill(made('wechat', text), 'wechat.csv');
  expect(found).toEqual([expect.objectContaining({ status: 'refunded' })]);
  expect(unread).toEqual([{ where: 'line 3', reason: 'bad-amount' }]);
});

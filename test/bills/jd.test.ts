import { describe, expect, test } from 'vitest';
import { readBill } from '@/utils/bills';
import { made, shanghai } from './files';

const at = '2026-01-05 10:00:00';

function jd(goods: string, sum: string, change: { way?: string; word?: string; shop?: string } = {}): string {
  const { way = '支出', word = '交易成功', shop = '1' } = change;
  return `${at}\t,京东平台商户,${goods},${sum},微信支付,${word},${way},电脑办公,300000000001\t,${shop}\t, ,`;
}

describe('JD', () => {
  test.each<[string, string[], object]>([
    ['0.00 under the same numbers', [jd('甲', '0.00', { way: '不计收支' }), jd('甲', '99.00')], { orderPaidFen: 9900 }],
    ['brackets of the other width', [jd('甲', '131.77（已退款89.84）')], { orderPaidFen: 13_177, refundedFen: 8984 }],
    // 2021: refunds are 收入 and 交易成功
    [
      'refunds of the older form',
      [
        jd('退款-甲', '1.00', { way: '收入', shop: '2' }),
        jd('退款-甲', '1.00', { way: '收入', shop: '3' }),
        jd('甲', '9.00'),
      ],
      { orderPaidFen: 900, refundedFen: 200, status: 'completed' },
    ],
    [
      'never paid',
      [jd('甲', '9.00', { word: '等待付款' })],
      { status: 'unpaid', orderedAt: shanghai(at), quantity: 1 },
    ],
    [
      'paid, and the word for its refund beside it',
      [jd('甲', '50.00(已退款10.00)', { word: '退款成功' })],
      { status: 'paid', orderPaidFen: 5000, refundedFen: 1000, paidAt: shanghai(at) },
    ],
    [
      'paid, and all of it came back',
      [jd('甲', '50.00', { word: '退款成功' })],
      { status: 'refunded', orderPaidFen: 5000, paidAt: shanghai(at) },
    ],
    [
      'closed before it was paid',
      [jd('甲', '50.00', { way: '不计收支', word: '交易关闭' })],
      { status: 'cancelled', orderedAt: shanghai(at) },
    ],
    [
      'waiting for the money',
      [jd('甲', '50.00', { way: '不计收支', word: '等待付款' })],
      { status: 'unpaid', orderedAt: shanghai(at) },
    ],
  ])('%s', (_name, lines, expected) => {
    expect(readBill(made('jd', ...lines), 'jd.csv').found).toEqual([expect.objectContaining(expected)]);
  });

  test.each(['交易关闭', '等待付款'])('%s: no money', (word) => {
    const [purchase] = readBill(made('jd', jd('甲', '50.00', { way: '不计收支', word })), 'jd.csv').found;
    expect(purchase).toMatchObject({ orderId: '300000000001' });
    expect(purchase).not.toHaveProperty('orderPaidFen');
    expect(purchase).not.toHaveProperty('paidAt');
  });

  test('退款成功 that is no 支出 is a refund, whatever its title', () => {
    const lines = [jd('甲', '9.00', { way: '不计收支', word: '退款成功', shop: '2' }), jd('甲', '19.00')];
    const expected = { status: 'completed', orderPaidFen: 1900, refundedFen: 900 };
    expect(readBill(made('jd', ...lines), 'jd.csv').found).toEqual([expect.objectContaining(expected)]);
  });

  test('what somebody else bought with this person’s card is skipped', () => {
    expect(readBill(made('jd', jd('亲密卡', '53.00')), 'jd.csv')).toMatchObject({ found: [], skipped: 1 });
  });

  test.each([
    ['¥12,131.77', 1_213_177, undefined, '甲'],
    ['1,136.38(已退款1,090.48)', 113_638, 109_048, '甲'],
    ['¥1,131.77(已退款89.84)', 113_177, 8984, '甲'],
    ['1,234,136.38', 123_413_638, undefined, '甲'],
    ['136.38(已退款1,090.48)', 13_638, undefined, '甲'],
    ['¥1,136.38', 113_638, undefined, '甲,乙, 丙'],
    ['36.38', 3638, undefined, '甲,乙 5,000mAh'],
  ])('%s, whose commas nobody quoted', (...[sum, orderPaidFen, refundedFen, title]) => {
    const { found, unread } = readBill(made('jd', jd(title, sum)), 'jd.csv');
    expect(unread).toEqual([]);
    expect(found).toMatchObject([{ title, orderPaidFen, quantity: 1 }]);
    expect(found[0]?.refundedFen).toBe(refundedFen);
  });

  test.each([
    ['甲', '1,136.38'],
    ['儿童雨鞋 红,38', '120.61'],
    ['尺码 38,40', '139.00(已退款20.00)'],
  ])('%s, %s: whether the number is the title’s or the amount’s nobody can know, and it is told', (title, sum) => {
    const { found, unread } = readBill(made('jd', jd(title, sum)), 'jd.csv');
    expect([found, unread]).toMatchObject([[], [{ reason: 'shape' }]]);
  });

  test('all of it came back, with a mark that nobody quoted', () => {
    const reading = readBill(made('jd', jd('甲', '¥1,136.38(已全额退款)', { way: '不计收支' })), 'jd.csv');
    expect(reading).toMatchObject({ found: [{ status: 'refunded', orderPaidFen: 113_638 }], unread: [] });
  });

  test.each([
    ['136.38(已退款1', undefined],
    ['136.38(已退款1.2.3)', 13_638],
  ])('%s tells an amount that cannot be read, and no number', (sum, orderPaidFen) => {
    const { found, unread } = readBill(made('jd', jd('甲', sum)), 'jd.csv');
    expect(unread).toEqual([{ where: 'line 3', reason: 'bad-amount' }]);
    expect(found[0]?.orderPaidFen).toBe(orderPaidFen);
    expect(found[0]).not.toHaveProperty('refundedFen');
  });

  // "甲,500" for 120.00, or 甲 for 500,120.00
  test.each(['500,120.00', '5,12.00'])('the unquoted %s may be an amount: told, not guessed', (sum) => {
    const { found, unread } = readBill(made('jd', jd('甲', sum)), 'jd.csv');
    expect([found, unread]).toEqual([[], [{ where: 'line 3', reason: 'shape' }]]);
  });
});

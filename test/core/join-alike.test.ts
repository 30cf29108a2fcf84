import { expect, test } from 'vitest';
import { joinAlike } from '@/utils/core/purchases';
import type { Purchase } from '@/utils/core/types';

const line = (more: Partial<Purchase> = {}): Purchase => ({
  platform: 'taobao',
  orderId: '4000000000000000101',
  itemId: '7',
  title: '裙子',
  orderPaidFen: 20_000,
  status: 'completed',
  source: 'page',
  ...more,
});

test('two colours that the form states no sku of are one line with both pieces', () => {
  const [first, second] = [line({ quantity: 1, paidFen: 12_000 }), line({ quantity: 2, paidFen: 8_000 })];
  expect(joinAlike([first, second])).toEqual([line({ quantity: 3, paidFen: 20_000 })]);
  expect(joinAlike([line(), line(), line()])).toEqual([line({ quantity: 3 })]);
});

test('what the form says of one piece alone is not said of all', () => {
  expect(joinAlike([line({ paidFen: 12_000 }), line()])).toEqual([line({ quantity: 2 })]);
});

test('one piece that came back leaves the other bought', () => {
  const back = line({ status: 'refunded', refundedFen: 500 });
  for (const pair of [
    [back, line()],
    [line(), back],
  ])
    expect(joinAlike(pair)).toEqual([line({ quantity: 2, refundedFen: 500 })]);
  expect(joinAlike([back, back])).toEqual([line({ quantity: 2, status: 'refunded', refundedFen: 1_000 })]);
});

test.each([
  ['sku', { skuId: '1' }],
  ['title', { title: '羊毛衫' }],
  ['item', { itemId: '8' }],
  ['order', { orderId: '4000000000000000102' }],
  ['shop', { platform: 'jd' }],
] as const)('another %s is another line', (_what, more) => {
  const lines = [line({ skuId: '0' }), line(), line(more)];
  expect(joinAlike(lines)).toEqual(lines);
});

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
  expect(joinAlike([line({ quantity: 1 }), line({ quantity: 2 })])).toEqual([line({ quantity: 3 })]);
  expect(joinAlike([line(), line(), line()])).toEqual([line({ quantity: 3 })]);
});

test('a sum that the form states of one piece is not said of all', () => {
  const pair = [line({ paidFen: 12_000, refundedFen: 500 }), line({ paidFen: 8_000 })];
  expect(joinAlike(pair)).toEqual([line({ quantity: 2 })]);
});

test('a sku that comes twice is the same line again', () => {
  const [once, again] = [line({ skuId: '1' }), line({ skuId: '1', status: 'refunding' })];
  expect(joinAlike([once, again])).toEqual([again]);
});

test('one piece that came back leaves the other bought', () => {
  const back = line({ status: 'refunded' });
  for (const pair of [
    [back, line()],
    [line(), back],
  ])
    expect(joinAlike(pair)).toEqual([line({ quantity: 2 })]);
  expect(joinAlike([back, back])).toEqual([line({ quantity: 2, status: 'refunded' })]);
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

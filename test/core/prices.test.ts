import { expect, test } from 'vitest';
import { type PricePoint, withPrice } from '@/utils/core/prices';

const at = (day: number, priceFen?: number, more: Partial<PricePoint> = {}): PricePoint => ({
  at: day,
  ...(priceFen !== undefined && { priceFen }),
  ...more,
});

test.each([
  ['the first visit', [], at(1, 100), [at(1, 100)]],
  ['the same price again', [at(1, 100)], at(2, 100), [at(1, 100)]],
  ['another price', [at(1, 100)], at(2, 90), [at(1, 100), at(2, 90)]],
  ['back to what it was', [at(1, 100), at(2, 90)], at(3, 100), [at(1, 100), at(2, 90), at(3, 100)]],
  [
    'the same figure for members',
    [at(1, 100)],
    at(2, 100, { priceKind: 'member' }),
    [at(1, 100), at(2, 100, { priceKind: 'member' })],
  ],
  [
    'sold out, without a price',
    [at(1, 100)],
    at(2, undefined, { stock: 'out' }),
    [at(1, 100), at(2, undefined, { stock: 'out' })],
  ],
  ['a page that shows neither', [at(1, 100)], at(2), [at(1, 100)]],
  ['an older visit from a backup', [at(5, 90)], at(1, 100), [at(1, 100), at(5, 90)]],
  ['an older visit that showed what came next', [at(5, 90)], at(1, 90), [at(1, 90)]],
  ['a visit between two', [at(1, 100), at(5, 90)], at(3, 100), [at(1, 100), at(5, 90)]],
])('%s', (_, ...[before, point, after]) => expect(withPrice(before, point)).toEqual(after));

test('a price that never rests stays a small row', () => {
  let history: PricePoint[] = [];
  for (let day = 0; day < 500; day += 1) history = withPrice(history, at(day, day));
  expect([history.length, history.at(-1)?.at]).toEqual([100, 499]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assistsOf,
  attributionModels,
  creditsOf,
  eligibleTouches,
  type AttributedOrder,
  type Touch,
} from '@/utils/match/attribution';
import { turnover } from '@/utils/match/money';
import { savedAgainstPurchased } from '@/utils/match/saved';

const day = 86_400_000;
const order: AttributedOrder = { id: 'o', t: 100 * day, platform: 'jd', item: 'i', shop: 's', paid_fen: 100 };
const touch = (id: string, daysBefore: number, change: Partial<Touch> = {}): Touch => ({
  ...{ id, type: 'click', t: order.t - daysBefore * day, platform: 'jd', item: 'i', shop: 's' },
  ...change,
});
const rule = { level: 'item', clickDays: 7, viewDays: 1, clickFirst: true } as const;
const ids = (touches: readonly Touch[], change: object = {}) =>
  eligibleTouches(order, touches, { ...rule, ...change }).map(({ id }) => id);

describe('who is eligible', () => {
  test.each<[string, Touch, string[]]>([
    ['at the very order', touch('a', 0), ['a']],
    ['at the end of the window', touch('a', 7), ['a']],
    ['a ms outside', touch('a', 7, { t: order.t - 7 * day - 1 }), []],
    ['after the order', touch('a', -0.1), []],
    ['another item', touch('a', 1, { item: 'x' }), []],
    ['the same item elsewhere', touch('a', 1, { platform: 'tmall' }), []],
    ['a view in time', touch('a', 0.5, { type: 'view' }), ['a']],
    ['a view too old', touch('a', 1.5, { type: 'view' }), []],
    ['a view at the very order', touch('a', 0, { type: 'view' }), ['a']],
  ])('%s', (_name, one, expected) => expect(ids([one])).toEqual(expected));

  test('a window of 0 days takes what was at the very moment', () => {
    expect(ids([touch('a', 0), touch('b', 0.001)], { clickDays: 0 })).toEqual(['a']);
  });

  test('a click beats a newer view, ties go by id', () => {
    const touches = [touch('v', 0.1, { type: 'view' }), touch('b', 1), touch('a', 1)];
    expect(ids(touches)).toEqual(['a', 'b']);
    expect(ids(touches, { clickFirst: false })).toEqual(['a', 'b', 'v']);
  });

  test('by shop, by platform', () => {
    const other = touch('a', 1, { item: 'x', shop: 'y' });
    expect([ids([other], { level: 'shop' }), ids([other], { level: 'platform' })]).toEqual([[], ['a']]);
  });
});

test('credits of every model add up to one, and nobody gets one for nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.constantFrom(...attributionModels), (n, model) => {
      const touches = Array.from({ length: n }, (_each, place) => touch(`t${String(place)}`, n - place));
      const credits = Object.values(creditsOf(touches, model));
      expect(credits.reduce((total, credit) => total + credit, 0)).toBeCloseTo(1, 12);
      expect(credits.every((credit) => credit > 0)).toBe(true);
    }),
  );
  expect(creditsOf([], 'linear')).toEqual({});
});

test('an assist is in the window and without the last credit', () => {
  expect(assistsOf([touch('a', 3), touch('b', 2), touch('c', 1)])).toEqual(['a', 'b']);
  expect(assistsOf([])).toEqual([]);
});

test('one purchase told by two sources counts once; unpaid and cancelled ones not at all', () => {
  const line = { order: 'o', line: 1, paid_fen: 500, refunded_fen: 0, status: 'completed' };
  const lines = [
    line,
    { ...line },
    { ...line, order: 'p', status: 'unpaid' },
    { ...line, order: 'q', status: 'cancelled' },
  ];
  expect(turnover({ lines, spend_fen: 0 })).toMatchObject({ orders: 1, gross_gmv_fen: 500, roas_gross: null });
});

test('bought, then saved, then bought again: the second purchase follows the save', () => {
  const item = { platform: 'jd', item: 'i' };
  const purchases = [
    { ...item, day: 1 },
    { ...item, day: 5 },
  ];
  const told = savedAgainstPurchased({ saved: [{ ...item, day: 2 }], purchases, observation_end_day: 9 });
  expect(told).toMatchObject({ overall_rate: 1, purchases_not_from_saved: 1 });
  expect(told.time_to_purchase_km.median).toBe(3);
});

test('many saves and purchases are joined in one pass', () => {
  const dated = (shift: number) =>
    Array.from({ length: 20_000 }, (_each, place) => ({ platform: 'jd', item: `i${String(place)}`, day: shift }));
  const told = savedAgainstPurchased({ saved: dated(1), purchases: dated(4), observation_end_day: 9 });
  expect(told).toMatchObject({ overall_rate: 1, time_to_purchase_km: { median: 3 } });
});

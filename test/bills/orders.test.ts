import { describe, expect, test } from 'vitest';
import { groupByOrder } from '@/utils/bills/orders';
import type { Purchase } from '@/utils/core/types';

const told = (orderId: string, ...alsoIds: string[]): Purchase => ({
  platform: 'meituan',
  orderId,
  alsoIds,
  title: orderId,
  status: 'paid',
  source: 'bill',
});
const idsOf = (orders: readonly Purchase[][]) => orders.map((order) => order.map(({ orderId }) => orderId));

describe('what bills tell of an order stands together', () => {
  test('by any of its numbers, in the order in which it is told', () => {
    const purchases = [told('a', 'b'), told('x'), told('c', 'd'), told('y', 'x'), told('d', 'b'), told('z')];
    expect(idsOf(groupByOrder(purchases))).toEqual([['a', 'c', 'd'], ['x', 'y'], ['z']]);
  });

  test('and each is looked at as often, however many turn out to be one', () => {
    const count = 2_000;
    let looks = 0;
    const counted = (orderId: string, other: string) =>
      Object.defineProperty(told(orderId), 'alsoIds', {
        get: () => {
          looks += 1;
          return [other];
        },
      });
    // Each tells of one that stood apart, and of the one that all others are
    const apart = Array.from({ length: count }, (_each, place) =>
      counted(`own-${String(place)}`, `its-${String(place)}`),
    );
    const joined = apart.map((_each, place) => counted('all', `its-${String(place)}`));
    expect(groupByOrder([...apart, ...joined])).toHaveLength(1);
    expect(looks).toBeLessThanOrEqual(2 * (apart.length + joined.length));
  });
});

import { describe, expect, test } from 'vitest';
import type { CountedLine } from '@/utils/match/overview';
import { spendingTally } from '@/utils/match/spending';

/** A kind of thing is the first word of its title. */
const categoryOf = (title: string) => (title === '' ? undefined : title.split(' ')[0]);

function line(change: Partial<CountedLine> = {}): CountedLine {
  const order = { orderKey: 'jd:o1', platform: 'jd', source: 'page', orderedAt: 0, orderPaidFen: 10_000 } as const;
  return { ...order, status: 'paid', ...change };
}

function spending(lines: CountedLine[]) {
  const tally = spendingTally({ monthOf: () => '2026-01', categoryOf });
  for (const each of lines) tally.add(each, false);
  return tally.end();
}

describe('what was spent on', () => {
  const spentOn = (...lines: Partial<CountedLine>[]) => {
    const { categories, months } = spending(lines.map(line));
    const sum = (of: readonly { orders: number; paidFen: number; refundedFen: number }[]) =>
      of.reduce(
        ([orders, paid, back], each) => [orders! + each.orders, paid! + each.paidFen, back! + each.refundedFen],
        [0, 0, 0],
      );
    expect(sum(categories)).toEqual(sum(months));
    return categories.map(({ name, orders, paidFen, refundedFen }) => [name, orders, paidFen, refundedFen]);
  };

  test('the dearest kind first, each order once', () => {
    const lines = [
      { orderKey: 'a', title: 'tea green', orderPaidFen: 500 },
      { orderKey: 'b', title: 'lamp', orderPaidFen: 9_000 },
      { orderKey: 'b', title: 'lamp again', orderPaidFen: 9_000 },
      { orderKey: 'c', title: 'tea black', orderPaidFen: 700, status: 'refunded' as const },
    ];
    expect(spentOn(...lines)).toEqual([
      ['lamp', 1, 9_000, 0],
      ['tea', 2, 1_200, 700],
    ]);
  });

  test('an order whose things differ is of several, one that no word tells of is not known', () => {
    const lines = [
      { orderKey: 'a', title: 'tea', orderPaidFen: 500 },
      { orderKey: 'a', title: 'lamp' },
      { orderKey: 'a', title: 'tea' },
      { orderKey: 'b', title: '' },
    ];
    expect(spentOn(...lines)).toEqual([
      ['unknown', 1, 10_000, 0],
      ['several', 1, 500, 0],
    ]);
  });

  test('what is in no month is in no kind', () => {
    const { orderedAt: _when, ...undated } = line({ title: 'tea' });
    expect(spending([undated, line({ orderKey: 'b', status: 'cancelled' })]).categories).toEqual([]);
  });
});

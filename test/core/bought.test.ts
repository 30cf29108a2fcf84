import { describe, expect, test } from 'vitest';
import { boughtFacts, type BoughtLine } from '@/utils/core/bought';
import type { ItemRow } from '@/utils/core/rows';

const day = 86_400_000;
const noteAt = Date.UTC(2026, 10, 1);
const boughtAt = noteAt + 3.5 * day;

const item = (change: Partial<ItemRow> = {}): Pick<ItemRow, 'journey' | 'note' | 'firstPrice'> => ({
  journey: [
    { step: 'seen', at: noteAt, evidence: 'observed' },
    { step: 'bought', at: boughtAt, evidence: 'observed' },
  ],
  note: { site: 'xiaohongshu', id: '1', at: noteAt },
  firstPrice: { fen: 12_900, at: noteAt + 1 },
  ...change,
});
const line = (change: Partial<BoughtLine> = {}): BoughtLine => ({
  status: 'completed',
  orderedAt: boughtAt,
  orderPaidFen: 9_900,
  lines: 1,
  ...change,
});

describe('how a wish became a purchase', () => {
  test('days from first sight, the first price, the price paid', () => {
    expect(boughtFacts(item(), [line()])).toEqual({ boughtAt, days: 3, firstFen: 12_900, paidFen: 9_900 });
  });

  test.each<[string, BoughtLine, object]>([
    ['one piece of several', line({ quantity: 3, orderPaidFen: 29_900 }), { paidFen: 9_967 }],
    ['the line’s own total goes before the order’s', line({ paidFen: 8_000 }), { paidFen: 8_000 }],
    ['an order of other things too tells its total alone', line({ lines: 2 }), { orderFen: 9_900 }],
    ['a line given back was bought', line({ status: 'refunded' }), { paidFen: 9_900 }],
    ['by the order’s own page', line({ orderedAt: undefined as never, placedAt: boughtAt }), { paidFen: 9_900 }],
    ['an unpaid one paid nothing', line({ status: 'unpaid' }), {}],
    ['an order of another day is another purchase', line({ orderedAt: boughtAt + day }), {}],
    ['no amount is no price', { status: 'paid', orderedAt: boughtAt, lines: 1 }, {}],
  ])('%s', (_what, told, expected) => {
    const { boughtAt: _at, days: _days, firstFen: _first, ...prices } = boughtFacts(item(), [told]) ?? {};
    expect(prices).toEqual(expected);
  });

  test('nothing is said of what is not known', () => {
    const { note: _note, firstPrice: _price, ...bare } = item();
    expect(boughtFacts(bare, [])).toEqual({ boughtAt });
    expect(boughtFacts(item({ journey: [] }), [line()])).toBeUndefined();
  });

  test('a price that was first seen after the purchase is none it began with', () => {
    expect(boughtFacts(item({ firstPrice: { fen: 1, at: boughtAt + 1 } }), [])).toEqual({ boughtAt, days: 3 });
  });
});

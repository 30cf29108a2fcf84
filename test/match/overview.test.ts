import { describe, expect, test } from 'vitest';
import type { ItemRow, JourneyStep, StepName } from '@/utils/core/rows';
import type { Evidence } from '@/utils/core/types';
import { type CountedLine, overviewTally } from '@/utils/match/overview';

const dayMs = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const day = (days: number) => start + days * dayMs;
const now = day(100);
const monthOf = (at: number) => new Date(at).toISOString().slice(0, 7);
/** 1 January 2026 is a Thursday. */
/** As weeks in UTC begin. */
const weekOf = (at: number) => at - ((at - start + 3 * dayMs) % (7 * dayMs));
const hourOf = (at: number) => (3 * 24 + Math.floor((at - start) / 3_600_000)) % 168;

const step = (name: StepName, days: number, evidence: Evidence = 'observed'): JourneyStep => ({
  step: name,
  at: day(days),
  evidence,
});

function item(change: Partial<ItemRow> = {}): ItemRow {
  return {
    key: 'jd:1',
    platform: 'jd',
    kind: 'item',
    note: { site: 'xiaohongshu', id: 'n1', at: day(0) },
    surfaces: ['ad-link'],
    journey: [step('seen', 0)],
    savedBy: [],
    state: 'seen',
    ...change,
  };
}

function line(change: Partial<CountedLine> = {}): CountedLine {
  return {
    orderKey: 'jd:o1',
    platform: 'jd',
    source: 'page',
    status: 'paid',
    orderedAt: day(3),
    orderPaidFen: 10_000,
    ...change,
  };
}

function tally(items: ItemRow[], lines: CountedLine[] = []) {
  const sums = overviewTally({ monthOf, hourOf, weekOf, categoryOf: () => undefined });
  for (const each of items) sums.addItem(each, now);
  lines.forEach(sums.addLine);
  return sums.end();
}

const bought = item({
  savedAt: day(1),
  purchasedAt: day(3),
  journey: [step('seen', 0), step('saved', 1, 'user'), step('bought', 3, 'imported')],
});

describe('how far items came', () => {
  test.each([
    ['only seen', item(), { seen: { observed: 1 } }],
    [
      'bought without a step of its own for the order',
      bought,
      { kept: { user: 1 }, ordered: { imported: 1 }, paid: { imported: 1 } },
    ],
    [
      'put among favourites',
      item({ journey: [step('favourited', 2, 'inferred')] }),
      { kept: { inferred: 1 }, seen: {} },
    ],
    ['given back', item({ journey: [step('refunded', 9)] }), { refunded: { observed: 1 } }],
    ['never on a note', item({ note: undefined as never, journey: [step('bought', 1)] }), { paid: {}, ordered: {} }],
  ])('%s', (_, row, stages) => expect(tally([row]).stages).toMatchObject(stages));
});

describe('where it was wished for and where it was bought', () => {
  test.each([
    ['saved and not bought', [item({ savedAt: day(1) })], [], [['ad-link', 'waiting', 1]]],
    ['bought where it was seen', [bought], [line({ itemKey: 'jd:1' })], [['ad-link', 'jd', 1]]],
    ['bought at the sister shop', [bought], [line({ itemKey: 'jd:1', platform: 'tmall' })], [['ad-link', 'tmall', 1]]],
    ['by the person’s own word', [bought], [], [['ad-link', 'jd', 1]]],
    [
      'saved from a list, and another bought',
      [
        item({ key: 'jd:2', note: undefined as never, savedAt: day(1) }),
        item({ note: undefined as never, purchasedAt: day(3) }),
      ],
      [line({ itemKey: 'jd:1' })],
      [
        ['list', 'waiting', 1],
        ['list', 'jd', 1],
      ],
    ],
    ['without any note', [], [line({ unmatchedAt: day(3) })], [['none', 'jd', 1]]],
    [
      'bought before it was seen',
      [bought],
      [line({ itemKey: 'jd:1', unmatchedAt: day(3) })],
      [
        ['none', 'jd', 1],
        ['ad-link', 'jd', 1],
      ],
    ],
    [
      'cancelled',
      [item({ savedAt: day(1) })],
      [line({ itemKey: 'jd:1', status: 'cancelled' })],
      [['ad-link', 'waiting', 1]],
    ],
    ['neither saved nor bought', [item()], [], []],
  ])('%s', (_, ...[items, lines, cells]) => {
    expect(tally(items, lines).cells.map(({ from, to, count }) => [from, to, count])).toEqual(cells);
  });
});

describe('when in the week', () => {
  const hours = (journey: JourneyStep[]) => {
    const { seen, saved, bought: orders } = tally([item({ journey })]).hours;
    return [seen, saved, orders].map((each) => each.flatMap((count, hour) => (count > 0 ? [[hour, count]] : [])));
  };
  /** Days after Thursday, and an hour. */
  const at = (days: number, hour: number) => days + hour / 24;

  test('each moment once, by the first step that tells of it', () => {
    const journey = [
      step('seen', at(0, 20)),
      step('saved', at(1, 0)),
      step('ordered', at(3, 23)),
      step('paid', at(4, 2)),
    ];
    expect(hours(journey)).toEqual([[[92, 1]], [[96, 1]], [[167, 1]]]);
  });

  test('what the person wrote down has no hour', () => {
    expect(hours([step('seen', 4), step('bought', 5, 'user')])).toEqual([[[0, 1]], [], []]);
  });

  test('one that a bill tells of has', () => {
    expect(hours([step('bought', at(4, 9.9), 'imported')])).toEqual([[], [], [[9, 1]]]);
  });
});

describe('what was new in a week', () => {
  const weeks = (...journeys: JourneyStep[][]) =>
    tally(journeys.map((journey) => item({ journey }))).weeks.map(({ week, ...counts }) => [
      (week - start) / dayMs,
      ...[counts.seen, counts.saved, counts.bought],
    ]);

  test('each moment once, in the week of the first step that tells of it', () => {
    const journey = [step('seen', 0), step('saved', 3.9), step('ordered', 4), step('paid', 12)];
    expect(weeks(journey, [step('seen', 3)], [step('saved', 20)])).toEqual([
      [-3, 2, 1, 0],
      [4, 0, 0, 1],
      [18, 0, 1, 0],
    ]);
  });

  test('what only the person said was bought counts when they said so', () => {
    expect(weeks([step('bought', 5, 'user')])).toEqual([[4, 0, 0, 1]]);
  });
});

describe('what was spent', () => {
  const month = { month: '2026-01', orders: 1, paidFen: 10_000, seededFen: 0, refundedFen: 0 };

  test.each([
    ['two lines of one order are paid once', [line(), line({ itemKey: 'jd:2' })], [month]],
    ['two orders', [line(), line({ orderKey: 'jd:o2' })], [{ ...month, orders: 2, paidFen: 20_000 }]],
    ['an order never paid', [line({ status: 'unpaid' })], []],
    ['an order of unknown fate', [line({ status: 'unknown' })], []],
    ['a part given back', [line({ refundedFen: 300 })], [{ ...month, refundedFen: 300 }]],
    ['all given back', [line({ status: 'refunded' })], [{ ...month, refundedFen: 10_000 }]],
    [
      'all given back after a part',
      [line({ status: 'refunded', refundedFen: 300 })],
      [{ ...month, refundedFen: 10_000 }],
    ],
    ['no more given back than was paid', [line({ refundedFen: 20_000 })], [{ ...month, refundedFen: 10_000 }]],
    [
      'the date of payment where the order has none',
      [{ ...line(), orderedAt: undefined as never, paidAt: day(40) }],
      [{ ...month, month: '2026-02' }],
    ],
  ])('%s', (_, lines, months) => expect(tally([], lines).spending.months).toEqual(months));

  test('the same purchase told twice, as the person says, is paid once', () => {
    const twin = line({ orderKey: 'pdd:o2', twinOf: 'jd:o1:1:' });
    const one = line({ status: 'paid', twin: { status: 'refunded' } });
    expect(tally([], [one, twin]).spending.months).toEqual([{ ...month, refundedFen: 10_000 }]);
  });

  test('what may be the same purchase is not paid before the answer, and says that it waits', () => {
    const waiting = line({ orderKey: 'pdd:o2', source: 'bill', mayBe: 'jd:o1:1:' });
    const { spending } = tally([], [line(), waiting, { ...waiting, orderKey: 'pdd:o3' }]);
    expect([spending.months, spending.unanswered]).toEqual([[month], 2]);
  });

  test.each([
    ['gives way to an order of about that day', 1, 1],
    ['counts where nothing else tells of it', 30, 2],
  ])('what was written down by hand %s', (_, ...[apart, orders]) => {
    const hand = line({ orderKey: 'jd:hand', source: 'user', itemKey: 'jd:1', orderedAt: day(3 + apart) });
    const { spending } = tally([bought], [hand, line({ itemKey: 'jd:1' })]);
    expect(spending.months.reduce((sum, each) => sum + each.orders, 0)).toBe(orders);
  });

  test('counts what no month can hold', () => {
    const noPrice = line({ orderPaidFen: undefined as never });
    const noDate = line({ orderKey: 'jd:o2', orderedAt: undefined as never });
    const half = [line({ orderKey: 'jd:o3', status: 'refunded' }), line({ orderKey: 'jd:o3', itemKey: 'jd:9' })];
    const { spending } = tally([], [noPrice, noDate, ...half]);
    expect(spending).toMatchObject({ unpriced: 1, undated: 1, unknownRefunds: 1 });
    expect(spending.months).toEqual([{ ...month, refundedFen: 0 }]);
  });

  test('tells apart what notes led to', () => {
    const onNoNote = item({ key: 'jd:2', note: undefined as never, purchasedAt: day(3) });
    const { spending } = tally(
      [bought, onNoNote],
      [line({ itemKey: 'jd:1' }), line({ orderKey: 'jd:o2' }), line({ orderKey: 'jd:o3', itemKey: 'jd:2' })],
    );
    expect(spending.months).toEqual([{ ...month, orders: 3, paidFen: 30_000, seededFen: 10_000 }]);
  });
});

describe('how long it took', () => {
  test('what is not bought yet waits until today, and what was dropped until then', () => {
    const waits = item({ journey: [step('saved', 10)] });
    const dropped = item({ journey: [step('saved', 10), step('dropped', 30)] });
    expect(tally([bought, waits, dropped]).waiting).toEqual({
      saved: 3,
      bought: 1,
      steps: [{ t: 2, at_risk: 3, events: 1, survival: 1 - 1 / 3, low: null, high: null }],
      median: null,
      until: 90,
    });
  });

  describe('its interval', () => {
    const wish = (hours: number, boughtDay?: number) => {
      const at = day(1) + hours * 3_600_000;
      const saved = { ...step('saved', 0), at };
      return item({
        journey: boughtDay === undefined ? [saved] : [saved, { ...step('bought', 0), at: at + boughtDay * dayMs }],
      });
    };
    const firstOf = (wishes: ItemRow[]) => tally(wishes).waiting.steps[0];

    test('holds the curve, and is over sessions: ten wishes of one hour each are no more than ten of one', () => {
      const apart = Array.from({ length: 12 }, (_wish, no) => wish(2 * no, no % 2 ? undefined : 3));
      const { survival = 0, low, high } = firstOf(apart) ?? {};
      expect(survival).toBe(0.5);
      expect(low).toBeGreaterThan(0.1);
      expect(low).toBeLessThan(0.4);
      expect(high).toBeGreaterThan(0.6);
      expect(high).toBeLessThan(0.9);
      // Every wish once more within the half hour: twice as many, and no more is known.
      const twice = apart.flatMap((each, no) => [each, wish(2 * no + 0.5, no % 2 ? undefined : 3)]);
      expect(firstOf(twice)).toMatchObject({ survival, low: expect.closeTo(low ?? 0, 9) as number, at_risk: 24 });
      // Longer than half an hour after: sessions of their own, and the interval is narrower.
      const other = apart.flatMap((each, no) => [each, wish(2 * no + 1, no % 2 ? undefined : 3)]);
      expect(firstOf(other)?.low).toBeGreaterThan((low ?? 0) + 0.02);
    });

    test('is not told below five sessions', () => {
      const few = [0, 2, 4, 6].flatMap((hours) => [wish(hours, 3), wish(hours + 0.1)]);
      expect(firstOf(few)).toMatchObject({ survival: 0.5, low: null, high: null });
      expect(firstOf([...few, wish(8)])?.low).toBeTypeOf('number');
    });
  });

  test('what was bought before it was wished for does not count', () => {
    expect(tally([item({ journey: [step('bought', 1), step('saved', 5)] })]).waiting).toMatchObject({ saved: 0 });
  });
});

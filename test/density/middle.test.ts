import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kaplanMeier } from '@/utils/core/kaplan-meier';
import { quantile } from '@/utils/core/numbers';
import { rateOf } from '@/utils/density/estimate';
import { mulberry32 } from '@/utils/density/intervals';
import { firstAdMiddle, middleOf } from '@/utils/density/middle';

const sessions = <T>(one: fc.Arbitrary<T>) => fc.array(fc.array(one, { maxLength: 6 }), { maxLength: 12 });

describe('medians over sessions', () => {
  test('are those of all values, and lie within their interval', () => {
    fc.assert(
      fc.property(sessions(fc.integer({ min: 0, max: 30 })), (held) => {
        const middle = middleOf(held, 20);
        if (middle.state === 'few') return;
        expect(middle.value).toBe(quantile(held.flat(), 0.5));
        expect(middle.low).toBeLessThanOrEqual(middle.value ?? -1);
        expect(middle.high).toBeGreaterThanOrEqual(middle.value ?? Infinity);
      }),
    );
  });

  test('of first ads are those of Kaplan and Meier', () => {
    const spell = fc.record({ position: fc.integer({ min: 1, max: 20 }), hasAd: fc.boolean() });
    fc.assert(
      fc.property(sessions(spell), (held) => {
        const middle = firstAdMiddle(held, 5);
        if (middle.state === 'few') return;
        const spells = held.flat().map(({ position, hasAd }) => ({ t: position, event: hasAd }));
        expect(middle.value).toBe(kaplanMeier(spells).median);
      }),
    );
  });

  test('a place that half of the lists never reach is beyond, and so is the edge', () => {
    const held = Array.from({ length: 24 }, (_list, place) => [{ position: 10, hasAd: place < 10 }]);
    expect(firstAdMiddle(held, 5)).toMatchObject({ value: null, high: null, clusters: 24 });
  });

  test('too few sessions or values: no number', () => {
    expect(middleOf([[1], [2], [3], [4], []], 1)).toEqual({ state: 'few', units: 4, clusters: 4 });
    expect(middleOf(Array(6).fill([1, 2]), 20)).toEqual({ state: 'few', units: 12, clusters: 6 });
  });

  // Twelve sessions of unlike levels, two hundred times: a nominal 95 % that held 80 % would be no interval.
  test('the truth lies in the interval about as often as promised', () => {
    const random = mulberry32(5);
    const draw = () => {
      const level = 10 * random();
      return Array.from({ length: 9 }, () => level + 4 * random());
    };
    const truth = 7; // the middle of a level of 0 to 10 and a spread of 0 to 4
    const held = Array.from({ length: 200 }, () => middleOf(Array.from({ length: 12 }, draw), 20));
    const isIn = held.filter((each) => each.state === 'known' && (each.low ?? 0) <= truth && truth <= (each.high ?? 0));
    expect(isIn.length).toBeGreaterThan(180);
  });
});

describe('rates over sessions', () => {
  const clusters = (...ads: number[]) => ads.map((each) => ({ ads: each, units: 10 }));

  test('may be more than one', () => {
    const rate = rateOf(clusters(30, 42, 38, 41, 29));
    expect(rate).toMatchObject({ state: 'known', value: 3.6, units: 50, clusters: 5 });
    // t(4) · sd / √5 over ten units each, by hand: 2.776 · 6.124 / √5 / 10
    expect(rate.state === 'known' && [rate.low, rate.high]).toEqual([expect.closeTo(2.84, 2), expect.closeTo(4.36, 2)]);
  });

  test('of nothing say how many there may be', () => {
    const rate = rateOf(clusters(0, 0, 0, 0, 0));
    expect(rate).toMatchObject({ value: 0, low: 0, high: expect.closeTo(3.689 / 50, 4) as number });
  });

  test.each([
    ['four sessions', clusters(9, 9, 9, 9)],
    ['sessions without anything', [...clusters(9, 9, 9, 9), { ads: 0, units: 0 }]],
    ['nineteen units', Array(5).fill({ ads: 1, units: 3.8 })],
  ])('%s: no number', (_what, few) => expect(rateOf(few).state).toBe('few'));
});

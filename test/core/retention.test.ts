import { describe, expect, test } from 'vitest';
import * as retention from '@/utils/core/retention';

const { DAY_MS: day, askClock, decodeLimits, decodeRetention, firstClock, isRunDue } = retention;
const start = Date.UTC(2026, 10, 20, 8);

describe('limits', () => {
  test.each<[unknown, retention.RetentionLimits]>([
    [
      { exposures: 30, notes: 1, purchases: 3_650 },
      { exposures: 30, notes: 1, purchases: 3_650 },
    ],
    [{ exposures: 0, visits: -1, notes: 1.5, clicks: 3_651, purchases: NaN }, {}],
    [{ exposures: '30', visits: null, clicks: [30], saved: 30 }, {}],
    [{ exposures: Infinity, clicks: 90 }, { clicks: 90 }],
    [undefined, {}],
    [null, {}],
    ['30', {}],
    [30, {}],
    [[30], {}],
  ])('%j are %j: what is no number of days is kept for ever', (raw, limits) => {
    expect(decodeLimits(raw)).toEqual(limits);
  });

  test.each<[retention.RetentionLimits, retention.RetentionLimits, boolean]>([
    [{}, {}, false],
    [{ notes: 30 }, {}, true],
    [{ notes: 30 }, { notes: 30 }, false],
    [{ notes: 90 }, { notes: 30 }, false],
    [{ notes: 29, clicks: 90 }, { notes: 30, clicks: 30 }, true],
    [{}, { notes: 30 }, false],
  ])('%j after %j are stricter: %s', (limits, before, isStricter) => {
    expect(retention.isStricter(limits, before)).toBe(isStricter);
  });

  test('become times', () => {
    expect(retention.cutoffsOf({ exposures: 30, clicks: 1 }, start)).toEqual({
      exposures: start - 30 * day,
      clicks: start - day,
    });
  });
});

test.each<[unknown, retention.Retention]>([
  [undefined, { limits: {} }],
  [{ limits: { notes: 30 }, clock: { believed: 1, asked: 2 }, last: 7 }, { limits: { notes: 30 } }],
  [
    { limits: {}, clock: { believed: 1, asked: 2, doubts: 0 }, last: { at: 3, events: 4, exposures: 5 }, more: 6 },
    { limits: {}, clock: { believed: 1, asked: 2, doubts: 0 }, last: { at: 3, events: 4, exposures: 5 } },
  ],
])('what is kept outside of the ledger, as %j, is read as %j', (raw, read) => {
  expect(decodeRetention(raw)).toEqual(read);
});

describe('the clock', () => {
  /** Asked at so many days after the start, one after the other: what is believed each time, in days. */
  function believe(...days: number[]): number[] {
    let clock = firstClock(start);
    return days.map((each) => {
      clock = askClock(start + each * day, clock);
      return (clock.believed - start) / day;
    });
  }

  const tenYears = 3_652;

  test.each<[string, number[], number[]]>([
    ['goes on day by day', [1, 2, 3.5], [1, 2, 3.5]],
    ['was off for a week', [1, 8], [1, 8]],
    ['jumps ten years ahead', [1, tenYears], [1, 1]],
    ['jumps ahead, however often it is asked that day', [1, 3_652, 3_652.1, 3_652.2, 3_652.9], [1, 1, 1, 1, 1]],
    ['jumps ahead and comes back', [1, tenYears, 2, 3], [1, 1, 2, 3]],
    ['jumps ahead, comes back and jumps again', [1, 3_652, 2, 3_653, 3, 3_654, 4, 3_655], [1, 1, 2, 2, 3, 3, 4, 4]],
    ['is as far ahead after three days', [1, 3_652, 3_653, 3_654, 3_655, 3_656], [1, 1, 1, 1, 3_655, 3_656]],
    ['was off for a month', [1, 31, 32, 33, 34, 35], [1, 1, 1, 1, 34, 35]],
    ['is asked every ten days', [10, 20, 30, 40, 50, 60, 70, 80], [0, 0, 0, 40, 40, 40, 40, 80]],
    ['jumps ahead, and then less far', [1, 3_652, 3_653, 3_654, 2_000, 2_001], [1, 1, 1, 1, 1, 1]],
    ['jumps back', [1, -3_652], [1, -3_652]],
    ['jumps back and is put right', [1, -3_652, 2, 3, 4, 5, 6], [1, -3_652, -3_652, -3_652, -3_652, 5, 6]],
  ])('that %s', (_what, days, believed) => expect(believe(...days)).toEqual(believed));

  test.each([
    [undefined, true],
    [0, false],
    [0.99, false],
    [1, true],
    [-0.1, true],
  ])('%s days after the last run another one is due: %s', (days, due) => {
    const last = { at: start, events: 0, exposures: 0 };
    expect(isRunDue(days === undefined ? undefined : last, start + (days ?? 0) * day)).toBe(due);
  });
});

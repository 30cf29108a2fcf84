import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExposureEvent } from '@/utils/core/units';
import { attentionShares } from '@/utils/density/attention';
import { screenOf } from '@/utils/density/stays';
import { mrcThresholds } from '@/utils/density/thresholds';
import { classOf } from '@/utils/density/unit-class';
import { viewUnits } from '@/utils/density/viewability';
import { card, itself, start } from '../export/made-rows';

const seen = (ratio: number, active = true) => [{ afterMs: 0, ratio, active }];
const viewsOf = (rows: ExposureEvent[]) => viewUnits(screenOf(rows, classOf), mrcThresholds).units;

test('a unit that comes and goes is one unit, and its stays add up', () => {
  const rows = [
    itself(0, 'v', { states: seen(1), durationMs: 9_000 }),
    card(0, 'v', { states: seen(1), durationMs: 600 }),
    card(3_000, 'v', { states: seen(0.8), durationMs: 700, entry: 2 }),
    card(7_000, 'v', { states: seen(0.9), durationMs: 1_100, entry: 3 }),
  ];
  expect(viewsOf(rows)).toEqual({
    'card:0': expect.objectContaining({
      ...{ visible50_ms: 2_400, max_continuous50_ms: 1_100, viewable: true, viewable_at: start + 8_000 },
    }) as object,
  });
});

test('what the page itself says of the tab decides when a card was looked at', () => {
  const turns = [
    { afterMs: 0, ratio: 1, active: true },
    { afterMs: 500, ratio: 1, active: false },
    { afterMs: 4_000, ratio: 1, active: true },
  ];
  const rows = [itself(0, 'v', { states: turns, durationMs: 5_000 }), card(0, 'v', { durationMs: 5_000 })];
  expect(viewsOf(rows)['card:0']).toMatchObject({ any_visible_ms: 1_500, max_continuous50_ms: 1_000, viewable: true });
});

test('what was loaded and never shown has no time, and a click counts at once', () => {
  const rows = [
    itself(0, 'v', { durationMs: 3_000 }),
    card(0, 'v', { entry: 0, states: [], durationMs: 0 }),
    card(0, 'v', { unit: { key: 'card:1' }, states: seen(0.2), durationMs: 900, clickedAfterMs: 400 }),
  ];
  expect(viewsOf(rows)).toMatchObject({
    'card:0': { any_visible_ms: 0, viewable: false },
    'card:1': { viewable: true, viewable_at: start + 400, rule: 'click' },
  });
});

test('a film counts while it runs', () => {
  const states = [
    { afterMs: 0, ratio: 1, active: true, playing: false },
    { afterMs: 1_000, ratio: 1, active: true, playing: true },
  ];
  const rows = [itself(0, 'v', { durationMs: 9_000 }), card(0, 'v', { states, durationMs: 2_900 })];
  expect(viewsOf(rows)['card:0']).toMatchObject({ viewable: false });
  expect(viewsOf([rows[0]!, { ...rows[1]!, durationMs: 3_000 }])['card:0']).toMatchObject({ viewable: true });
});

describe('shares of a visit', () => {
  const ad = { key: 'card:1', label: { text: '赞助', kind: 'equivalent' as const } };

  test('of ads and of the rest', () => {
    const rows = [
      itself(0, 'v', { durationMs: 4_000 }),
      card(0, 'v', { durationMs: 3_000, unit: { rect: [0, 0, 10, 10] } }),
      card(0, 'v', { durationMs: 1_000, unit: { ...ad, rect: [0, 10, 10, 10] } }),
    ];
    expect(attentionShares(screenOf(rows, classOf), mrcThresholds)).toMatchObject({
      ...{ active_ms: 4_000, ad_time_share_units: 0.25, ad_time_share_clock: 0.25, ad_area_share: 0.5 },
      ...{ ad_pixel_time_share: 0.25, viewable_ads_per_active_hour: 900 },
    });
  });

  test('the times of all units are sums over what each stay says', () => {
    const stay = fc.record({
      unit: fc.integer({ min: 0, max: 2 }),
      at: fc.integer({ min: 0, max: 20 }),
      ms: fc.integer({ min: 1, max: 900 }),
      ratio: fc.constantFrom(0, 0.3, 0.5, 1),
    });
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 20 }), (stays) => {
        const free = [0, 0, 0];
        const rows = stays.map(({ unit, at, ms, ratio }) => {
          const from = (free[unit] = (free[unit] ?? 0) + at); // stays of one unit do not overlap
          free[unit] = from + ms;
          return card(from, 'v', { unit: { key: String(unit) }, states: seen(ratio), durationMs: ms });
        });
        const views = viewsOf([itself(0, 'v', { durationMs: 1e6 }), ...rows]);
        for (const key of ['0', '1', '2']) {
          const own = stays.filter(({ unit, ratio }) => String(unit) === key && ratio >= 0.5);
          expect(views[key]?.visible50_ms ?? 0).toBe(own.reduce((sum, { ms }) => sum + ms, 0));
        }
      }),
    );
  });
});

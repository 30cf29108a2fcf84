import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kaplanMeier } from '@/utils/core/kaplan-meier';
import { quantile } from '@/utils/core/numbers';
import { adLoad } from '@/utils/density/ad-load';
import { adClassNames, isAd, isKnown } from '@/utils/density/classes';
import { cohenKappa, correctPrevalence } from '@/utils/density/detector';
import { labelKindOf } from '@/utils/core/labels';
import { exactBootstrap } from '@/utils/density/exact-bootstrap';
import { clusterRatio, mulberry32, seededBootstrap, wilson } from '@/utils/density/intervals';
import { betterAdsExceeds, pageDensity } from '@/utils/density/page-density';
import { pseudonym } from '@/utils/density/pseudonym';
import { mrcThresholds } from '@/utils/density/thresholds';
import { playScreen, viewUnits, type ScreenEvent } from '@/utils/density/viewability';

const unit = (change: object = {}) =>
  ({
    t: 0,
    type: 'unit',
    unit: 'a',
    kind: 'note_card',
    media: 'image',
    rect: [0, 0, 240, 400],
    class: 'none',
    ...change,
  }) as const;

describe('nothing in, null out: undefined is not zero', () => {
  test('ad load', () => expect(adLoad([])).toMatchObject({ units: 0, ad_load_units: null, ad_load_viewable: null }));
  test('ratio of no clusters', () =>
    expect(clusterRatio([])).toMatchObject({ pooled_ratio: null, design_effect: null }));
  test('one cluster has no error', () =>
    expect(clusterRatio([{ ads: 1, units: 4 }])).toMatchObject({ pooled_ratio: 0.25, cluster_se_linearised: null }));
  test('resamples of nothing', () => expect(exactBootstrap([])).toMatchObject({ mean: null, q025: null, min: null }));
  test('bootstrap of nothing', () =>
    expect(seededBootstrap([], { B: 10, seed: 1 })).toMatchObject({ pooled_ratio: null, q500: null }));
  test('survival of nobody', () => expect(kaplanMeier([])).toEqual({ table: [], median: null }));
  test('kappa of nothing', () => expect(cohenKappa({ tp: 0, fp: 0, fn: 0, tn: 0 })).toBeNull());
  test('wilson of nothing', () => expect(wilson(0, 0, 1.96)).toEqual([null, null]));
  test('quantile of nothing', () => expect(quantile([], 0.5)).toBeNull());
  test('a page without content', () =>
    expect(pageDensity({ top: 0, bottom: 0, left: 0, right: 0 }, [])).toMatchObject({ height_density: null }));
});

describe('classes', () => {
  test.each(adClassNames)('%s is in A, in none, or in neither', (name) => {
    const facts = [isAd({ class: name }), isKnown({ class: name })];
    expect(facts).toEqual({ none: [false, true], unknown: [false, false] }[name as string] ?? [true, true]);
  });

  test('unknown units leave numerator and denominator', () => {
    const units = ['platform_ad', 'none', 'unknown'].map((name) => ({
      kind: 'note_card',
      class: name,
      viewable: true,
    }));
    expect(adLoad(units)).toMatchObject({ units: 2, ads: 1, ad_load_units: 0.5 });
  });
});

test.each([
  ['广告', 'statutory'],
  [' 广告 ', 'statutory'],
  ['赞助 广告', 'statutory'],
  ['sponsored', 'equivalent'],
  ['推广', 'equivalent'],
  ['利益相关', 'declared'],
  ['', 'none'],
  ['　', 'none'],
  ['廣告', 'statutory'],
  ['贊助', 'equivalent'],
  ['利益相關', 'declared'],
  ['好物', 'other'],
  ['Ad', 'other'],
])('the label %j is %s', (text, kind) => expect(labelKindOf(text)).toBe(kind));

describe('a unit on screen', () => {
  const seen = (...events: ScreenEvent[]) => viewUnits(events, mrcThresholds).units['a'];

  test('events of a unit that nobody described say nothing', () => {
    expect(viewUnits([{ t: 0, type: 'vis', unit: 'x', ratio: 1 }], mrcThresholds)).toEqual({ units: {} });
  });

  test('how a unit looks holds from when it looks so, though its description comes later', () => {
    const view = seen(
      { t: 0, type: 'page', active: true },
      { t: 100, type: 'vis', unit: 'a', ratio: 1 },
      unit({ t: 900 }),
      { t: 1_100, type: 'end' },
    );
    expect(view).toMatchObject({ viewable_at: 1_100, visible50_ms: 1_000, pixel_ms: 96_000_000 });
  });

  test('a state that is told again at the same moment breaks no run', () => {
    const view = seen(
      { t: 0, type: 'page', active: true },
      unit(),
      { t: 0, type: 'vis', unit: 'a', ratio: 0.6 },
      { t: 600, type: 'vis', unit: 'a', ratio: 0 },
      { t: 600, type: 'vis', unit: 'a', ratio: 0.6 },
      { t: 1000, type: 'end' },
    );
    expect(view).toMatchObject({ viewable: true, viewable_at: 1000, max_continuous50_ms: 1000 });
  });

  test('without focus no time passes', () => {
    const view = seen(unit(), { t: 0, type: 'vis', unit: 'a', ratio: 1 }, { t: 5000, type: 'end' });
    expect(view).toMatchObject({ viewable: false, any_visible_ms: 0, pixel_ms: 0 });
  });

  test('sums never exceed the active time, whatever happens', () => {
    const event = fc.record({
      t: fc.integer({ min: 0, max: 5_000 }),
      what: fc.oneof(
        fc.boolean().map((active) => ({ type: 'page', active }) as const),
        fc.double({ min: 0, max: 1, noNaN: true }).map((share) => ({ type: 'vis', unit: 'a', ratio: share }) as const),
      ),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const told = [unit(), ...events.map(({ t, what }) => ({ t, ...what })), { t: 6_000, type: 'end' as const }];
        const { units, active_ms, clock_ms } = playScreen(told, mrcThresholds);
        const view = units.get('a');
        expect(view?.any_visible_ms).toBeLessThanOrEqual(active_ms);
        expect(view?.visible50_ms).toBeLessThanOrEqual(view?.any_visible_ms ?? 0);
        expect(view?.max_continuous50_ms).toBeLessThanOrEqual(view?.visible50_ms ?? 0);
        expect(clock_ms).toBe(view?.visible50_ms);
        expect(view?.viewable).toBe((view?.max_continuous50_ms ?? 0) >= 1_000);
      }),
    );
  });
});

describe('errors of the detector', () => {
  test('no better than chance: no correction', () => expect(correctPrevalence(0.3, 0.5, 0.5)).toBeNull());
  test('a correction stays a share', () => {
    expect(correctPrevalence(0.01, 0.9, 0.9)).toBe(0);
    expect(correctPrevalence(0.99, 0.9, 0.95)).toBe(1);
  });
});

test('a sticky bar counts once by height and not by area', () => {
  const bar = { x: 0, y: 0, w: 100, h: 50, sticky: true };
  const density = pageDensity({ top: 0, bottom: 1000, left: 0, right: 100 }, [bar]);
  expect(density).toMatchObject({ ad_height_px: 50, height_density: 0.05, area_density: 0 });
  expect(betterAdsExceeds({ density: 0.3, device: 'desktop', sticky_video: true })).toBe(false);
});

test('the generator is the published one', () => {
  const random = mulberry32(42);
  expect([random(), random()]).toEqual([0.6011037519201636, 0.44829055899754167]);
});

test('a separator keeps domain and id apart', async () => {
  const key = new Uint8Array(32);
  expect(await pseudonym(key, 'no', 'te1')).not.toBe(await pseudonym(key, 'note', '1'));
});

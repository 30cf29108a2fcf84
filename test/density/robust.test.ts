import { describe, expect, test } from 'vitest';
import { adLoad } from '@/utils/density/ad-load';
import { exposureFrequency } from '@/utils/density/frequency';
import { linkDensity } from '@/utils/density/links';
import { evaluateVector } from './evaluate-vector';

/** What a second set of vectors may hold: nothing, one of it, ties, words nobody knows, what was not counted. */

const evaluate = (metric: string, input: object, params: object = {}) =>
  evaluateVector({ metrics: [metric], params: { ...params }, input: { ...input } });

const screen = (...events: object[]) => ({ events });
const active = { t: 0, type: 'page', active: true };
const unit = (change: object = {}) => ({
  ...{ t: 0, type: 'unit', unit: 'a', kind: 'note_card', media: 'image', rect: [0, 0, 10, 10], class: 'none' },
  ...change,
});
const vis = (t: number, ratio: number) => ({ t, type: 'vis', unit: 'a', ratio });

describe('nothing at all', () => {
  test.each<[string, object, object]>([
    ['viewable', screen(), { units: {} }],
    ['ad_load_*', { units: [] }, { units: 0, ad_load_units: null, viewable_notes: 0, ad_load_viewable_notes: null }],
    ['share_at_k', { feeds: {} }, { feeds: {}, gaps: { n: 0, mean: null, min: null, share_adjacent: null } }],
    ['first_ad_position_km_median', { sessions: [] }, { table: [], median: null, naive_median_uncensored: null }],
    ['ad_pixel_time_share', screen(), { visible50_ms: {}, ad_time_share_clock: null, ad_area_share: null }],
    ['ad_link_prevalence', { notes: [] }, { notes: 0, ad_link_prevalence: null, macro_blue_link_comment_share: null }],
    ['disclosed_any_rate', { units: [] }, { with_purchase_link: 0, disclosed_any_rate: null, feed_ads: 0 }],
    ['cohen_kappa', { tp: 0, fp: 0, fn: 0, tn: 0 }, { precision: null, recall: null, corrected_prevalence: null }],
    ['cluster_se', { participants: [] }, { pooled_ratio: null, bootstrap_exact: { n_resamples: 0, q025: null } }],
    ['session_id', { event_minutes: [] }, { sessions: [], n_sessions: 0 }],
    ['repeat_exposure_share', { viewport_entries: [] }, { exposures: 0, max_frequency: 0, mean_frequency: null }],
    ['hhi', { ad_links: {} }, { shares: {}, hhi: null, effective_number: null }],
    ['suppressed', { cells: [] }, { cells: [], row_totals: {} }],
    ['height_density', { content: { top: 0, bottom: 9, left: 0, right: 9 }, ads: [] }, { height_density: 0 }],
  ])('%s', (metric, input, expected) => {
    expect(evaluate(metric, input, { gap_minutes: 30, k: 5, B: 5, seed: 1 })).toMatchObject(expected);
  });
});

describe('one of it', () => {
  test('a feed of one ad has no gap and no share among the first five', () =>
    expect(evaluate('share_at_k', { feeds: { f: { n: 1, ads: [1] } } })).toMatchObject({
      feeds: { f: { first_ad_position: 1, gaps: [], share_at_k: { '5': null } } },
      gaps: { n: 0, median: null },
    }));

  test('a participant alone has a ratio and no error', () =>
    expect(evaluate('cluster_se', { participants: [{ ads: 2, units: 8 }] })).toMatchObject({
      pooled_ratio: 0.25,
      cluster_se_linearised: null,
      bootstrap_exact: { n_resamples: 1, mean: 0.25, sd_population: 0, q025: 0.25 },
    }));

  test('a participant without units is in the ratio and in no mean of ratios', () =>
    expect(
      evaluate('cluster_se', {
        participants: [
          { ads: 0, units: 0 },
          { ads: 1, units: 2 },
        ],
      }),
    ).toMatchObject({
      pooled_ratio: 0.5,
      macro_mean: 0.5,
      bootstrap_exact: { n_resamples: 4, min: 0.5, max: 0.5 },
    }));

  test('all resamples count, and those without units have no ratio', () => {
    const participants = [
      { ads: 0, units: 0 },
      { ads: 1, units: 4 },
      { ads: 2, units: 4 },
    ];
    // Of 27 one holds nothing; of the others 7 are of the second alone and 7 of the third.
    expect(evaluate('cluster_se', { participants })).toMatchObject({
      bootstrap_exact: { n_resamples: 27, q025: 0.25, q975: 0.5, mean: expect.closeTo(0.375, 12) as number },
    });
    const none = participants.map(() => ({ ads: 0, units: 0 }));
    expect(evaluate('cluster_se', { participants: none })).toMatchObject({
      bootstrap_exact: { n_resamples: 27, mean: null, q025: null, min: null },
    });
  });

  test('a single hidden cell hides the smallest beside it', () =>
    expect(
      evaluate(
        'suppressed',
        {
          cells: [1, 9, 6].map((participants) => ({ platform: String(participants), week: 'W', participants, ads: 1 })),
        },
        { k: 5 },
      ),
    ).toMatchObject({ cells: [{ suppressed: 'primary' }, { suppressed: null }, { suppressed: 'secondary' }] }));
});

describe('ties and order', () => {
  test('an ad at the very place where others end: the ad comes first', () =>
    expect(
      evaluate('first_ad_position_km_median', {
        sessions: [
          { position: 4, ad_seen: false },
          { position: 4, ad_seen: true },
        ],
      }),
    ).toMatchObject({ table: [{ t: 4, at_risk: 2, events: 1, survival: 0.5 }], median: 4 }));

  test('what is told of a unit before it is described, at the same moment, is told of it', () =>
    expect(evaluate('viewable', screen(active, vis(0, 1), unit(), { t: 1_000, type: 'end' }))).toMatchObject({
      units: { a: { viewable: true, viewable_at: 1_000 } },
    }));

  test('a unit that is described again keeps what was summed up', () =>
    expect(
      evaluate(
        'viewable',
        screen(active, unit(), vis(0, 1), unit({ t: 700, rect: [0, 0, 20, 10] }), { t: 1_000, type: 'end' }),
      ),
    ).toMatchObject({ units: { a: { visible50_ms: 1_000, pixel_ms: 700 * 100 + 300 * 200, viewable: true } } }));

  test('events out of order are played in order', () =>
    expect(evaluate('viewable', screen({ t: 2_000, type: 'end' }, vis(500, 1), unit(), active))).toMatchObject({
      units: { a: { any_visible_ms: 1_500 } },
    }));

  test('a gap of exactly the limit keeps a session together', () =>
    expect(evaluate('session_id', { event_minutes: [30, 0, 60.5] }, { gap_minutes: 30 })).toMatchObject({
      sessions: [[0, 30], [60.5]],
    }));
});

describe('what nobody knows', () => {
  test.each(['unknown', 'sponsored_by_aliens', ''])('the class %j is in neither part of a share', (name) => {
    const units = [name, 'platform_ad', 'none'].map((each) => ({ kind: 'note_card', class: each, viewable: true }));
    expect(evaluate('ad_load_*', { units })).toMatchObject({ units: 2, ads: 1, ad_load_viewable: 0.5 });
  });

  test('and its time is measured all the same', () =>
    expect(
      evaluate('ad_pixel_time_share', screen(active, unit({ class: 'unknown' }), vis(0, 1), { t: 500, type: 'end' })),
    ).toMatchObject({ visible50_ms: { a: 500 }, ad_time_share_units: null, active_ms: 500 }));

  test('a note whose comments nobody counted is a note, and no comment', () =>
    expect(
      evaluate('ad_link_prevalence', {
        notes: [
          { ad_links: 1, comments_seen: null, comments_with_blue_link: null, blue_links: 0 },
          { ad_links: 0, comments_seen: 10, comments_with_blue_link: 1, blue_links: 2 },
        ],
      }),
    ).toMatchObject({ notes: 2, ad_link_prevalence: 0.5, comments_seen: 10, blue_links_per_100_comments: 20 }));

  test('a label that was never read counts as none observed', () =>
    expect(
      evaluate('disclosed_any_rate', {
        units: [{ label_text: null, purchase_link: true, label_visible: null, author_role: 'odd', class: 'odd' }],
      }),
    ).toMatchObject({ label_kinds: ['none'], no_label_observed_rate: 1, art9_link_scope: 1, feed_ads: 0 }));
});

describe('many', () => {
  const many = 200_000;

  test('ten clusters have all their resamples', () =>
    expect(
      evaluate('cluster_se', {
        participants: Array.from({ length: 10 }, (_one, place) => ({ ads: place, units: 10 })),
      }),
    ).toMatchObject({
      bootstrap_exact: { n_resamples: 10 ** 10, min: 0, max: 0.9, mean: expect.closeTo(0.45, 9) as number },
    }));

  test('thirteen of two kinds are drawn as so many trials', () => {
    const participants = Array.from({ length: 13 }, (_one, place) => ({ ads: place < 4 ? 10 : 0, units: 10 }));
    expect(evaluate('cluster_se', { participants })).toMatchObject({
      bootstrap_exact: {
        ...{ n_resamples: 302_875_106_592_253, min: 0, max: 1, mean: expect.closeTo(4 / 13, 12) as number },
        sd_population: expect.closeTo(Math.sqrt(((4 / 13) * (9 / 13)) / 13), 12) as number,
        // Binomial, 13 trials of 4/13: 0 of them in 0.8 %, at most 1 in 5.7 %; at most 6 in 92.9 %, at most 7 in 97.9 %.
        ...{ q025: 1 / 13, q975: 7 / 13 },
      },
    });
  });

  test('thirteen that all differ', () => {
    const participants = Array.from({ length: 13 }, (_one, place) => ({ ads: place, units: 20 + place ** 2 }));
    expect(evaluate('cluster_se', { participants })).toMatchObject({
      bootstrap_exact: {
        n_resamples: 302_875_106_592_253,
        min: 0,
        max: expect.closeTo(1 / 9, 12) as number,
      },
    });
  });

  test('more clusters than can be listed say so', () =>
    expect(
      evaluate('cluster_se', { participants: Array.from({ length: 14 }, () => ({ ads: 1, units: 10 })) }),
    ).toMatchObject({
      pooled_ratio: expect.closeTo(0.1, 12) as number,
      bootstrap_exact: { n_resamples: 0, q025: null },
    }));

  test('a list longer than a call takes arguments', () => {
    const ads = Array.from({ length: many }, (_ad, place) => 2 * place + 1);
    expect(evaluate('share_at_k', { feeds: { f: { n: 2 * many, ads } } })).toMatchObject({
      gaps: { n: many - 1, min: 1, max: 1 },
    });
  });

  /** Counts how often it was read, and gives each row once. */
  function* told<T>(row: (place: number) => T, count: { read: number }): Generator<T> {
    for (let place = 0; place < many; place += 1) {
      count.read += 1;
      yield row(place);
    }
  }

  test('sums take rows as they come, each once', () => {
    const count = { read: 0 };
    const load = adLoad(
      told((place) => ({ kind: 'note_card', class: place % 4 ? 'none' : 'disclosed', viewable: true }), count),
    );
    const links = linkDensity(
      told(() => ({ ad_links: 1, comments_seen: 2, comments_with_blue_link: 1, blue_links: 1 }), count),
    );
    const entries = exposureFrequency(told((place) => ({ feed: 'f', note: String(place % 10) }), count));
    expect(count.read).toBe(3 * many);
    expect([load.ad_load_units, links.blue_link_comment_share, entries.exposures]).toEqual([0.25, 0.5, 10]);
  });
});

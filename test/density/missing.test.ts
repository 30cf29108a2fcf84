import { describe, expect, test } from 'vitest';
import type { Given } from './agree';
import { evaluateVector } from './evaluate-vector';

/** What a row may lack, or tell twice. */

const evaluate = (metric: string, { params, ...input }: Given) =>
  evaluateVector({ metrics: [metric], params: { ...params }, input });

const screen = (...events: object[]) => ({ events });
const active = { t: 0, type: 'page', active: true };
const unit = (change: object = {}) => ({
  ...{ t: 0, type: 'unit', unit: 'a', kind: 'note_card', media: 'image', rect: [0, 0, 10, 10], class: 'none' },
  ...change,
});
const vis = (t: number, ratio: number) => ({ t, type: 'vis', unit: 'a', ratio });

describe('what is missing', () => {
  const touch = (change: object) => ({ id: 'c', type: 'click', t: 0, platform: 'jd', item: 'i', shop: 's', ...change });
  const rule = { click_windows_days: [1], view_window_days: 1, match_level: 'item', click_priority: true };
  const typed = { model: 'linear', click_window_days: 1, view_window_days: 1, click_priority: true };
  const counts = { exposures: null, viewable: null, clicks: 4, visits: 3, visits_without_click: null, orders: 2 };
  const claim = { impressions: null, visitors_at_least: 0, gmv_yuan: 10, roi: 0, cac_yuan: 0 };
  const line = { order: 'o', line: 1, paid_fen: 500, refunded_fen: null, status: 'completed' };
  const save = { platform: 'jd', item: 'i', day: 1 };
  const bought = { order: 'o', platform: 'jd', item: 'i', day: 3 };

  test.each<[string, Given, object]>([
    [
      'first_ad_position_km_median',
      {
        sessions: [
          { position: null, ad_seen: false },
          { position: 2, ad_seen: true },
        ],
      },
      { table: [{ t: 2, at_risk: 1, events: 1, survival: 0 }], median: 2 },
    ],
    [
      'share_at_k',
      { feeds: { f: { n: 5, ads: [4, 2, 4] } } },
      { feeds: { f: { gaps: [1], share_at_k: { '5': 0.4 } } } },
    ],
    [
      'better_ads_exceeds',
      {
        cases: [{ density: null }, { density: 0.31 }, {}, { density: 0.3 }].map((each) => ({
          ...{ device: 'mobile', sticky_video: false },
          ...each,
        })),
      },
      { exceeds: [null, true, null, false] },
    ],
    ['height_density', { content: { top: 9, bottom: 0, left: 0, right: 9 }, ads: [] }, { height_density: null }],
    ['cohen_kappa', { tp: 1, fp: 2, fn: 3, tn: 1 }, { corrected_prevalence: expect.closeTo(4 / 7, 12) }],
    ['cohen_kappa', { tp: 3, fp: 1, fn: 6, tn: 2 }, { corrected_prevalence: null }],
    ['recall', { tp: 3, fp: 1, fn: null, tn: 2 }, { precision: 0.75, recall: null, f1: null, cohen_kappa: null }],
    [
      'share_at_k',
      { feeds: { f: { ads: [2] } } },
      { feeds: { f: { first_ad_position: 2, share_at_k: { '5': null } } } },
    ],
    ['ctr_viewable', { counts }, { ctr_viewable: null, viewable_rate: null, landing_rate: null, cvr_click: 0.5 }],
    ['implied_spend_yuan', claim, { implied_spend_yuan: null, implied_cpm_yuan: null, roi_profit_form: -1 }],
    ['implied_spend_yuan', { ...claim, roi: null }, { roi_profit_form: null, visit_rate_lower_bound: null }],
    ['net_gmv_fen', { lines: [line, line], spend_fen: null }, { lines: 1, net_gmv_fen: 500, roas_net: null }],
    [
      'save_to_purchase_rate',
      { saved: [save], purchases: [bought, bought], observation_end_day: 9 },
      { per_platform: { jd: { purchases: 1 } } },
    ],
    [
      'save_to_purchase_rate',
      { saved: [{ ...save, day: null }], purchases: [{ ...bought, day: null }], observation_end_day: 9 },
      { overall_rate: 0, time_to_purchase_km: { table: [], median: null }, purchases_not_from_saved: 1 },
    ],
    [
      // Saved and bought after the observation had ended: neither was observed, and what was saved before is still waiting.
      'save_to_purchase_rate',
      {
        saved: [save, { ...save, item: 'late', day: 10 }],
        purchases: [{ ...bought, day: 12 }],
        observation_end_day: 9,
      },
      {
        per_platform: { jd: { saved_items: 1, saved_then_purchased: 0, purchases: 0 } },
        ...{ overall_rate: 0, time_to_purchase_km: { table: [], median: null }, purchases_not_from_saved: 0 },
      },
    ],
    [
      'wilson_low',
      {
        params: { z: 2 },
        cases: [
          { k: 1, n: null },
          { k: 3, n: 2 },
        ],
      },
      {
        intervals: [
          [null, null],
          [null, null],
        ],
      },
    ],
    ['session_id', { params: { gap_minutes: 30 }, event_minutes: [4, null] }, { sessions: [[4]], n_sessions: 1 }],
    [
      'repeat_exposure_share',
      {
        viewport_entries: [
          { feed: 'f', note: null },
          { feed: 'g', note: null },
        ],
      },
      { viewport_entries: 2, exposures: 0 },
    ],
    [
      'repeat_exposure_share',
      { viewport_entries: [{ feed: 'f' }, { feed: 'g' }, { feed: 'g', note: 'n' }] },
      { viewport_entries: 3, exposures: 1, unique_units: 1 },
    ],
    [
      // Nobody knows what these were: two saves, and a purchase of something else or of the same.
      'save_to_purchase_rate',
      {
        saved: [
          { ...save, item: null },
          { ...save, item: null },
        ],
        purchases: [{ ...bought, item: null }],
        observation_end_day: 9,
      },
      {
        per_platform: { jd: { saved_items: 2, saved_then_purchased: 0, purchases: 1 } },
        purchases_not_from_saved: 1,
      },
    ],
    [
      'save_to_purchase_rate',
      { saved: [{ platform: 'jd', item: 'i' }], purchases: [], observation_end_day: 9 },
      { per_platform: { jd: { saved_items: 1 } }, time_to_purchase_km: { table: [] } },
    ],
    [
      'pooled_ratio',
      {
        participants: [
          { ads: 1, units: 4 },
          { ads: null, units: 8 },
          { ads: 3, units: 4 },
        ],
      },
      { pooled_ratio: 0.5, macro_mean: 0.5, bootstrap_exact: { n_resamples: 4, min: 0.25 } },
    ],
    [
      'bootstrap_ci',
      { params: { B: 3, seed: 1 }, participants: [{ units: 8 }, { ads: 1, units: 4 }] },
      { pooled_ratio: 0.25, first3_replicates: [0.25, 0.25, 0.25] },
    ],
    [
      'ad_link_prevalence',
      { notes: [{ ad_links: null, comments_seen: 4, comments_with_blue_link: 1, blue_links: 1 }] },
      { ad_link_prevalence: null, blue_link_note_prevalence: 1, commercial_note_prevalence: null },
    ],
    ['attribution_credit', { params: rule, order: touch({}), touches: [touch({ item: null })] }, { last: { '1': {} } }],
    [
      'attribution_credit',
      { params: rule, order: touch({ item: null }), touches: [touch({ item: null })] },
      { last: { '1': {} } },
    ],
    [
      'attribution_credit',
      { params: rule, order: touch({}), touches: [touch({}), touch({})] },
      { linear: { '1': { c: 1 } } },
    ],
    [
      'gmv_by_type',
      { params: typed, orders: [touch({ paid_fen: 7 }), touch({ paid_fen: 7 })], touches: [touch({})] },
      { item: { gmv_fen: { click: 7 } } },
    ],
    [
      // Two things of one order, each led to by a link of its own: neither credit takes the place of the other.
      'gmv_by_type',
      {
        params: typed,
        orders: [touch({ id: 'o', paid_fen: 7 }), touch({ id: 'o', item: 'j', paid_fen: 5 })],
        touches: [touch({}), touch({ id: 'd', item: 'j' })],
      },
      { item: { credits: { o: { c: 1, d: 1 } }, gmv_fen: { click: 12 } } },
    ],
    [
      // A kind of touch that nobody here knows has no window of its own.
      'gmv_by_type',
      { params: typed, orders: [touch({ paid_fen: 7 })], touches: [touch({ type: 'follow' })] },
      { item: { credits: { c: {} }, gmv_fen: { click: 0, view: 0, none: 7 } } },
    ],
    [
      'gmv_by_type',
      { params: typed, orders: [touch({ paid_fen: null })], touches: [] },
      { shop: { gmv_fen: { none: 0 } } },
    ],
  ])('%s of %j', (metric, input, expected) => {
    expect(evaluate(metric, input)).toMatchObject(expected);
  });

  test('an ad that is found to be none stops the clock of ads', () =>
    expect(
      evaluate(
        'ad_pixel_time_share',
        screen(active, unit({ class: 'disclosed' }), vis(0, 1), unit({ t: 400 }), { t: 1_000, type: 'end' }),
      ),
    ).toMatchObject({ ad_time_share_clock: 0.4 }));

  test('a large unit is held to the rule for large ones alone', () =>
    expect(
      evaluate('viewable', {
        params: { large_rule: true },
        ...screen(active, unit({ rect: [0, 0, 970, 250] }), vis(0, 1), { t: 1_000, type: 'end' }),
      }),
    ).toMatchObject({ units: { a: { rule: 'mrc_large_30_1s', viewable_at: 1_000 } } }));
});

import { describe, expect, test } from 'vitest';
import { evaluateVector } from './evaluate-vector';

/** What a vector may leave out, of its parameters and of a row: the published value holds, and what follows is no NaN. */

const evaluate = (metric: string, input: object, params?: Record<string, unknown>) =>
  evaluateVector({ metrics: [metric], input: { ...input }, ...(params && { params }) });

const dayMs = 86_400_000;
const order = { id: 'o', t: 40 * dayMs, platform: 'jd', item: 'i', shop: 's', paid_fen: 700 };
const touch = (id: string, days: number, type = 'click') => ({ ...order, id, type, t: order.t - days * dayMs });

describe('parameters', () => {
  test('a session ends with a gap of more than half an hour', () =>
    expect(evaluate('session_id', { event_minutes: [0, 30, 61] })).toEqual({
      sessions: [[0, 30], [61]],
      n_sessions: 2,
    }));

  test('fewer than five are not told', () => {
    const cell = (platform: string, participants: number) => ({
      platform,
      week: 'W1',
      participants,
      ads: participants,
    });
    expect(evaluate('suppressed', { cells: [cell('jd', 4), cell('pdd', 5), cell('vip', 9)] })).toMatchObject({
      cells: [{ suppressed: 'primary' }, { suppressed: 'secondary' }, { suppressed: null }],
      row_totals: { W1: 18 },
    });
  });

  test('Wilson’s interval is that of 95 %', () =>
    expect(evaluate('wilson_low', { cases: [{ k: 4, n: 20 }] })).toEqual({
      intervals: [[expect.closeTo(0.0806576626, 9) as number, expect.closeTo(0.4160174323, 9) as number]],
    }));

  test('two thousand resamples from 42', () => {
    const input = { participants: [1, 5, 9].map((ads) => ({ ads, units: 20 })) };
    expect(evaluate('bootstrap_ci', input)).toEqual(evaluate('bootstrap_ci', input, { B: 2_000, seed: 42 }));
  });

  test('four windows side by side, a day for views, the same item, clicks first', () => {
    const touches = [touch('far', 30), touch('near', 2), touch('view', 0.5, 'view'), { ...touch('odd', 1), item: 'j' }];
    expect(evaluate('attribution_credit', { order, touches })).toMatchObject({
      first: { '1': { view: 1 }, '7': { near: 1 }, '14': { near: 1 }, '30': { far: 1 } },
    });
    expect(evaluate('gmv_by_type', { orders: [order], touches })).toMatchObject({
      item: { credits: { o: { near: 1 } }, gmv_fen: { click: 700, view: 0, none: 0 } },
    });
  });
});

const active = { t: 0, type: 'page', active: true };
const unit = { t: 0, type: 'unit', unit: 'a', kind: 'note_card', media: 'image', rect: [0, 0, 10, 10], class: 'none' };
const { rect: _rect, ...boxless } = unit;
const end = { t: 2_000, type: 'end' };

test('a resample without any unit keeps its place among the first, and is in no quantile', () => {
  // The first draws from 42 are .601 and .448, then .852 and .670: the second and the first, then the second twice.
  const input = {
    participants: [
      { ads: 1, units: 2 },
      { ads: 0, units: 0 },
    ],
  };
  expect(evaluate('bootstrap_ci', input, { B: 50, seed: 42 })).toMatchObject({
    first3_replicates: [0.5, null, 0.5],
    ...{ q025: 0.5, q500: 0.5, q975: 0.5 },
  });
});

describe('parts of a row', () => {
  test.each<[string, [string, object], object]>([
    [
      'a unit without a box has time and no pixels',
      ['viewable', { events: [active, boxless, { t: 0, type: 'vis', unit: 'a', ratio: 1 }, end] }],
      { units: { a: { visible50_ms: 2_000, pixel_ms: 0, exposed70_3s: false } } },
    ],
    [
      'what has no time did not happen',
      ['viewable', { events: [active, unit, { type: 'vis', unit: 'a', ratio: 1 }, end] }],
      { units: { a: { any_visible_ms: 0, pixel_ms: 0 } } },
    ],
    [
      'what has no ratio was not seen to be in view',
      ['viewable', { events: [active, unit, { t: 0, type: 'vis', unit: 'a' }, end] }],
      { units: { a: { any_visible_ms: 0, pixel_ms: 0 } } },
    ],
    [
      'a list of which nobody says that it showed an ad is censored',
      ['first_ad_position_km_median', { sessions: [{ position: 3 }, { position: 4, ad_seen: true }] }],
      { table: [{ t: 4, at_risk: 1, events: 1, survival: 0 }], median: 4 },
    ],
    [
      'an ad without a height is nowhere',
      [
        'height_density',
        {
          content: { top: 0, bottom: 100, left: 0, right: 10 },
          ads: [
            { x: 0, y: 0, w: 10 },
            { x: 0, y: 50, w: 10, h: 20 },
          ],
        },
      ],
      { ad_height_px: 20, height_density: 0.2, area_density: 0.2 },
    ],
    [
      'comments that nobody counted are in no share',
      [
        'blue_link_*',
        {
          notes: [
            { ad_links: 0, blue_links: 1 },
            { ad_links: 1, blue_links: 1, comments_seen: 4, comments_with_blue_link: 1 },
          ],
        },
      ],
      { notes: 2, comments_seen: 4, blue_link_comment_share: 0.25, commercial_note_prevalence: 1 },
    ],
    [
      'a sample of three fields has no kappa',
      ['cohen_kappa', { tp: 3, fp: 1, tn: 2 }],
      { cohen_kappa: null, recall: null },
    ],
    [
      'a claim without its return implies no profit',
      ['implied_spend_yuan', { gmv_yuan: 9 }],
      { roi_profit_form: null },
    ],
    [
      'things of no shop are not of the same shop',
      [
        'gmv_by_type',
        { orders: [{ ...order, shop: undefined }], touches: [{ ...touch('c', 1), item: 'j', shop: undefined }] },
      ],
      { shop: { credits: { o: {} }, gmv_fen: { click: 0, none: 700 } } },
    ],
    [
      'more ads than units are a rate, of which no trials are independent',
      ['cluster_se', { participants: [3, 5].map((ads) => ({ ads, units: 2 })) }],
      { pooled_ratio: 2, se_if_independent: null, design_effect: null },
    ],
    [
      'a cell of nobody knows how many is not told, nor what it adds to',
      [
        'suppressed',
        {
          cells: [
            { platform: 'jd', week: 'W1' },
            ...['a', 'b'].map((platform) => ({ platform, week: 'W1', participants: 9, ads: 9 })),
          ],
        },
      ],
      {
        cells: [{ suppressed: 'primary' }, { suppressed: 'secondary' }, { suppressed: null }],
        row_totals: { W1: null },
      },
    ],
  ])('%s', (_what, [metric, input], expected) => {
    expect(evaluate(metric, input)).toMatchObject(expected);
  });
});

test.each([
  [29.999, 59.999],
  [0.1, 30.1],
  [94.001, 124.001],
])('from %d to %d minutes is a gap of exactly thirty', (...event_minutes) => {
  expect(evaluate('session_id', { event_minutes })).toMatchObject({ n_sessions: 1 });
});
test('a millisecond more is not', () => {
  const later = 29.999 + 30 + 1 / 60_000;
  expect(evaluate('session_id', { event_minutes: [29.999, later] })).toMatchObject({ n_sessions: 2 });
});

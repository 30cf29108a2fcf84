import { may, must } from './columns';
import { box, key, label, provenance, visibility } from './common';

/** One row per unit and page view it was rendered in. */
export const exposures = {
  title: 'One row per unit and page view it was rendered in',
  primaryKey: ['participant_id', 'exposure_no'],
  columns: [
    ...key,
    must.integer('exposure_no', 'Per-participant counter.', { unit: 'seq' }),
    must.integer('page_view_no', 'FK page_views.', { unit: 'seq' }),
    must.integer('session_no', 'FK sessions.', { unit: 'seq' }),
    must.datetime('rendered_at', 'Element attached with a box > 1 px2.', { unit: 'UTC' }),
    must.string('surface', 'As in page_views.'),
    may.integer(
      'position',
      '1-based order in the feed response (not screen column order). A position without a row was not told: neither an ad nor none.',
      { unit: 'rank' },
    ),
    may.integer('grid_column', '0-based waterfall column.', { unit: 'index' }),
    must.string('unit_kind', 'What it is.', {
      values: ['note_card', 'note_detail', 'comment', 'product_card', 'live_card', 'other'],
    }),
    must.string('media', 'Medium.', { values: ['image', 'video', 'live', 'text', 'unknown'] }),
    may.string('note_h', 'HMAC(study key, note id).'),
    may.string('author_h', 'HMAC(study key, author id).'),
    must.string(
      'author_role',
      'Account type; SAMR 2024 guideline: a merchant in its own account space need not mark 广告.',
      { values: ['merchant', 'creator', 'user', 'unknown'] },
    ),
    may.string('note_id', 'Public note id, tier T2 only.'),
    must.string(
      'ad_class',
      'platform_ad = served as an ad; disclosed = creator-declared; commercial_link = purchase link but no ad marker; none; unknown.',
      { values: ['platform_ad', 'disclosed', 'commercial_link', 'none', 'unknown'] },
    ),
    may.string(
      'ad_evidence',
      'Pipe-separated rules that fired, each with its layer, e.g. L2.model_type|L3.label; other: a rule of no known name.',
    ),
    may.real('detector_confidence', 'Rule confidence.', { unit: '0..1' }),
    ...label,
    must.integer('ad_links', 'Ad links that this unit was seen to carry.', { unit: 'count' }),
    must.integer('blue_links', 'Blue links that this unit was seen to carry.', { unit: 'count' }),
    ...box,
    ...visibility,
    ...provenance,
  ],
} as const;

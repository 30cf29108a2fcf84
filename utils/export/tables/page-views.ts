import { may, must } from './columns';
import { key, provenance } from './common';

/** One row per page or feed instance shown. */
export const pageViews = {
  title: 'One row per page or feed instance shown',
  primaryKey: ['participant_id', 'page_view_no'],
  columns: [
    ...key,
    must.integer(
      'page_view_no',
      'Per-participant counter; a refresh, new query or opened note starts a new one. A list that goes on after half an hour without anything, or past 5,000 units, is a new one as well, whose positions go on.',
      { unit: 'seq' },
    ),
    must.integer('session_no', 'FK sessions.', { unit: 'seq' }),
    must.string('surface', 'Where.', {
      values: ['explore_feed', 'search_results', 'note_detail', 'profile', 'shop', 'other'],
    }),
    may.string('query_h', 'HMAC(device key, normalised search query): comparable only inside one participant.'),
    may.string('note_h', 'HMAC of the open note (surface=note_detail).'),
    must.datetime('started_at', 'Shown.', { unit: 'UTC' }),
    may.datetime('ended_at', 'Left.', { unit: 'UTC' }),
    must.bigint('active_ms', 'Active time.', { unit: 'ms' }),
    must.integer('units_loaded', 'Units rendered.', { unit: 'count' }),
    must.integer('ads_loaded', 'Of these platform_ad, disclosed or commercial_link.', { unit: 'count' }),
    must.integer('units_viewable', 'Viewable units.', { unit: 'count' }),
    must.integer('ads_viewable', 'Viewable ads.', { unit: 'count' }),
    may.real('content_height_px', 'Main content height down to the lowest viewport bottom reached.', {
      unit: 'CSS px',
    }),
    may.real('ad_height_px', 'Largest union of ad heights over vertical slices (sticky once).', { unit: 'CSS px' }),
    may.number('height_density', 'ad_height_px / content_height_px.', { unit: '0..1' }),
    may.number('area_density', 'Union of ad areas / content area.', { unit: '0..1' }),
    may.boolean(
      'sticky_video_ad',
      'A sticky video ad was present (Better Ads desktop threshold 0.30 instead of 0.50).',
    ),
    may.integer('comments_seen', 'Distinct comments rendered (note_detail).', { unit: 'count' }),
    may.integer('comments_with_blue_link', 'Of these with at least one product link.', { unit: 'count' }),
    must.integer('notes_unparsed', 'Things on the page that the reader could not read.', { unit: 'count' }),
    ...provenance,
  ],
} as const;

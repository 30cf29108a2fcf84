import { may, must } from './columns';
import { key, provenance } from './common';

/** Activity session (events no more than 30 min apart). */
export const sessions = {
  title: 'Activity session (events no more than 30 min apart)',
  primaryKey: ['participant_id', 'session_no'],
  columns: [
    ...key,
    must.integer('session_no', 'Per-participant counter (no clock inside, unlike UUIDv7).', { unit: 'seq' }),
    must.datetime('started_at', 'First event.', { unit: 'UTC' }),
    must.datetime('ended_at', 'Last event.', { unit: 'UTC' }),
    must.bigint('active_ms', 'Document visible and window focused.', { unit: 'ms' }),
    must.integer('page_views', 'Page views.', { unit: 'count' }),
    must.integer('exposures', 'Exposures (rows in exposures).', { unit: 'count' }),
    may.boolean('logged_in', 'Platform account present (boolean only).'),
    must.integer('viewport_w', 'Viewport width; where no page told it, of the window that exported.', {
      unit: 'CSS px',
    }),
    must.integer('viewport_h', 'Viewport height; where no page told it, of the window that exported.', {
      unit: 'CSS px',
    }),
    must.real('device_pixel_ratio', 'devicePixelRatio of the window that exported.'),
    must.string('device', 'Form factor for the Better Ads threshold.', { values: ['desktop', 'mobile', 'tablet'] }),
    ...provenance,
  ],
} as const;

import { may, must } from './columns';
import { key, provenance } from './common';

/** Daily recorder health. */
export const quality = {
  title: 'Daily recorder health',
  primaryKey: ['participant_id', 'day', 'surface', 'detector_version'],
  columns: [
    ...key,
    must.date('day', 'Day; at T0 the Monday of its week.', { unit: 'UTC day' }),
    must.string('surface', 'Surface.'),
    must.integer('units_seen', 'Units rendered.', { unit: 'count' }),
    must.integer('units_classified', 'ad_class <> unknown.', { unit: 'count' }),
    must.integer('dom_api_disagreements', 'DOM and response classify differently.', { unit: 'count' }),
    must.integer('unmatched_selectors', 'Selectors that matched nothing on a page where they should.', {
      unit: 'count',
    }),
    must.integer('errors', 'Exceptions.', { unit: 'count' }),
    may.boolean('adblock_suspected', 'Bait element hidden: ad load is a lower bound.'),
    ...provenance,
  ],
} as const;

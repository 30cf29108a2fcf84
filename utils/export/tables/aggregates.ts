import { may, must } from './columns';
import { key } from './common';

/** Tier T0: suppressed aggregates. */
export const aggregates = {
  title: 'Tier T0: suppressed aggregates',
  primaryKey: ['study_id', 'participant_id', 'period', 'surface', 'metric', 'breakdown'],
  columns: [
    ...key,
    must.string('period', 'YYYY-MM-DD, YYYY-Www or YYYY-MM.'),
    must.string('surface', 'Surface or all.'),
    must.string('metric', 'Metric id of findings.md.'),
    must.string('breakdown', 'Dimension=value, or all.'),
    may.number('numerator', 'Null when suppressed.'),
    may.number('denominator', 'Null when suppressed.'),
    must.integer('clusters', 'Participants (pooled) or sessions (single export) behind the cell; 0 when suppressed.', {
      unit: 'count',
    }),
    may.string('suppressed', 'Why withheld.', { values: ['primary', 'secondary'] }),
    must.datetime('exported_at', 'Export time.', { unit: 'UTC' }),
  ],
} as const;

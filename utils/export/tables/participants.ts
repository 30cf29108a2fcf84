import { may, must } from './columns';
import { key } from './common';

/** One row per participant and export. */
export const participants = {
  title: 'One row per participant and export',
  primaryKey: ['participant_id', 'export_id'],
  columns: [
    ...key,
    must.string('export_id', 'Random UUIDv4 of the export.'),
    must.string('schema_version', 'Version of this schema.'),
    must.string('subject_kind', 'human participant or sock puppet account.', { values: ['human', 'sock_puppet'] }),
    may.string('condition', 'Study arm or persona label set by the study file (sock-puppet audits: matched pair id).'),
    must.string('tier', 'T0 aggregates, T1 pseudonymised events, T2 with public note ids and titles.', {
      values: ['T0', 'T1', 'T2'],
    }),
    must.string('consent_version', 'Version or hash of the consent text.'),
    must.datetime('consented_at', 'When the participant agreed.', { unit: 'UTC' }),
    may.datetime('withdrawn_at', 'Set when the participant withdrew; the pool must delete the partition.', {
      unit: 'UTC',
    }),
    must.datetime('observed_from', 'Recording started.', { unit: 'UTC' }),
    must.datetime('observed_to', 'End of observation: censoring time of every survival metric.', { unit: 'UTC' }),
    must.integer('tz_offset_min', 'Local minus UTC.', { unit: 'min' }),
    may.string('locale', 'UI language only (zh-CN).'),
    must.string('browser', 'Family and major version.'),
    must.string('extension_version', 'Extension version.'),
    must.string('detector_version', 'Detector rule-set version.'),
    must.integer('rows_dropped', 'Rows lost to quota or errors (0 = complete).', { unit: 'count' }),
    must.integer(
      'redactions',
      'What the participant left out in review before export: units, links, deeds, order lines and page visits, one each; a page visit is many rows.',
      { unit: 'count' },
    ),
    must.datetime('exported_at', 'Export time.', { unit: 'UTC' }),
  ],
} as const;

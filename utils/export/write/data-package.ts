import { sessionGapMs } from '../../core/session-gap';
import { adClassNames } from '../../density/classes';
import { mrcThresholds } from '../../density/thresholds';
import { versionName } from '../rule-names';
import { foreignKeys, schemaVersion, tables, type TableName } from '../tables';
import type { Column, ColumnType } from '../tables/columns';
import type { ExportTerms } from '../terms';
import { sumsPath } from './sums';
import type { BundleFormat, WrittenTable } from './table-set';

const profile = 'https://datapackage.org/profiles/2.0';

const fieldTypes: Record<ColumnType, string> = {
  string: 'string',
  integer: 'integer',
  bigint: 'integer',
  real: 'number',
  number: 'number',
  boolean: 'boolean',
  datetime: 'datetime',
  date: 'date',
};

const formats = {
  parquet: { format: 'parquet', mediatype: 'application/vnd.apache.parquet' },
  ndjson: { format: 'ndjson', mediatype: 'application/x-ndjson', encoding: 'utf-8' },
  csv: {
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: {
      $schema: `${profile}/tabledialect.json`,
      delimiter: ',',
      lineTerminator: '\r\n',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
    },
  },
} as const;

function fieldOf({ name, type, required, unit, about, values }: Column) {
  const constraints = { required, ...(values && { enum: values }) };
  return { name, type: fieldTypes[type], ...(unit !== undefined && { unit }), description: about, constraints };
}

/** `fieldsMatch` is left out: profile and standard disagree about its form. Columns are all there, in this order. */
function tableSchema(table: TableName, wanted: ReadonlySet<TableName>) {
  const keys = (foreignKeys[table] ?? []).filter((key) => wanted.has(key.table));
  const own = (fields: readonly string[]) => ['participant_id', ...fields];
  return {
    $schema: `${profile}/tableschema.json`,
    fields: tables[table].columns.map(fieldOf),
    missingValues: [''],
    primaryKey: tables[table].primaryKey,
    ...(keys.length > 0 && {
      foreignKeys: keys.map(({ fields, table: resource }) => ({
        fields: own(fields),
        reference: { resource, fields: own(fields) },
      })),
    }),
  };
}

function resourceOf(table: TableName, { files, format }: Omit<Described, 'terms'>) {
  const wanted = new Set(files.map((file) => file.table));
  const own = files.filter((file) => file.table === table);
  const [only] = own;
  const whole = own.length === 1 && only ? { bytes: only.bytes, hash: `sha256:${only.sha256}` } : {};
  return {
    $schema: `${profile}/dataresource.json`,
    name: table,
    title: tables[table].title,
    type: 'table',
    path: own.map(({ path }) => path),
    ...formats[format],
    ...whole,
    schema: tableSchema(table, wanted),
    'bacao:files': own.map(({ path, rows, bytes, sha256 }) => ({ path, rows, bytes, hash: `sha256:${sha256}` })),
  };
}

/** By which rules the rows were made: whoever states a figure states these. */
export function ruleSet({ device, study }: ExportTerms) {
  return {
    detector_version: versionName(device.detectorVersion),
    viewability: mrcThresholds,
    ad_classes: adClassNames,
    session_gap_ms: sessionGapMs,
    attribution: {
      click_window_days: [1, 7, 14, 30],
      view_window_days: 1,
      match_level: 'item',
      click_beats_view: true,
      // Return on spend is to be computed of it; null where the study's file does not say.
      spend_fen: study.spendFen ?? null,
    },
    paid_at_precision: study.paidAt,
    amounts: study.amounts,
    pseudonyms: 'first 128 bits of HMAC-SHA-256(key, domain 0x1f id)',
  };
}

interface Described {
  terms: ExportTerms;
  files: readonly WrittenTable[];
  format: BundleFormat;
}

/** The descriptor of a bundle, of Data Package 2.0. */
export function dataPackage({ terms, files, format }: Described) {
  const { study, participant, exportId, exportedAt } = terms;
  const wanted = new Set(files.map(({ table }) => table));
  return {
    $schema: `${profile}/datapackage.json`,
    name: `bacao-${study.id}-${participant.id}`,
    id: exportId,
    title: 'Ad-density audit export',
    version: schemaVersion,
    created: new Date(exportedAt).toISOString(),
    keywords: ['ad density', 'xiaohongshu', 'audit'],
    contributors: [{ title: 'participant (pseudonymous)', roles: ['dataCollector'] }],
    sources: [{ title: 'xiaohongshu.com pages as rendered to the participant', path: 'https://www.xiaohongshu.com' }],
    resources: [...wanted].map((table) => resourceOf(table, { files, format })),
    'bacao:tier': study.tier,
    'bacao:rules': ruleSet(terms),
    'bacao:redactions': terms.redactions,
    'bacao:sums': sumsPath,
  };
}

/** What the reader of a bundle relies on. */
export type DataPackage = ReturnType<typeof dataPackage>;

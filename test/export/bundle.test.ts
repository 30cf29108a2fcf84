import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { bundleName } from '@/utils/export/write/bundle';
import { openBundle } from '@/utils/export/read/bundle';
import { columnsOf, tableNames } from '@/utils/export/tables';
import type { AnyRow } from '@/utils/export/tables/columns';
import { coverageDocument } from '@/utils/export/write/documents';
import { parquetSchema } from '@/utils/export/write/parquet';
import { bundleFormats, type BundleFormat } from '@/utils/export/write/table-set';
import { bundleFile, rowsOf } from './collect';
import { madeTerms } from './made-terms';
import { simulate, sourceOf } from './simulate';

const shared = resolve(process.env.BACAO_DATA ?? '../shared', 'schema');
const isThere = existsSync(shared);
const reason = isThere ? '' : ' (skipped: the schema is not here, see BACAO_DATA)';
const readJson = (...path: string[]) => JSON.parse(readFileSync(join(shared, ...path), 'utf8')) as object;

const life = simulate({ seed: 7, sessions: 12, cards: 24, comments: 6, adShare: 0.25 });
const terms = madeTerms();
const made = await rowsOf(sourceOf(life), terms);

async function filesOf(format: BundleFormat) {
  const { bundle, file } = await bundleFile(sourceOf(life), terms, { format, mark: true });
  const entries = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const text = (path: string) => new TextDecoder().decode(entries[path]);
  return { bundle, file, entries, text, lines: (path: string) => text(path).trimEnd().split('\n') };
}

test('the life has something of everything', () => {
  for (const table of tableNames) expect(made[table].length, table).toBeGreaterThan(0);
});

describe('NDJSON', async () => {
  const { text, lines } = await filesOf('ndjson');

  test.each(tableNames)('every line of %s fits its own schema', (table) => {
    const validate = addFormats(new Ajv2020()).compile(JSON.parse(text(`schemas/${table}.json`)) as object);
    for (const line of lines(`${table}.ndjson`)) expect(validate(JSON.parse(line)), ajvText(validate)).toBe(true);
  });

  test.skipIf(!isThere).each(tableNames)(`every line of %s fits the published schema${reason}`, (table) => {
    const schema = readJson('jsonschema', `${table}.json`) as {
      required: string[];
      properties: Record<string, object>;
    };
    // Published as required, and agreed to be empty where no form states them.
    for (const name of table === 'orders' ? ['paid_at', 'paid_fen'] : []) {
      schema.required = schema.required.filter((each) => each !== name);
      const { type } = schema.properties[name] as { type: string };
      schema.properties[name] = { ...schema.properties[name], type: [type, 'null'] };
    }
    const validate = addFormats(new Ajv2020()).compile(schema);
    for (const line of lines(`${table}.ndjson`)) expect(validate(JSON.parse(line)), ajvText(validate)).toBe(true);
  });
});

function ajvText({ errors }: { errors?: unknown }): string {
  return JSON.stringify(errors);
}

describe.skipIf(!isThere)(`the published tables${reason}`, async () => {
  const published = isThere
    ? ((await import(join(shared, 'tables.mjs'))) as {
        TABLES: Record<
          string,
          { pk: string[]; fields: [string, string, number, string | null, string, { enum?: string[] }?][] }
        >;
        parquetSchema: (table: string) => unknown;
      })
    : undefined;

  test.each(tableNames)('%s has the same columns in the same order', (table) => {
    const agreed = table === 'orders' ? ['paid_at', 'paid_fen'] : [];
    const theirs = published?.TABLES[table]?.fields.map(([name, type, required, unit, , extra]) => [
      name,
      type,
      Boolean(required) && !agreed.includes(name),
      unit ?? undefined,
      extra?.enum,
    ]);
    expect(
      columnsOf(table).map(({ name, type, required, unit, values }) => [name, type, required, unit, values]),
    ).toEqual(theirs);
  });

  test.each(tableNames)('%s has the same Parquet schema', (table) => {
    const agreed = table === 'orders' ? ['paid_at', 'paid_fen'] : [];
    const theirs = published?.parquetSchema(table) as { name: string; repetition_type?: string }[];
    for (const element of theirs) if (agreed.includes(element.name)) element.repetition_type = 'OPTIONAL';
    expect(parquetSchema(table)).toEqual(theirs);
  });
});

describe.each(bundleFormats)('%s', async (format) => {
  const { bundle, entries, file, text } = await filesOf(format);

  test('the description names every file of tables, with its rows, size and hash', async () => {
    expect(bundle.files.map(({ path }) => path).sort()).toEqual(
      Object.keys(entries)
        .filter((path) => /\.(?:parquet|csv|ndjson)$/.test(path))
        .sort(),
    );
    for (const { table, rows } of sumRows(bundle.files)) expect(rows, table).toBe(made[table].length);
    expect(bundle.files.map(({ bytes, path }) => bytes - (entries[path]?.length ?? 0))).toEqual(
      bundle.files.map(() => 0),
    );
    expect(await (await openBundle(file)).changed()).toEqual([]);
  });

  test.skipIf(!isThere)(`the data package fits the official profile${reason}`, () => {
    const ajv = addFormats(new Ajv({ strict: false, allErrors: true, formats: { textarea: true } }));
    for (const name of ['dataresource', 'tableschema', 'tabledialect'])
      ajv.addSchema(readJson('profile', `${name}.json`), `https://datapackage.org/profiles/2.0/${name}.json`);
    const validate = ajv.compile(readJson('profile', 'datapackage.json'));
    expect(validate(JSON.parse(text('datapackage.json'))), ajvText(validate)).toBe(true);
  });

  test('people find their way', () => {
    expect(JSON.parse(text('consent.json'))).toMatchObject({ consent_version: '3', consent_text: '同意', tier: 'T1' });
    expect(text('README.md')).toContain('demo-study');
    expect(text('codebook.md')).toContain('| max_continuous50_ms | bigint | yes | ms |');
    expect(JSON.parse(text('coverage.json'))).toContainEqual(
      expect.objectContaining({ surface: 'explore_feed', units_seen: 12 * 24 }),
    );
    expect(JSON.parse(text('datapackage.json'))).toMatchObject({
      'bacao:rules': { session_gap_ms: 1_800_000, viewability: { display_ms: 1_000 } },
    });
  });
});

test('coverage says on how many of the days that tell ads were hidden', () => {
  const row = {
    ...{ study_id: 'demo-study', participant_id: 'p', surface: 'explore_feed', units_seen: 10, units_classified: 9 },
    ...{
      dom_api_disagreements: 1,
      unmatched_selectors: 2,
      errors: 3,
      detector_version: '2026-11-01.1',
      exported_at: 0,
    },
  };
  const days = [null, false, true].map((adblock_suspected, day) => ({ ...row, day, adblock_suspected }));
  expect(coverageDocument([...days, { ...row, day: 3, surface: 'search_results', adblock_suspected: null }])).toEqual([
    {
      ...{ surface: 'explore_feed', detector_version: '2026-11-01.1', days: 3, units_seen: 30, units_classified: 27 },
      ...{ dom_api_disagreements: 3, unmatched_selectors: 6, errors: 9 },
      ...{ adblock_suspected_days: 1, adblock_checked_days: 2 },
    },
    expect.objectContaining({ surface: 'search_results', days: 1, adblock_suspected_days: 0, adblock_checked_days: 0 }),
  ]);
});

function sumRows(files: readonly { table: (typeof tableNames)[number]; rows: number }[]) {
  return tableNames.map((table) => ({
    table,
    rows: files.filter((file) => file.table === table).reduce((sum, { rows }) => sum + rows, 0),
  }));
}

describe.each(bundleFormats)('what %s gives back', async (format) => {
  const { file } = await filesOf(format);
  const opened = await openBundle(file);

  test.each(tableNames)('%s, to the last cell', async (table) => {
    const back: AnyRow[] = [];
    for await (const rows of opened.rows(table)) back.push(...rows);
    const byText = (rows: readonly AnyRow[]) => rows.map((row) => JSON.stringify(sorted(table, row))).sort();
    expect(byText(back)).toEqual(byText(made[table]));
  });

  /** Parquet keeps geometry in 32 bits. */
  function sorted(table: (typeof tableNames)[number], row: AnyRow) {
    return columnsOf(table).map(({ name, type }) => {
      const cell = row[name] ?? null;
      return type === 'real' && typeof cell === 'number' ? Math.fround(cell) : cell;
    });
  }
});

test('CSV: the columns, every row, times in UTC, and nothing where nothing is known', async () => {
  const { text } = await filesOf('csv');
  const raw = text('exposures.csv');
  const { data } = Papa.parse<Record<string, string>>(raw.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(data).toHaveLength(made.exposures.length);
  const [first] = made.exposures;
  expect(data[0]).toMatchObject({
    rendered_at: new Date(first?.rendered_at ?? 0).toISOString(),
    note_id: '',
    viewable: String(first?.viewable),
    pixel_ms: String(first?.pixel_ms),
  });
});

test('by their names the archives of one participant are unpacked in the order in which they were made', () => {
  const nameOf = (at: number, kind: Parameters<typeof bundleName>[1]) =>
    bundleName({ study: 'demo-study', participant: 'p-a', at }, kind);
  const at = Date.UTC(2026, 10, 30, 9, 59, 58, 700);
  expect(nameOf(at, 'parquet')).toBe('bacao-demo-study-p-a-2026-11-30T095958Z-parquet.zip');
  const made = [nameOf(at, 'parquet'), nameOf(at + 1_500, 'csv'), nameOf(at + 3_600_000, 'withdrawn')];
  expect([...made].reverse().sort()).toEqual(made);
});

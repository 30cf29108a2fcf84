import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { DataPackage } from '@/utils/export/write/data-package';
import { bundleFile } from './collect';
import { madeTerms } from './made-terms';
import { simulate, sourceOf } from './simulate';

/** What the description of a CSV archive promises of each file (Table Schema 2.0), asked of every cell. */

type Resource = DataPackage['resources'][number];
type Cells = Record<string, string>;

const forms: Record<string, RegExp> = {
  string: /^.+$/su,
  integer: /^-?\d+$/u,
  number: /^-?\d+(?:\.\d+)?(?:e[+-]\d+)?$/u,
  boolean: /^(?:true|false)$/u,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/u,
  date: /^\d{4}-\d\d-\d\d$/u,
};

/** What is wrong with one row, as `field: cell`. */
function wrongIn({ schema }: Resource, row: Cells): string[] {
  return schema.fields.flatMap(({ name, type, constraints }) => {
    const cell = row[name];
    if (cell === undefined) return [`${name}: no column`];
    if (cell === '') return constraints.required ? [`${name}: empty`] : [];
    const isListed = constraints.enum === undefined || constraints.enum.includes(cell);
    return forms[type]?.test(cell) === true && isListed ? [] : [`${name}: ${cell}`];
  });
}

const keyOf = (row: Cells, fields: readonly string[]) => JSON.stringify(fields.map((name) => row[name]));

const life = simulate({ seed: 9, sessions: 8, cards: 20, comments: 6, adShare: 0.3 });
const { file } = await bundleFile(sourceOf(life), madeTerms(), { format: 'csv', mark: true });
const entries = unzipSync(new Uint8Array(await file.arrayBuffer()));
const textOf = (path: string) => new TextDecoder('utf-8').decode(entries[path]);
const { resources } = JSON.parse(textOf('datapackage.json')) as DataPackage;
const tables = new Map(
  resources.map((resource) => {
    const parsed = Papa.parse<Cells>(textOf(resource.path[0] ?? ''), { header: true, skipEmptyLines: true });
    return [resource.name, { resource, header: parsed.meta.fields ?? [], rows: parsed.data }] as const;
  }),
);

describe.each([...tables])('%s', (_name, { resource, header, rows }) => {
  test('has the columns of its schema, in its order', () =>
    expect(header).toEqual(resource.schema.fields.map(({ name }) => name)));

  test('has no cell that its schema does not allow', () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flatMap((row) => wrongIn(resource, row))).toEqual([]);
  });

  test('has each key once, and points at rows that are there', () => {
    const { primaryKey, foreignKeys = [] } = resource.schema;
    expect(new Set(rows.map((row) => keyOf(row, primaryKey))).size).toBe(rows.length);
    for (const { fields, reference } of foreignKeys) {
      const there = new Set(tables.get(reference.resource)?.rows.map((row) => keyOf(row, reference.fields)));
      const pointing = rows.filter((row) => fields.every((name) => row[name] !== ''));
      expect(pointing.filter((row) => !there.has(keyOf(row, fields)))).toEqual([]);
    }
  });
});

test('the check itself finds what is wrong', () => {
  const { resource, rows } = tables.get('exposures')!;
  const [row] = rows;
  expect(wrongIn(resource, { ...row, ad_class: 'hologram', visible50_ms: '1.5', rendered_at: '' })).toEqual([
    'rendered_at: empty',
    'ad_class: hologram',
    'visible50_ms: 1.5',
  ]);
});

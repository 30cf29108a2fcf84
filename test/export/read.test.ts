import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openBundle } from '@/utils/export/read/bundle';
import { DamagedError } from '@/utils/export/read/unpacked';
import { bundleFile } from './collect';
import * as made from './made-rows';
import { madeTerms } from './made-terms';
import { sourceOf } from './simulate';

const happenings = [made.card(0, 'v1'), made.card(10, 'v1', { unit: { key: 'card:1', position: 1 } })];
const bundleOf = (format: 'parquet' | 'ndjson') =>
  bundleFile(sourceOf({ happenings, orders: [] }), madeTerms(), { format });
const zipped = (files: Record<string, string>) =>
  new Blob([
    zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]))),
  ]);

test('says what it is', async () => {
  const { file } = await bundleOf('parquet');
  const opened = await openBundle(file);
  expect(opened).toMatchObject({ tier: 'T1', study: 'bacao-demo-study-p-aaaaaaaaaaaaaaaaaaaaaaaaaa' });
  expect(opened.files).toContainEqual({
    ...{ table: 'exposures', rows: 2 },
    path: 'exposures/study=demo-study/participant=p-aaaaaaaaaaaaaaaaaaaaaaaaaa/month=2026-11/part-0.parquet',
  });
});

describe('refused', () => {
  test.each([
    ['nothing', new Blob([])],
    ['no archive', new Blob(['PK no, this is text'.repeat(50)])],
    ['another archive', zipped({ 'a.txt': 'a' })],
    ['a description that is no JSON', zipped({ 'datapackage.json': '{' })],
  ])('%s', async (_what, file) => await expect(openBundle(file)).rejects.toBeInstanceOf(DamagedError));

  test('one that is cut anywhere', async () => {
    const { file } = await bundleOf('ndjson');
    for (const part of [0.1, 0.5, 0.9, 0.999])
      await expect(openBundle(file.slice(0, Math.floor(file.size * part)))).rejects.toBeInstanceOf(DamagedError);
  });
});

test('a description that names nothing of ours gives nothing', async () => {
  const odd = {
    resources: [{ name: 'constructor', 'bacao:files': [{ path: 'datapackage.json' }] }, null, { name: 'links' }],
  };
  const opened = await openBundle(zipped({ 'datapackage.json': JSON.stringify(odd) }));
  expect([opened.files, opened.tier, await opened.changed()]).toEqual([[], undefined, []]);
});

test.each(['parquet', 'ndjson'] as const)('a byte that changed in %s is noticed', async (format) => {
  const { file } = await bundleOf(format);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const opened = await openBundle(file);
  const name = opened.files.find(({ table }) => table === 'exposures')?.path ?? '';
  const at = Buffer.from(bytes).indexOf(name) + name.length + 20;
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  expect(await (await openBundle(new Blob([bytes]))).changed()).toEqual([name]);
});

test('a broken line costs no other, and other versions’ columns none', async () => {
  const lines = ['{"exposure_no":1,"later":"x"}', 'broken', '{"exposure_no":"1e999","viewable":"yes"}', '[]'];
  const description = { resources: [{ name: 'exposures', 'bacao:files': [{ path: 'exposures.ndjson' }] }] };
  const file = zipped({ 'datapackage.json': JSON.stringify(description), 'exposures.ndjson': lines.join('\n') });
  const rows = [];
  for await (const page of (await openBundle(file)).rows('exposures')) rows.push(...page);
  expect(rows.map(({ exposure_no, viewable }) => [exposure_no, viewable])).toEqual([
    [1, null],
    [null, null],
    [null, null],
  ]);
  expect(rows[0]).not.toHaveProperty('later');
});

import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { csvRows } from '@/utils/export/read/csv-rows';
import { openBundle } from '@/utils/export/read/bundle';
import { DamagedError } from '@/utils/export/read/unpacked';
import { bundleFormats, type BundleFormat } from '@/utils/export/write/table-set';
import { bundleFile } from './collect';
import * as made from './made-rows';
import { madeTerms } from './made-terms';
import { sourceOf } from './simulate';

const happenings = [made.card(0, 'v1'), made.card(10, 'v1', { unit: { key: 'card:1', position: 1 } })];
const bundleOf = (format: BundleFormat) => bundleFile(sourceOf({ happenings, orders: [] }), madeTerms(), { format });
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
    ['one further down', zipped({ 'a/b/datapackage.json': '{}' })],
    ['two in one', zipped({ 'a/datapackage.json': '{}', 'b/datapackage.json': '{}' })],
    ['a description that is no JSON', zipped({ 'datapackage.json': '{' })],
  ])('%s', async (_what, file) => await expect(openBundle(file)).rejects.toBeInstanceOf(DamagedError));

  test('one that is cut anywhere', async () => {
    const { file } = await bundleOf('ndjson');
    for (const part of [0.1, 0.5, 0.9, 0.999])
      await expect(openBundle(file.slice(0, Math.floor(file.size * part)))).rejects.toBeInstanceOf(DamagedError);
  });
});

const around = (folder: string) => (files: Record<string, Uint8Array>) => ({
  [folder]: new Uint8Array(),
  [`__MACOSX/${folder}._datapackage.json`]: new Uint8Array(4),
  ...Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`${folder}${path}`, bytes])),
});

test.each([
  ...bundleFormats.map((format) => [format, 'as it was', (files: Record<string, Uint8Array>) => files] as const),
  ...bundleFormats.map((format) => [format, 'with a folder around it', around('my study (2)/')] as const),
])('%s that somebody packed anew, %s, opens all the same', async (format, _how, pack) => {
  const { file } = await bundleOf(format);
  const files = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const again = await openBundle(new Blob([zipSync(pack(files), { level: 9 }).slice()]));
  expect(await again.changed()).toEqual([]);
  const rows = async ({ rows: read }: typeof again) => {
    const found = [];
    for await (const page of read('exposures')) found.push(...page);
    return found;
  };
  expect(await rows(again)).toHaveLength(2);
  expect(await rows(again)).toEqual(await rows(await openBundle(file)));
});

test('a description that names nothing of ours gives nothing', async () => {
  const odd = {
    resources: [{ name: 'constructor', 'bacao:files': [{ path: 'datapackage.json' }] }, null, { name: 'links' }],
  };
  const opened = await openBundle(zipped({ 'datapackage.json': JSON.stringify(odd) }));
  expect([opened.files, opened.tier, await opened.changed()]).toEqual([[], undefined, []]);
});

test.each(bundleFormats)('a byte that changed in %s is noticed', async (format) => {
  const { file } = await bundleOf(format);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const opened = await openBundle(file);
  const name = opened.files.find(({ table }) => table === 'exposures')?.path ?? '';
  const at = Buffer.from(bytes).indexOf(name) + name.length + 20;
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  expect(await (await openBundle(new Blob([bytes]))).changed()).toEqual([name]);
});

describe.each(bundleFormats)('%s whose files were meddled with', async (format) => {
  const { file, bundle } = await bundleOf(format);
  const whole = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const withFiles = (files: Record<string, Uint8Array>) => openBundle(new Blob([zipSync(files).slice()]));
  const told = async ({ missing, changed }: Awaited<ReturnType<typeof openBundle>>) => [missing, await changed()];

  test.each(Object.keys(whole))('one that lacks %s says so', async (path) => {
    const { [path]: _gone, ...files } = whole;
    if (path === 'datapackage.json') await expect(withFiles(files)).rejects.toBeInstanceOf(DamagedError);
    else expect(await told(await withFiles(files))).toEqual([[path], []]);
  });

  test.each(Object.keys(whole))('one whose %s is another says so', async (path) => {
    const line = new TextEncoder().encode('\n');
    const opened = await withFiles({ ...whole, [path]: new Uint8Array([...(whole[path] ?? []), ...line]) });
    // An empty line more is no other list of hashes.
    expect(await told(opened)).toEqual([[], path === 'SHA256SUMS' ? [] : [path]]);
  });

  test('a list of hashes that says something else is told', async () => {
    const odd = new TextEncoder().encode('no hash  README.md\n');
    expect(await told(await withFiles({ ...whole, SHA256SUMS: odd }))).toEqual([[], ['SHA256SUMS']]);
  });

  test('an older one, whose list names its tables alone, opens as well as before', async () => {
    const sums = bundle.files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
    const { 'bacao:sums': _sums, ...description } = bundle.description;
    const older = { SHA256SUMS: sums, 'datapackage.json': JSON.stringify(description), 'consent.json': '{}' };
    const texts = Object.entries(older).map(([path, text]) => [path, new TextEncoder().encode(text)]);
    expect(await told(await withFiles({ ...whole, ...Object.fromEntries(texts) }))).toEqual([[], []]);
  });
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

describe('CSV', () => {
  const rowsOf = async (text: string) => {
    const description = { resources: [{ name: 'exposures', 'bacao:files': [{ path: 'exposures.csv' }] }] };
    const file = zipped({ 'datapackage.json': JSON.stringify(description), 'exposures.csv': text });
    const rows = [];
    for await (const page of (await openBundle(file)).rows('exposures')) rows.push(...page);
    return rows.map(({ exposure_no, label_text, viewable, rect_x }) => [exposure_no, label_text, viewable, rect_x]);
  };

  test.each([
    ['quotes, commas and line ends in a cell', '7,"a ""b"", c\r\nd",true,-1.5\r\n', [[7, 'a "b", c\r\nd', true, -1.5]]],
    ['a formula that was kept from running', `7,"'=1+1",true,\r\n`, [[7, '=1+1', true, null]]],
    ['an apostrophe that was always there', `7,"'tis",true,\r\n`, [[7, "'tis", true, null]]],
    [
      'a file that was saved anew, without a last line end',
      '7,a,false,2\n8,,,',
      [
        [7, 'a', false, 2],
        [8, null, null, null],
      ],
    ],
    [
      'a short line, a long one, and no number',
      '7\r\n8,a,yes,x,later,"z"\r\n',
      [
        [7, null, null, null],
        [8, 'a', null, null],
      ],
    ],
    ['a quote that nothing ends', `7,a,true,1\r\n8,"${'x'.repeat(200_000)}\r\n9,b,true,2\r\n`, [[7, 'a', true, 1]]],
    ['nothing', '', []],
  ])('%s', async (_what, text, expected) => {
    const lineEnd = /\r\n/.test(text) ? '\r\n' : '\n';
    expect(await rowsOf(text && `\uFEFFexposure_no,label_text,viewable,rect_x${lineEnd}${text}`)).toEqual(expected);
  });

  test.each(['\r\n', '\n'])('rows however they are cut into pieces, with line ends %j', async (end) => {
    const text = ['exposure_no,label_text,viewable', '7,"a, ""b""",true', '8,"two\nlines",false', '9,,'].join(end);
    const bytes = new TextEncoder().encode(text);
    const found = async (size: number) => {
      const pieces = async function* () {
        for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
      };
      const rows = [];
      for await (const page of csvRows(pieces(), 'exposures')) rows.push(...page);
      return rows.map(({ exposure_no, label_text, viewable }) => [exposure_no, label_text, viewable]);
    };
    const whole = [
      [7, 'a, "b"', true],
      [8, 'two\nlines', false],
      [9, null, null],
    ];
    for (let size = 1; size <= bytes.length; size += 1) expect(await found(size), String(size)).toEqual(whole);
  });

  test('a file of one endless line is not read into memory', async () => {
    let given = 0;
    const pieces = async function* () {
      for (; given < 50; given += 1) yield await Promise.resolve(new Uint8Array(10_000).fill(0x61));
    };
    for await (const page of csvRows(pieces(), 'exposures')) expect(page).toEqual([]);
    expect(given).toBeLessThan(20);
  });

  test('columns go by their names, in whatever order a program saved them', async () =>
    expect(await rowsOf('viewable,later,exposure_no\ntrue,x,7\n')).toEqual([[7, null, true, null]]));
});

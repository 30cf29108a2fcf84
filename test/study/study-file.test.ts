import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { excessOf, studyTables } from '@/utils/core/study';
import { tableNames } from '@/utils/export/tables';
import { readStudyFile } from '@/utils/schemas/study';
import { example, now } from './made-study';

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../docs/study/study.schema.json'), 'utf8'),
) as object;
const fitsSchema = addFormats(new Ajv2020({ strict: false })).compile(schema);

/** The example with a key of one's own, as its readers are told. */
const own = { ...example, key: '9b41d7e0c35f82a6174be9d20c68f3a5e1279c40bd86f5130a7e4c92d8b6035f' };
const read = (change: object) => readStudyFile(JSON.stringify({ ...own, ...change }), now);
const without = (name: string) => Object.fromEntries(Object.entries(own).filter(([field]) => field !== name));

test('the example is taken with another key, with what it does not say said', () => {
  expect(read({})).toEqual({
    file: { ...own, paidAt: 'day', amounts: 'none', subjectKind: 'human' },
  });
  expect(readStudyFile(`\uFEFF${JSON.stringify(own)}`, now)).toHaveProperty('file');
  expect(fitsSchema(example)).toBe(true);
});

test('a study asks for tables that exports have', () => expect(studyTables).toEqual(tableNames));

describe('a file that is none', () => {
  test.each([
    ['', 'not-json'],
    ['{"format":', 'not-json'],
    ['null', 'foreign'],
    ['[]', 'foreign'],
    ['{"format":"bacao-list"}', 'foreign'],
    ['{"format":"bacao-study","version":2}', 'newer'],
    [`"${'x'.repeat(200_001)}"`, 'too-large'],
  ])('%.40s: %s', (text, why) => expect(readStudyFile(text, now)).toEqual({ refused: { why } }));
});

describe('a field that is wrong is named, and the schema refuses it too', () => {
  test.each<[string, object]>([
    ['version', { version: '1' }],
    ['id', { id: 'Feed Density' }],
    ['id', { id: '../up' }],
    ['title', { title: '  ' }],
    ['country', { country: 'Netherlands' }],
    ['tables', { tables: [] }],
    ['tables.0', { tables: ['everything'] }],
    ['tier', { tier: 'T3' }],
    ['endsOn', { endsOn: '2099-02-30' }],
    ['endsOn', { endsOn: 'soon' }],
    ['retentionDays', { retentionDays: -1 }],
    ['minimumAge', { minimumAge: 13 }],
    ['key', { key: '00' }],
    ['consent.text', { consent: { version: '1', text: '' } }],
    ['protocol.0.stop.minutes', { protocol: [{ id: 'a1', surface: 'shop', task: 'x', stop: { minutes: 0 } }] }],
    ['upload', { upload: 'https://example.test' }],
  ])('%s: %o', (where, change) => {
    expect(read(change)).toEqual({ refused: { why: 'shape', where } });
    expect(fitsSchema({ ...example, ...change })).toBe(false);
  });

  test.each(['id', 'purpose', 'controller', 'contact', 'country', 'tables', 'tier', 'endsOn', 'key', 'consent'])(
    'without %s',
    (name) => {
      expect(readStudyFile(JSON.stringify(without(name)), now)).toEqual({ refused: { why: 'shape', where: name } });
      expect(fitsSchema(without(name))).toBe(false);
    },
  );
});

test('two tasks of one name are refused', () => {
  const [task] = example.protocol ?? [];
  const refused = { why: 'shape', where: 'protocol' };
  expect(read({ protocol: [task, { ...task, task: 'Another one.' }] })).toEqual({ refused });
  expect(read({ protocol: [task, { ...task, id: 'another' }] })).toHaveProperty('file');
});

test('a study lasts to the end of its last day', () => {
  const last = Date.UTC(2026, 11, 1, 23, 59);
  const text = JSON.stringify({ ...own, endsOn: '2026-12-01' });
  expect(readStudyFile(text, last)).toHaveProperty('file');
  expect(readStudyFile(text, last + 60_000)).toEqual({ refused: { why: 'expired' } });
});

test.each([example.key, '0'.repeat(64), 'ab'.repeat(32), '0123456789abcdef'.repeat(4)])(
  'the key %s hides nothing',
  (key) => expect(read({ key })).toEqual({ refused: { why: 'weak-key' } }),
);

describe('what a study may not have', () => {
  const buys = { tables: ['orders'], purchaseConsent: 'yes' };
  const { ethicsId: _approved, ...unapproved } = own;

  test.each<[object, string[]]>([
    [{ ...unapproved, tier: 'T2' }, ['ids-without-ethics']],
    [{ ...own, ...buys, tier: 'T2' }, ['ids-with-purchases']],
    [{ ...own, tables: ['attributions'] }, ['purchases-without-consent']],
    [{ ...unapproved, ...buys, paidAt: 'hour' }, ['times-without-ethics']],
    [{ ...own, tier: 'T0', tables: ['exposures', 'links'] }, ['rows-at-sums']],
    [
      { ...unapproved, tier: 'T2', tables: ['orders'] },
      ['ids-without-ethics', 'ids-with-purchases', 'purchases-without-consent'],
    ],
  ])('%#: %s', (study, excess) => {
    expect(readStudyFile(JSON.stringify(study), now)).toEqual({ refused: { why: 'excess', excess } });
    expect(fitsSchema(study)).toBe(false);
  });

  test.each<[string, object]>([
    ['ids, approved', { tier: 'T2' }],
    ['sums', { tier: 'T0', tables: ['exposures', 'aggregates'] }],
    ['ids of an account of nobody', { tier: 'T2', subjectKind: 'sock_puppet', ethicsId: undefined }],
    ['purchases with their own consent', buys],
    ['exact times, approved', { ...buys, paidAt: 'ms' }],
  ])('%s may be had', (_what, change) => {
    const read = readStudyFile(JSON.stringify({ ...own, ...change }), now);
    expect(read).toHaveProperty('file');
    if ('file' in read) expect(excessOf(read.file)).toEqual([]);
    expect(fitsSchema(JSON.parse(JSON.stringify({ ...own, ...change })))).toBe(true);
  });
});

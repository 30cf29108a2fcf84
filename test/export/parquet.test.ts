import { describe, expect, test } from 'vitest';
import { parquetRows } from '@/utils/export/read/parquet-rows';
import { columnsOf } from '@/utils/export/tables';
import type { AnyRow } from '@/utils/export/tables/columns';
import { parquetFile } from '@/utils/export/write/parquet';
import { rowsFrom } from './collect';
import * as made from './made-rows';

const [row] = (await rowsFrom([made.card(0, 'v1')])).exposures as AnyRow[];

async function written(change: AnyRow): Promise<AnyRow | undefined> {
  const file = parquetFile('exposures');
  file.add({ ...row, ...change });
  for await (const [first] of parquetRows(file.finish().blob, 'exposures')) return first;
  return undefined;
}

describe('a number that its column cannot hold is refused, and none wraps', () => {
  test.each([
    ['position', 3e9],
    ['position', 2 ** 31],
    ['position', 1.5],
    ['ad_links', -(2 ** 31) - 1],
    ['visible50_ms', 2 ** 60],
    ['visible50_ms', 0.5],
    ['rendered_at', NaN],
  ])('%s: %d', (name, value) => {
    expect(() => parquetFile('exposures').add({ ...row, [name]: value })).toThrow(name);
  });

  test.each([
    ['position', 2 ** 31 - 1],
    ['visible50_ms', 2 ** 52],
    ['pixel_ms', 1.5e15],
    ['position', null],
  ])('%s: %s is written as it is', async (name, value) => {
    expect((await written({ [name]: value }))?.[name]).toBe(value);
  });

  test('a day', () => {
    expect(columnsOf('quality').find(({ name }) => name === 'day')?.type).toBe('date');
    expect(() => parquetFile('quality').add({ day: Date.UTC(2026, 10, 2, 12) })).toThrow('day');
  });
});

test('a hash is written as it is, with what is in no alphabet of hashes, and without one', async () => {
  const file = parquetFile('exposures');
  const told = ['00ff00ff00ff00ff00ff00ff00ff00ff', null, '笔记', '', 'ffffffffffffffffffffffffffffffff'];
  for (const note_h of told) file.add({ ...row, note_h });
  const found: unknown[] = [];
  for await (const page of parquetRows(file.finish().blob, 'exposures'))
    found.push(...page.map(({ note_h }) => note_h));
  expect(found).toEqual(told);
});

import { expect, test } from 'vitest';
import { attributionRows, isTarget, linkRows, resolveAny, rowOf } from './tables';

test.each(linkRows)('$url is $platform $kind $id', (row) => {
  expect(rowOf(row.url, resolveAny(row.url))).toEqual(isTarget(row) ? row : undefined);
});

test.each(linkRows.filter(isTarget))('$url has a key and what it needs', ({ url }) => {
  const link = resolveAny(url);
  expect(link?.key).toBe(link?.itemKey ?? link?.canonical ?? link?.key);
  expect(link?.key).not.toBe('');
  expect(link?.canonical ?? 'https://').toMatch(/^https:\/\//);
});

test.each(attributionRows)('$url keeps $names', ({ url, names }) => {
  expect(Object.keys(resolveAny(url)?.attribution ?? {}).sort()).toEqual(names.split(','));
});

test('a row that is no target keeps nothing', () => {
  expect(linkRows.filter((row) => !isTarget(row)).map(({ url }) => resolveAny(url))).not.toContainEqual(
    expect.anything(),
  );
});

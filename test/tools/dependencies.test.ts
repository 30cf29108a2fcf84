import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

/** `| one, two | 1,000 / 600 | what for | why not our own |` */
const rows = [...read('docs/dependencies.md').matchAll(/^\| (?<names>\w[^|]+|@[^|]+)\| [\d,]+ \/ [\d,]+/gmu)];

test('the page of dependencies tells of each that ships, with its size, and of nothing else', () => {
  const told = rows.flatMap(({ groups }) => (groups?.['names'] ?? '').trim().split(', '));
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: object };
  expect(told.toSorted()).toEqual(Object.keys(dependencies).toSorted());
});

test('the page of dependencies is found from the front page', () => {
  expect(read('README.md')).toContain('(docs/dependencies.md)');
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluateVector, type Vector } from './evaluate-vector';

const folder = join(import.meta.dirname, 'vectors');

interface Known extends Vector {
  id: string;
  title: string;
  expected: unknown;
  tolerance: number;
}

const vectors = readdirSync(folder)
  .filter((file) => /^v\d.*\.json$/.test(file))
  .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Known);

/** Same shape, numbers within the tolerance, which is relative with floor 1. Returns the paths that differ. */
function differences(actual: unknown, expected: unknown, at: { path: string; tolerance: number }): string[] {
  if (typeof expected === 'number' && typeof actual === 'number')
    return Math.abs(actual - expected) <= at.tolerance * Math.max(1, Math.abs(expected))
      ? []
      : [`${at.path}: ${String(actual)}`];
  if (typeof expected !== 'object' || expected === null || typeof actual !== 'object' || actual === null)
    return Object.is(actual, expected) ? [] : [`${at.path}: ${JSON.stringify(actual)}`];
  const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
  return names.flatMap((name) =>
    differences(Reflect.get(actual, name), Reflect.get(expected, name), { ...at, path: `${at.path}.${name}` }),
  );
}

describe('published vectors', () => {
  test('all are here', () => expect(vectors).toHaveLength(32));

  test.each(vectors.map((vector) => [vector.id, vector] as const))('%s', async (_id, vector) => {
    const actual = await evaluateVector(vector);
    expect(differences(actual, vector.expected, { path: '', tolerance: vector.tolerance })).toEqual([]);
  });
});

test('metrics nobody computes are an error, not an empty result', () => {
  expect(() => evaluateVector({ metrics: ['luck'], params: {}, input: {} })).toThrow('luck');
});

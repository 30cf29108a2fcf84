import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { differences } from './differences';
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

/** Two names stand in two vectors each, which their other names tell apart. */
const isShared = (name: string, { id }: Known) =>
  name === 'roi_profit_form' || (name === 'attribution_credit' && id.startsWith('v21'));
const named = vectors.flatMap((vector) => vector.metrics.map((name) => [name, vector.id, vector] as const));

test.each(named.filter(([name, , vector]) => !isShared(name, vector)))(
  '%s alone finds %s',
  async (name, _id, vector) => {
    const actual = await evaluateVector({ ...vector, metrics: [name] });
    expect(differences(actual, vector.expected, { path: '', tolerance: vector.tolerance })).toEqual([]);
  },
);

import { expect } from 'vitest';
import { differences } from './differences';
import { evaluateVector } from './evaluate-vector';

/** Through the same door as a vector: the input, and the thresholds in it, must come to what was expected. */
export async function agree(metric: string, { params, ...input }: Given, expected: unknown): Promise<void> {
  const actual = await evaluateVector({ metrics: [metric], params: { ...params }, input });
  expect(differences(actual, expected, { path: '', tolerance: 1e-9 })).toEqual([]);
}

export type Given = Record<string, unknown> & { params?: object };

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { bundleFormats } from '@/utils/export/write/table-set';
import { bundleFile } from './collect';
import { madeTerms } from './made-terms';
import { simulate, sourceOf } from './simulate';

const lives = [7, 8, 9].map((seed) => simulate({ seed, sessions: 40, cards: 24, comments: 6, adShare: 0.25 }));

/** Of the hashes of all files of tables. */
async function hashOf(format: (typeof bundleFormats)[number]): Promise<string> {
  const hash = createHash('sha256');
  for (const life of lives) {
    const { bundle } = await bundleFile(sourceOf(life), madeTerms(), { format });
    for (const { path, sha256 } of bundle.files) hash.update(`${sha256}  ${path}\n`);
  }
  return hash.digest('hex');
}

// Whoever makes the export faster changes no text, and of Parquet no more than how it is packed; whoever means to change
// what it says changes these in the same commit.
test.each([
  ['parquet', '34d631215a2a3b15e27e24d0c7e13e5a9b30eb912186e1911629902b06aecfc1'],
  ['csv', '29cff60f31e6887988512f36d691644d876eac81dd88e2a73d0b64bab6f2086f'],
  ['ndjson', '3ee5af956d279fe58aba67d71d33fa7d4101a9bf81be8b205024d9f6c4113db9'],
] as const)('%s of the same lives has the same bytes', async (format, bytes) => {
  expect(await hashOf(format)).toBe(bytes);
});

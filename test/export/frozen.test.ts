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

// The bytes of the release that first wrote them: whoever makes the export faster changes none, and whoever means to change
// what it says changes these in the same commit.
test.each([
  ['parquet', 'ca82ead4ced7bcef8c2b014cdd15bba2a3bf8011a459f95adb27457871e09b5f'],
  ['csv', '3cadaf094983d45b3f2ec4353be37035c7a60357fd5bbdc82e2b99e44ca7bf83'],
  ['ndjson', '90e5ee7f7806fcf56f05977a1151c1ba78ec92ec1d76e0b5aecbe3a07f52a50e'],
] as const)('%s of the same lives has the same bytes', async (format, bytes) => {
  expect(await hashOf(format)).toBe(bytes);
});

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
  ['parquet', 'fe97b7c7b7883481fd69da68296ae64d23a4383c773d524e0ecdb311495b6cee'],
  ['csv', 'a00431270c915494956df7f39bb095664ea49778e21fba2430460242f020bf67'],
  ['ndjson', 'db68489027170bbddd1e5db1faf3184db75600991213e5a2cabf0b980057d9b1'],
] as const)('%s of the same lives has the same bytes', async (format, bytes) => {
  expect(await hashOf(format)).toBe(bytes);
});

import { availableParallelism } from 'node:os';
import { defineConfig, type UserWorkspaceConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** What `npm test` asks for (test/e2e/browsers/form.ts). */
const isShort = process.env['BACAO_SHORT'] === '1';

const ignored = ['**/node_modules/**', '.output/**', '.wxt/**'];

/** Tests of what knows no document and keeps nothing between two calls: none can be in the way of another. */
const together = ['assets', 'backup', 'bills', 'core', 'density', 'export', 'ledger', 'links', 'match', 'report']
  .concat('schemas', 'sites', 'study', 'writer')
  .map((folder) => `test/${folder}/**/*.test.ts`);

const unit = (name: string, own: UserWorkspaceConfig['test']): UserWorkspaceConfig => ({
  plugins: [WxtVitest()],
  test: {
    name,
    globalSetup: ['test/tools/unit-catalogue.ts'],
    // Of two cores vitest would leave one to itself, which needs little.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    setupFiles: ['test/tools/unit-setup.ts'],
    // A first import of a whole page takes a second, and many where a machine does ten other things.
    testTimeout: 60_000,
    // Nor may what is waited for be missed because it took longer than the second that is usual.
    expect: { poll: { timeout: 20_000 } },
    ...own,
  },
});

export default defineConfig({
  test: {
    projects: [
      unit('unit', { include: ['test/**/*.test.{ts,tsx}'], exclude: [...ignored, ...together] }),
      // One after the other in one world: what these import is loaded once for all of them, which takes most of a file's time.
      unit('unit-together', { include: together, exclude: ignored, isolate: false, pool: 'threads' }),
      {
        // Made rows are shared with the unit tests, where WXT resolves this name.
        resolve: { alias: { '@': import.meta.dirname } },
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          exclude: isShort ? [...ignored, '**/*.long.e2e.ts'] : ignored,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // One browser at a time: beside another one, frames come late, and what is told to three frames is not.
          fileParallelism: false,
          // What needs a second try is a finding and is named (test/tools/vitest-report.mjs), but a browser that a busy
          // machine has killed must not hide what all the others say. Who asks for more rounds looks for findings.
          retry: process.env['BACAO_FULL'] === '1' ? 0 : 1,
        },
      },
    ],
  },
});

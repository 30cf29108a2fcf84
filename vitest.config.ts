import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** What `npm test` asks for (test/e2e/browsers/form.ts). */
const isShort = process.env['BACAO_SHORT'] === '1';

const ignored = ['**/node_modules/**', '.output/**', '.wxt/**'];

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ignored,
          globalSetup: ['test/tools/unit-catalogue.ts'],
          // Of two cores vitest would leave one to itself, which needs little.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          setupFiles: ['test/tools/unit-setup.ts'],
          // A first import of a whole page takes a second, and many where a machine does ten other things.
          testTimeout: 60_000,
          // Nor may what is waited for be missed because it took longer than the second that is usual.
          expect: { poll: { timeout: 20_000 } },
        },
      },
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

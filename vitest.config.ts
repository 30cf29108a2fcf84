import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

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
          setupFiles: ['test/tools/unit-setup.ts'],
          // A first import of a whole page takes a second, and many where a machine does ten other things.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          exclude: ignored,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // One browser at a time, and no second try: a flaky test is a finding.
          fileParallelism: false,
          retry: 0,
        },
      },
    ],
  },
});

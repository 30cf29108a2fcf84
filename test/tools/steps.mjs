import { ensureChromium, ensureFirefox, ensureFont } from './ensure-browsers.mjs';
import { runTool } from './run.mjs';
import { runVitest } from './vitest-report.mjs';

const minute = 60_000;
const tool =
  (name, ...args) =>
  async () =>
    one((await runTool(name, args, { timeoutMs: 5 * minute })) === 0);

/** Everything CI runs, in order. A step whose `needs` failed is not run and counts as failed. */
export const steps = [
  { name: 'browsers', run: findBrowsers },
  { name: 'prepare', run: tool('wxt', 'prepare') },
  { name: 'types', run: tool('tsc', '--noEmit') },
  { name: 'lint', run: tool('eslint', '.') },
  { name: 'format', run: tool('prettier', '--check', '--log-level', 'warn', '.') },
  { name: 'unused code', run: tool('knip', '--no-progress') },
  { name: 'build chromium', run: tool('wxt', 'build') },
  { name: 'build firefox', run: tool('wxt', 'build', '-b', 'firefox') },
  { name: 'unit tests', run: () => runVitest('unit', 5 * minute) },
  { name: 'walk', needs: ['browsers', 'build chromium'], run: tool('tsx', 'test/tools/walk.ts', '--headless') },
  {
    name: 'end to end',
    needs: ['browsers', 'build chromium', 'build firefox'],
    run: () => runVitest('e2e', 15 * minute),
  },
];

function one(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

async function findBrowsers() {
  try {
    await ensureFont();
    console.log(await ensureChromium());
    console.log(await ensureFirefox());
    return one(true);
  } catch (error) {
    console.error(error.message);
    return one(false);
  }
}

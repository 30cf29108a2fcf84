import { ensureChromium, ensureFirefox, ensureFont } from './ensure-browsers.mjs';
import { runFaults } from './faults-report.mjs';
import { runTool } from './run.mjs';
import { runVitest } from './vitest-report.mjs';

const minute = 60_000;
const tool =
  (name, ...args) =>
  async (write) =>
    one((await runTool(name, args, { timeoutMs: 5 * minute, write })) === 0);

const inBrowsers = ['browsers', 'build chromium', 'build firefox'];

/**
 * What `npm test` runs, in order; the steps of a stage need nothing of each other.
 * @param isAll every suite, what watches pages in both browsers, and every fault in one at least: an hour; else what CI runs
 */
export const stagesOf = (isAll) => [
  { steps: [{ name: 'browsers', run: findBrowsers }] },
  { steps: [{ name: 'prepare', run: tool('wxt', 'prepare') }] },
  // One after the other: two builds at once get into each other's way.
  { steps: [{ name: 'build chromium', run: tool('wxt', 'build') }] },
  { steps: [{ name: 'build firefox', run: tool('wxt', 'build', '-b', 'firefox') }] },
  // The unit tests take as long as all the rest of these together; two cores are busy to the end.
  {
    lanes: 2,
    steps: [
      { name: 'types', run: tool('tsc', '--noEmit') },
      { name: 'unit tests', run: (write) => runVitest('unit*', { timeoutMs: 20 * minute, write }) },
      { name: 'lint', run: tool('eslint', '.') },
      { name: 'format', run: tool('prettier', '--check', '--log-level', 'warn', '.') },
      { name: 'unused code', run: tool('knip', '--no-progress') },
    ],
  },
  // Alone: what else runs would be in the way of the browsers.
  {
    steps: [
      { name: 'walk', needs: ['browsers', 'build chromium'], run: tool('tsx', 'test/tools/walk.ts', '--headless') },
      { name: 'end to end', needs: inBrowsers, run: endToEnd(isAll) },
    ],
  },
  {
    steps: [
      {
        name: 'faults',
        needs: inBrowsers,
        run: (write) => runFaults(isAll ? [] : ['--short'], { timeoutMs: 30 * minute, write }),
      },
    ],
  },
];

function endToEnd(isAll) {
  const env = isAll ? {} : { BACAO_SHORT: '1' };
  return (write) => runVitest('e2e', { timeoutMs: 60 * minute, write, env });
}

function one(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

async function findBrowsers(write) {
  try {
    await ensureFont();
    write(`${await ensureChromium()}\n${await ensureFirefox()}\n`);
    return one(true);
  } catch (error) {
    write(`${error.message}\n`);
    return one(false);
  }
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { i18n } from '@/utils/i18n';
import { countReport, runVitest, sayAgain } from './vitest-report.mjs';

const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 };

test.each([
  { name: 'a clean run', report, code: 0, counts: { passed: 7, failed: 0, skipped: 3 } },
  {
    name: 'a failed test',
    report: { ...report, numFailedTests: 2 },
    code: 1,
    counts: { passed: 7, failed: 2, skipped: 3 },
  },
  { name: 'a file that does not load', report, code: 1, counts: { passed: 7, failed: 1, skipped: 3 } },
  { name: 'no report at all', report: undefined, code: 1, counts: { passed: 0, failed: 1, skipped: 0 } },
])('$name', (row) => expect(countReport(row.report, row.code)).toMatchObject(row.counts));

test('tests that failed are named', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'a' },
    { status: 'failed', fullName: 'b' },
  ];
  expect(countReport({ ...report, testResults: [{ assertionResults }] }, 1).names).toEqual(['b']);
});

test('what failed is told with its causes; what passed at the second try counts as passed and is told on a line of its own', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'a', failureMessages: [] },
    { status: 'passed', fullName: 'b', failureMessages: ['the browser is gone'] },
    { status: 'failed', fullName: 'c', failureMessages: ['the browser is gone\n  at a', 'no button'] },
  ];
  const counts = countReport({ ...report, numFailedTests: 1, testResults: [{ assertionResults }] }, 1);
  expect(counts).toMatchObject({ passed: 7, failed: 1, names: ['c (the browser is gone · no button)'] });
  const again = 'passed at the second try: b (the browser is gone)';
  expect(sayAgain([counts, {}, counts])).toEqual([again, again]);
});

// Nothing in its documents promises that a test keeps what its first try failed with.
test('the vitest that is installed tells of a first try that failed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bacao-tries-'));
  const file = join(folder, 'report.json');
  const tests = "let tries = 0; test('flaky', () => expect(tries++).toBe(1)); test('sound', () => {});";
  writeFileSync(join(folder, 'tries.test.mjs'), tests);
  const vitest = join(import.meta.dirname, '../../node_modules/vitest/vitest.mjs');
  const args = ['run', '--root', folder, '--globals', '--retry=1', '--reporter=json', `--outputFile=${file}`];
  const { status } = spawnSync(process.execPath, [vitest, ...args]);
  const counts = countReport(JSON.parse(readFileSync(file, 'utf8')) as object, status ?? 1);
  rmSync(folder, { recursive: true });
  expect(counts).toMatchObject({ passed: 2, failed: 0, skipped: 0, names: [] });
  expect(counts.again).toEqual([expect.stringMatching(/^flaky \(.*expected .* to be 1/u)]);
});

test('what failed outside every test is named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bacao-strays-'));
  const files = {
    'hook.test.mjs':
      "describe('a block', () => { afterAll(() => { throw new Error('no end'); }); test('a', () => {}); });",
    'loose.test.mjs': "test('b', () => { void Promise.reject(new Error('the browser is gone')); });",
    'unread.test.mjs': "throw new Error('not here');",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const config = "export default { test: { projects: [{ test: { name: 'loose', globals: true } }] } };";
  writeFileSync(join(folder, 'vitest.config.mjs'), config);
  const said: string[] = [];
  const counts = await runVitest('loose', { args: ['--root', folder], write: (words) => said.push(words) });
  rmSync(folder, { recursive: true });
  expect(counts, said.join('')).toMatchObject({ passed: 2, failed: 1, skipped: 0 });
  expect(counts.names?.toSorted()).toEqual([
    expect.stringMatching(/^a block: Error: no end/u),
    expect.stringMatching(/^nobody caught: Error: the browser is gone/u),
    expect.stringMatching(/^unread\.test\.mjs: Error: not here/u),
  ]);
});

test('unit tests speak the shipped catalogue', () => expect(i18n.t('tabs.saved')).not.toBe(''));

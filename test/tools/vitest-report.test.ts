import { expect, test } from 'vitest';
import { i18n } from '@/utils/i18n';
import { countReport } from './vitest-report.mjs';

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

test('unit tests speak the shipped catalogue', () => expect(i18n.t('tabs.saved')).not.toBe(''));

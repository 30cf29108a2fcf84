import { expect, test } from 'vitest';
import { countFaults } from './faults-report.mjs';

const row = (ok: boolean, injected = true) => ({ id: 'F1', browser: 'chromium', injected, ok });

test.each<[string, [report: object | undefined, code: number], [passed: number, failed: number]]>([
  ['rows and mutants', [{ faults: [row(true), row(true)], mutants: [{ caught: true }] }, 0], [3, 0]],
  ['a row that cannot be injected', [{ faults: [row(true), row(false, false)], mutants: [] }, 0], [1, 0]],
  ['a failed row', [{ faults: [row(true), row(false)], mutants: [] }, 1], [1, 1]],
  ['a mutant that nobody noticed', [{ faults: [row(true)], mutants: [{ caught: false }] }, 1], [1, 1]],
  ['an exit code that no row explains', [{ faults: [row(true)], mutants: [] }, 1], [1, 1]],
  ['no row at all', [{ faults: [], mutants: [] }, 0], [0, 1]],
  ['no report', [undefined, 1], [0, 1]],
])('%s', (_what, [report, code], [passed, failed]) => {
  expect(countFaults(report, code)).toMatchObject({ passed, failed, skipped: 0 });
});

test('rows that failed are named', () => {
  const faults = [row(true), { ...row(false), id: 'F2' }, row(false, false)];
  expect(countFaults({ faults, mutants: [] }, 1).names).toEqual(['F2 in chromium']);
});

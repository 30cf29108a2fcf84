import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './run.mjs';

/** Runs the fault suite with these arguments and counts what its own report says. */
export async function runFaults(args, options) {
  const folder = mkdtempSync(join(tmpdir(), 'bacao-faults-'));
  const file = join(folder, 'report.json');
  const code = await runTool('tsx', ['test/faults/index.ts', ...args, '--json', file], options);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  rmSync(folder, { recursive: true });
  return countFaults(report, code);
}

/**
 * A row that cannot be injected here proves nothing and breaks nothing: it is printed with its reason and not counted. A
 * suite that ended without a report, or without any row, counts as one failure.
 */
export function countFaults(report, code) {
  const verdicts = [
    ...(report?.faults ?? []).filter(({ injected }) => injected).map(({ ok }) => ok),
    ...(report?.mutants ?? []).map(({ caught }) => caught),
  ];
  const passed = verdicts.filter((ok) => ok === true).length;
  const failed = verdicts.length - passed;
  const isBroken = (code !== 0 && failed === 0) || passed + failed === 0;
  return { passed, failed: isBroken ? 1 : failed, skipped: 0, names: failedRows(report) };
}

function failedRows(report) {
  const rows = (report?.faults ?? []).filter(({ injected, ok }) => injected && ok !== true);
  return rows.map(({ id, browser }) => `${id} in ${browser}`);
}

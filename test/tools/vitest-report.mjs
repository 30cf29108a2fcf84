import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './run.mjs';

/** Runs one vitest project and counts what its own report says. */
export async function runVitest(project, options) {
  const folder = mkdtempSync(join(tmpdir(), 'bacao-report-'));
  const file = join(folder, 'report.json');
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runTool('vitest', args, options);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  rmSync(folder, { recursive: true });
  return countReport(report, code);
}

/** A file that does not load, or an error outside every test, fails the run without a failed test: it counts as one. */
export function countReport(report, code) {
  const passed = report?.numPassedTests ?? 0;
  const failed = report?.numFailedTests ?? 0;
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped, names: failedNames(report) };
}

/** In a long output the names of what failed are far above the last line. */
function failedNames(report) {
  const tests = (report?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults);
  return tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
}

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './run.mjs';
import { strayFile } from './stray-errors.mjs';

/**
 * Runs one vitest project and counts what its own report says.
 * @param options those of `run`; `args` for vitest, its own options or files; `json`, where the report is to stay
 */
export async function runVitest(project, { args = [], json, ...options }) {
  const folder = mkdtempSync(join(tmpdir(), 'bacao-report-'));
  const file = json ?? join(folder, 'report.json');
  rmSync(file, { force: true }); // that of a run before
  const strays = join(folder, 'strays.json');
  const reporters = ['default', 'json', join(import.meta.dirname, 'stray-errors.mjs')].map(
    (name) => `--reporter=${name}`,
  );
  const all = ['run', '--project', project, ...reporters, `--outputFile.json=${file}`, ...args];
  const code = await runTool('vitest', all, { ...options, env: { ...options.env, [strayFile]: strays } });
  const counts = countReport(readIfThere(file), code, readIfThere(strays));
  rmSync(folder, { recursive: true });
  return counts;
}

function readIfThere(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * A file that does not load, or an error outside every test, fails the run without a failed test: they count as one.
 * @param strays what failed outside every test
 */
export function countReport(report, code, strays = []) {
  const passed = report?.numPassedTests ?? 0;
  const failed = report?.numFailedTests ?? 0;
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const { names, again } = namesIn(report);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped, names: [...names, ...strays], again };
}

/** In a long output names and causes are far above the last line. What passed after all keeps what its first try failed with. */
function namesIn(report) {
  const tests = (report?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults);
  return {
    names: tests.filter(({ status }) => status === 'failed').map(nameAndCause),
    again: tests
      .filter(({ status, failureMessages = [] }) => status === 'passed' && failureMessages.length > 0)
      .map(nameAndCause),
  };
}

const longestCause = 200;

/** The causes are the first lines of what its tries failed with. */
function nameAndCause({ fullName, failureMessages = [] }) {
  const causes = new Set(failureMessages.map((message) => message.split('\n')[0].slice(0, longestCause)));
  return causes.size > 0 ? `${fullName} (${[...causes].join(' · ')})` : fullName;
}

/** What the second try must not hide: a line for each test that needed one. */
export function sayAgain(results) {
  return results.flatMap(({ again = [] }) => again.map((name) => `passed at the second try: ${name}`));
}

import * as v from 'valibot';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const row = v.object({
  id: v.string(),
  name: v.string(),
  browser: v.picklist(['chromium', 'firefox']),
  injected: v.boolean(),
  ok: v.boolean(),
  why: v.string(),
  expected: v.picklist(['all', 'acked', 'told']),
  told: v.optional(v.string()),
  tries: count,
  sent: count,
  acked: count,
  stored: count,
  duplicates: count,
});
const mutant = v.object({ name: v.string(), row: v.string(), caught: v.boolean() });
const report = v.object({ at: v.string(), faults: v.array(row), mutants: v.array(mutant) });

/** A report of the fault suite, as `--json` writes it; one run of all rows, or of one. */
export type FaultReport = v.InferOutput<typeof report>;

/** @throws {v.ValiError} when it is no report of the fault suite */
export function readReport(text: string): FaultReport {
  return v.parse(report, JSON.parse(text));
}

const names = { chromium: 'Chromium', firefox: 'Firefox' };
const expectations = { all: 'all is stored', acked: 'what was acknowledged is stored', told: 'what is lost is told' };

/** The figures of several runs as Markdown: of a row that was tried more than once the last run counts. */
export function toMarkdown(reports: readonly FaultReport[]): string {
  const inOrder = [...reports].sort((a, b) => a.at.localeCompare(b.at));
  const rows = new Map(inOrder.flatMap(({ faults }) => faults.map((each) => [`${each.id} ${each.browser}`, each])));
  const mutants = new Map(inOrder.flatMap((each) => each.mutants.map((one) => [one.name, one])));
  const days = [...new Set(inOrder.map(({ at }) => at.slice(0, 10)))];
  const head = ['fault', 'browser', 'must hold', 'tries', 'sent', 'acknowledged', 'stored', 'twice', 'told'];
  return [
    `Run on ${days.join(' and ')}.`,
    '',
    line(head),
    line(head.map((_cell, place) => (place > 2 && place < 8 ? '--:' : '---'))),
    ...[...rows.values()].sort(byId).map((each) => line(cellsOf(each))),
    '',
    ...[...mutants.values()].map(
      ({ name, row: where, caught }) => `- ${caught ? 'Caught' : 'NOT CAUGHT'}: ${name} (${where})`,
    ),
  ].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function cellsOf(each: FaultReport['faults'][number]): string[] {
  const { id, name, browser, injected, ok, why, told } = each;
  const head = [`${id} ${name}`, names[browser]];
  if (!injected) return [...head, `not injected: ${why}`, '–', '–', '–', '–', '–', '–'];
  const figures = [each.tries, each.sent, each.acked, each.stored, each.duplicates].map(String);
  return [...head, expectations[each.expected], ...figures, ok ? (told === undefined ? '–' : 'yes') : `FAILED: ${why}`];
}

function byId(a: { id: string; browser: string }, b: { id: string; browser: string }): number {
  return a.id.localeCompare(b.id, 'en', { numeric: true }) || a.browser.localeCompare(b.browser);
}

const [start, end] = ['<!-- figures -->', '<!-- /figures -->'];

/**
 * The page with these figures in the place of those that stood there.
 * @throws {Error} when the page has no place for them
 */
export function withFigures(page: string, figures: string): string {
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The page has no ${start} … ${end}.`);
  return `${page.slice(0, from)}${start}\n\n${figures}\n\n${page.slice(to)}`;
}

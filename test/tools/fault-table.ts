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

/** A row of the suite in a browser; `not` says why it cannot be injected there. */
export interface Place extends Pick<FaultReport['faults'][number], 'id' | 'name' | 'browser'> {
  not?: string;
}

/**
 * The figures of several runs as Markdown: of a row that was tried more than once the last run counts.
 * @param places every row there is: those that no run holds say so
 */
export function toMarkdown(reports: readonly FaultReport[], places: readonly Place[] = []): string {
  const inOrder = [...reports].sort((a, b) => a.at.localeCompare(b.at));
  const rows = new Map(inOrder.flatMap(({ faults }) => faults.map((each) => [`${each.id} ${each.browser}`, each])));
  const missing = places.filter(({ id, browser }) => !rows.has(`${id} ${browser}`));
  const lines = [
    ...[...rows.values()].map((each) => ({ ...each, cells: cellsOf(each) })),
    ...missing.map((each) => ({ ...each, cells: emptyCells(each, each.not === undefined ? notRun : notInjected) })),
  ];
  const mutants = new Map(inOrder.flatMap((each) => each.mutants.map((one) => [one.name, one])));
  const days = [...new Set(inOrder.map(({ at }) => at.slice(0, 10)))];
  const head = ['fault', 'browser', 'must hold', 'tries', 'sent', 'acknowledged', 'stored', 'twice', 'told'];
  return [
    `Run on ${days.join(' and ')}.`,
    '',
    line(head),
    line(head.map((_cell, place) => (place > 2 && place < 8 ? '--:' : '---'))),
    ...lines.sort(byId).map(({ cells }) => line(cells)),
    '',
    ...whyNot([...rows.values()], missing),
    ...[...mutants.values()].map(
      ({ name, row: where, caught }) => `- ${caught ? 'Caught' : 'NOT CAUGHT'}: ${name} (${where})`,
    ),
  ].join('\n');
}

const [notRun, notInjected] = ['not run in the full form yet', 'not injected'];

/** One line for a fault, since the reason is often the same in both browsers; and an empty one after them. */
function whyNot(rows: FaultReport['faults'], missing: readonly Place[]): string[] {
  const places = [
    ...rows.flatMap((row) => (row.injected ? [] : [{ ...row, not: row.why }])),
    ...missing.flatMap((place) => (place.not === undefined ? [] : [{ ...place, not: place.not }])),
  ].sort(byId);
  const lines = new Map<string, string[]>();
  for (const { id, browser, not } of places)
    lines.set(`${id} ${not}`, [...(lines.get(`${id} ${not}`) ?? []), names[browser]]);
  const said = [...lines].map(([key, where]) => {
    const [id = '', ...why] = key.split(' ');
    return `- Not injected: ${id} in ${where.join(' and ')}: ${why.join(' ')}`;
  });
  return said.length > 0 ? [...said, ''] : [];
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function headOf({ id, name, browser }: Place): string[] {
  return [`${id} ${name}`, names[browser]];
}

function emptyCells(place: Place, why: string): string[] {
  return [...headOf(place), why, '–', '–', '–', '–', '–', '–'];
}

function cellsOf(each: FaultReport['faults'][number]): string[] {
  const { injected, ok, why, told } = each;
  if (!injected) return emptyCells(each, notInjected);
  const head = headOf(each);
  const figures = [each.tries, each.sent, each.acked, each.stored, each.duplicates].map(String);
  return [...head, expectations[each.expected], ...figures, ok ? (told === undefined ? '–' : 'yes') : `FAILED: ${why}`];
}

function byId(a: { id: string; browser: string }, b: { id: string; browser: string }): number {
  return a.id.localeCompare(b.id, 'en', { numeric: true }) || a.browser.localeCompare(b.browser);
}

const [start, end] = ['<!-- figures -->', '<!-- /figures -->'];

/** What the page lacks: its marks, or a row's line in the table between them. */
export function missingOn(page: string, places: readonly Place[]): string[] {
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) return [`${start} … ${end}`];
  const lines = page
    .slice(from, to)
    .split('\n')
    .map((each) => each.split(' | ').map((cell) => cell.replace(/^\|/, '').trim()));
  const isThere = ({ id, browser }: Place) =>
    lines.some(([head = '', where]) => head.startsWith(`${id} `) && where === names[browser]);
  return places.filter((place) => !isThere(place)).map(({ id, browser }) => `${id} ${browser}`);
}

/**
 * The page with these figures in the place of those that stood there.
 * @throws {Error} when the page has no place for them
 */
export function withFigures(page: string, figures: string): string {
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The page has no ${start} … ${end}.`);
  return `${page.slice(0, from)}${start}\n\n${figures}\n\n${page.slice(to)}`;
}

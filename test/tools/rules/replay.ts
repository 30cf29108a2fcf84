import type { PageReading } from '../../../utils/core/types';
import { parse } from '../../sites/pages';
import { listPages, type StoredPage } from '../../sites/stored-pages';
import { changesBetween } from './changes';
import { readEvidence, type Evidence } from './evidence';
import { loadBackupReader, loadReadPage, loadRules } from './readers';
import { rowChanges, type RowChanges } from './rows';
import { keepRules, listVersions, readRuleSet, storeRules, type RuleSet } from './rule-set';

/** What today's rules see otherwise than a stored set, page by page. */
export async function replay(set: RuleSet, pages: readonly StoredPage[]): Promise<Map<string, string[]>> {
  const [before, after] = [await loadReadPage(set), await loadReadPage()];
  const read = (reader: (url: string, document: Document) => PageReading, { url, html }: StoredPage) =>
    reader(url, parse(html));
  return new Map(pages.map((page) => [page.name, changesBetween(read(before, page), read(after, page))]));
}

/** What today's rules say otherwise than a stored set of the rows in a backup. Rows that do not decode are left out. */
export async function replayRows(set: RuleSet, backup: Blob): Promise<RowChanges> {
  const [readBackup, rules] = [await loadBackupReader(), await loadRules()];
  const found = rowChanges(set, JSON.parse(storeRules(rules)) as RuleSet);
  for await (const row of readBackup(backup)) if (row.kind === 'event' || row.kind === 'exposure') found.add(row.row);
  return found;
}

function linesOfRows({ rows, versions, changes }: RowChanges): string[] {
  return [
    `${String(rows)} rows`,
    ...Array.from(versions, ([version, count]) => `${String(count)} made by ${version}`),
    ...Array.from(changes, ([change, count]) => `${change}: ${String(count)} rows`),
  ];
}

function print(name: string, lines: readonly string[]): void {
  console.log([`${name}: ${lines.length === 0 ? 'the same' : ''}`, ...lines.map((line) => `  ${line}`)].join('\n'));
}

async function main([command = 'replay', ...words]: string[]): Promise<void> {
  const rules = await loadRules();
  if (command === 'keep') return keepRules(rules.ruleVersion, storeRules(rules));
  const others = listVersions().filter((each) => each !== rules.ruleVersion);
  const [version = others.at(-1), ...files] = words;
  if (version === undefined) return console.log('No other set of rules is stored.');
  const set = readRuleSet(version);
  const evidence: Evidence[] = [...listPages(), ...(await readEvidence(files))];
  console.log(`${version} → ${rules.ruleVersion}`);
  const pages = evidence.flatMap((each) => ('html' in each ? [each] : []));
  for (const [name, changes] of await replay(set, pages)) print(name, changes);
  for (const each of evidence) if ('backup' in each) print(each.name, linesOfRows(await replayRows(set, each.backup)));
}

if (import.meta.filename === process.argv[1]) await main(process.argv.slice(2));

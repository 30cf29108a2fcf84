import { readFileSync } from 'node:fs';
import type { PageReading } from '../../../utils/core/types';
import { parse } from '../../sites/pages';
import { listPages, type StoredPage } from '../../sites/stored-pages';
import { changesBetween } from './changes';
import { loadReadPage, loadRules } from './readers';
import { keepRules, listVersions, readRuleSet, storeRules, type RuleSet } from './rule-set';

/** What today's rules see otherwise than a stored set, page by page. */
export async function replay(set: RuleSet, pages: readonly StoredPage[]): Promise<Map<string, string[]>> {
  const [before, after] = [await loadReadPage(set), await loadReadPage()];
  const read = (reader: (url: string, document: Document) => PageReading, { url, html }: StoredPage) =>
    reader(url, parse(html));
  return new Map(pages.map((page) => [page.name, changesBetween(read(before, page), read(after, page))]));
}

async function main([command = 'replay', ...words]: string[]): Promise<void> {
  const rules = await loadRules();
  if (command === 'keep') return keepRules(rules.ruleVersion, storeRules(rules));
  const [
    version = listVersions()
      .filter((each) => each !== rules.ruleVersion)
      .at(-1),
    ...files
  ] = words;
  if (version === undefined) return console.log('No other set of rules is stored.');
  const own = files.map((file) => ({
    name: file,
    url: 'https://www.xiaohongshu.com/explore',
    html: readFileSync(file, 'utf8'),
  }));
  console.log(`${version} → ${rules.ruleVersion}`);
  for (const [name, changes] of await replay(readRuleSet(version), [...listPages(), ...own]))
    console.log(
      [`${name}: ${changes.length === 0 ? 'the same' : ''}`, ...changes.map((line) => `  ${line}`)].join('\n'),
    );
}

if (import.meta.filename === process.argv[1]) await main(process.argv.slice(2));

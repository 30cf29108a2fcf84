import { all, attribute, isA, isElement, textOf } from '../dom';
import * as rules from './rules';
import { pathOf, queryOf, readPlace } from './urls';

const longestWord = 40;

/** As the address would call it, where that is known. */
function nameOf(tab: Element): string {
  const text = textOf(tab).slice(0, longestWord);
  return attribute(tab, 'id') || (rules.tabWords.find(([, form]) => form.test(text))?.[0] ?? text);
}

/** The tabs that are open: a saved list has two, 收藏 and under it 笔记. */
export function markedTabs(document: Document): string[] {
  return all(document, rules.activeTab).map(nameOf);
}

export function isTab(path: EventTarget[]): boolean {
  return path.some((part) => isElement(part) && isA(part, rules.tab));
}

/** A keyword may be encoded twice, and is when the site writes it into the address itself (code). */
function plain(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

/** Two addresses of one name are one page; where one does not say which tab is open, the marked ones of `tabs` do. */
export function namePage(url: string, tabs?: Document): string {
  const query = queryOf(url);
  const marked = tabs ? markedTabs(tabs) : [];
  const parts = (rules.pageQueries[readPlace(url).kind] ?? []).map(
    ([name, silent], place) => plain(query.get(name) ?? '') || marked[place] || silent,
  );
  return [pathOf(url).replace(/\/$/, ''), ...parts].join(' ');
}

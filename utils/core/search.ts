import { type ItemRow, tagsOf } from './rows';
import type { PlatformId } from './types';

/** What a search holds of each item: enough to find it and to put it in order. */
export interface SearchLine {
  key: string;
  /** All that is looked through, folded once: each press of a key is then a plain look for a part of it. */
  text: string;
  platform: PlatformId;
  tags: string[];
  standings: readonly SearchStanding[];
  /** Epoch ms. */
  at: number;
  priceFen?: number;
}

/**
 * How it stands with an item, as a list can be narrowed to it. What is saved waits, or has come to an end, and may be one
 * to be asked about again; what is bought has turned out in some way, or nobody has said how.
 */
export const standings = ['waiting', 'asked', 'bought', 'refunded', 'dropped', 'kept', 'regretted', 'unsaid'] as const;
export type SearchStanding = (typeof standings)[number];

export const sorts = ['newest', 'oldest', 'cheapest', 'dearest'] as const;
export type Sort = (typeof sorts)[number];

export interface SearchQuery {
  text: string;
  /** `''` for all. */
  platform: PlatformId;
  tag: string;
  standing: SearchStanding | '';
  sort: Sort;
}

export const everything: SearchQuery = { text: '', platform: '', tag: '', standing: '', sort: 'newest' };

/** Whether it asks for what a list shows anyway. */
export function isPlain({ text, platform, tag, standing, sort }: SearchQuery): boolean {
  return text.trim() === '' && platform === '' && tag === '' && standing === '' && sort === 'newest';
}

/** Of a title of a megabyte nobody searches the end, and a hundred thousand of them fit nowhere. */
const partLimit = 300;

/** The same for full-width letters, for capitals, and for half a character at a cut. */
export function fold(text: string): string {
  return text.slice(0, partLimit).toWellFormed().normalize('NFKC').toLowerCase();
}

/** @param author who wrote the note it was seen on, by the name the site knows them by */
export function searchLine(row: ItemRow, by: 'savedAt' | 'purchasedAt', author?: string): SearchLine {
  const tags = tagsOf(row);
  const parts = [row.title, row.shop, row.note?.title, author, ...tags, row.remark?.text, row.key];
  return {
    ...{ key: row.key, platform: row.platform, tags, at: row[by] ?? 0, standings: standingsOf(row, by) },
    text: parts.map((part) => (part === undefined ? '' : fold(part))).join('\n'),
    ...(row.priceFen !== undefined && { priceFen: row.priceFen }),
  };
}

function standingsOf(row: ItemRow, by: 'savedAt' | 'purchasedAt'): SearchStanding[] {
  const { state, outcome, cool } = row;
  if (by === 'purchasedAt') return [outcome && outcome.as !== 'refunded' ? outcome.as : 'unsaid'];
  if (state === 'bought' || state === 'refunded' || state === 'dropped') return [state];
  return cool && cool.until > 0 ? ['waiting', 'asked'] : ['waiting'];
}

/** What a search goes through. The texts stand side by side: through the lines the same loop takes four times as long. */
export interface SearchList {
  /** Newest first. */
  lines: readonly SearchLine[];
  texts: readonly string[];
}

/** Put in order once, when the lines are read: then the usual order costs a search nothing. */
export function searchList(lines: SearchLine[]): SearchList {
  const sorted = lines.sort((a, b) => b.at - a.at);
  return { lines: sorted, texts: sorted.map(({ text }) => text) };
}

/** The lines that hold every word, whichever of their parts it stands in. */
export function searchLines({ lines, texts }: SearchList, query: SearchQuery): SearchLine[] {
  const [first = '', ...others] = fold(query.text).split(/\s+/u).filter(Boolean);
  const found: SearchLine[] = [];
  for (let place = 0; place < texts.length; place += 1) {
    const text = texts[place];
    if (!text?.includes(first)) continue;
    const line = lines[place];
    if (line && others.every((word) => text.includes(word)) && isChosen(line, query)) found.push(line);
  }
  return inOrder(found, query.sort);
}

function isChosen(line: SearchLine, { platform, tag, standing }: SearchQuery): boolean {
  if (platform !== '' && line.platform !== platform) return false;
  if (tag !== '' && !line.tags.includes(tag)) return false;
  return standing === '' || line.standings.includes(standing);
}

/** What has no price stands last, whichever way. */
function inOrder(found: SearchLine[], sort: Sort): SearchLine[] {
  switch (sort) {
    case 'newest':
      return found;
    case 'oldest':
      return found.reverse();
    case 'cheapest':
      return found.sort((a, b) => (a.priceFen ?? Infinity) - (b.priceFen ?? Infinity));
    case 'dearest':
      return found.sort((a, b) => (b.priceFen ?? -1) - (a.priceFen ?? -1));
  }
}

import { type ItemRow, type ItemState, tagsOf } from './rows';
import { fold } from './search';
import type { PlatformId } from './types';

/** What a list of a hundred thousand items holds of each: enough to show, to search and to sort it. */
export interface ItemLine {
  key: string;
  platform: PlatformId;
  kind: ItemRow['kind'];
  url?: string;
  title?: string;
  shop?: string;
  /** The title of the note it was first seen on. */
  note?: string;
  priceFen?: number;
  state: ItemState;
  /** Epoch ms of the first step, and of the last. */
  firstAt: number;
  lastAt: number;
  isSaved: boolean;
  isBought: boolean;
  isMarked: boolean;
  /** All that is looked through, folded once: names, the person's tags and remark, and the key. */
  text: string;
  /** Equal for titles that name the same thing, as far as words tell; absent where a title says too little. */
  product?: number;
  /** Equal for items that the person joined as one product. */
  group?: string;
}

/** Longer texts are not read in a list, and a hundred thousand of a megabyte would not fit anywhere. */
const textLimit = 160;

export function lineOf(row: ItemRow): ItemLine {
  const { key, platform, kind, url, priceFen, state, journey } = row;
  const [title, shop, note] = [row.title, row.shop, row.note?.title].map(cut);
  const product = title === undefined ? undefined : productOf(title);
  return {
    ...{ key, platform, kind, state },
    firstAt: journey[0]?.at ?? 0,
    lastAt: journey.at(-1)?.at ?? 0,
    isSaved: row.savedAt !== undefined,
    isBought: row.purchasedAt !== undefined,
    isMarked: row.mark !== undefined,
    text: [title, shop, note, ...tagsOf(row), row.remark?.text, key].map((part) => fold(part ?? '')).join('\n'),
    ...(url !== undefined && { url }),
    ...(title !== undefined && { title }),
    ...(shop !== undefined && { shop }),
    ...(note !== undefined && { note }),
    ...(priceFen !== undefined && { priceFen }),
    ...(product !== undefined && { product }),
    ...(row.group?.name && { group: row.group.name }),
  };
}

/** A slice keeps the whole text alive behind it, so the head of a long one is copied. */
function cut(text: string | undefined): string | undefined {
  if (text === undefined || text.length <= textLimit) return text;
  return [...text.slice(0, textLimit)].join('');
}

/** Shops dress the same name differently: 【官方正品】, spaces, full-width letters, exclamation marks. */
const dress = /【[^【】]{0,40}】|\[[^[\]]{0,40}\]|\([^()]{0,40}\)|[^\p{L}\p{N}]/gu;
/** Fewer characters name a kind of thing, and not one thing. */
const leastLetters = 6;

/** The same number for titles with the same words, 53 bits of it: two of a hundred thousand do not meet by chance. */
export function productOf(title: string): number | undefined {
  const words = title.normalize('NFKC').replace(dress, '').toLowerCase();
  if (words.length < leastLetters) return undefined;
  let [low, high] = [0x811c9dc5, 0x9e3779b1];
  for (let at = 0; at < words.length; at += 1) {
    const code = words.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

export const lineStates = ['all', 'waiting', 'bought', 'refunded', 'dropped', 'seen', 'several'] as const;
export const lineSorts = ['newest', 'latest', 'cheapest', 'dearest'] as const;

export interface LineQuery {
  text: string;
  state: (typeof lineStates)[number];
  /** `''` for all. */
  platform: PlatformId;
  sort: (typeof lineSorts)[number];
}

export const everyLine: LineQuery = { text: '', state: 'all', platform: '', sort: 'newest' };

/** The lines that are asked for, in the order that is asked for. */
export function selectLines(lines: readonly ItemLine[], query: LineQuery): ItemLine[] {
  const several = query.state === 'several' ? productsOnSeveral(lines) : undefined;
  const words = fold(query.text).split(/\s+/u).filter(Boolean);
  const isIn = (line: ItemLine) =>
    (query.platform === '' || line.platform === query.platform) &&
    isOfState(line, query.state, several) &&
    words.every((word) => line.text.includes(word));
  return lines.filter(isIn).sort(orders[query.sort]);
}

function isOfState(line: ItemLine, state: LineQuery['state'], several: ReadonlySet<ProductName> | undefined): boolean {
  switch (state) {
    case 'all':
      return true;
    case 'waiting':
      return line.isSaved && !line.isBought && line.state !== 'dropped';
    case 'bought':
    case 'refunded':
    case 'dropped':
      return line.state === state;
    case 'seen':
      return line.state === 'seen' || line.state === 'clicked' || line.state === 'visited';
    case 'several':
      return namesOf(line).some((name) => several?.has(name));
  }
}

/** What is unknown stands last, whichever way. */
const orders: Record<LineQuery['sort'], (a: ItemLine, b: ItemLine) => number> = {
  newest: (a, b) => b.firstAt - a.firstAt,
  latest: (a, b) => b.lastAt - a.lastAt,
  cheapest: (a, b) => (a.priceFen ?? Infinity) - (b.priceFen ?? Infinity) || b.firstAt - a.firstAt,
  dearest: (a, b) => (b.priceFen ?? -1) - (a.priceFen ?? -1) || b.firstAt - a.firstAt,
};

/** A likeness of titles is a number, the person's own word a text. */
type ProductName = number | string;

function namesOf({ product, group }: ItemLine): ProductName[] {
  return [...(product === undefined ? [] : [product]), ...(group === undefined ? [] : [group])];
}

function productsOnSeveral(lines: readonly ItemLine[]): Set<ProductName> {
  const first = new Map<ProductName, PlatformId>();
  const several = new Set<ProductName>();
  for (const line of lines)
    for (const name of namesOf(line)) {
      const known = first.get(name) ?? line.platform;
      first.set(name, known);
      if (known !== line.platform) several.add(name);
    }
  return several;
}

/** What the person joined with it as one product, cheapest first. */
export function joinedWith(lines: readonly ItemLine[], key: string): ItemLine[] {
  const own = lines.find((line) => line.key === key);
  if (own?.group === undefined) return [];
  return lines.filter((line) => line.group === own.group && line !== own).sort(orders.cheapest);
}

/** What could be joined with it, by words of its name, its shop, or whatever else is looked through. */
export function findToJoin(lines: readonly ItemLine[], key: string, text: string): ItemLine[] {
  const words = fold(text).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [];
  const group = lines.find((line) => line.key === key)?.group;
  const isOther = (line: ItemLine) => line.key !== key && (group === undefined || line.group !== group);
  return lines
    .filter((line) => isOther(line) && words.every((word) => line.text.includes(word)))
    .sort(orders.latest)
    .slice(0, 8);
}

/** The same thing on other platforms, cheapest first, as far as titles tell. */
export function sameElsewhere(lines: readonly ItemLine[], key: string): ItemLine[] {
  const own = lines.find((line) => line.key === key);
  if (own?.product === undefined) return [];
  return lines
    .filter(({ product, platform }) => product === own.product && platform !== own.platform)
    .filter(({ group }) => group === undefined || group !== own.group)
    .sort(orders.cheapest)
    .slice(0, 20);
}

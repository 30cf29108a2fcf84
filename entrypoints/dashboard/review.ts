import type { Choice, Decided, LineFacts, Review, Supposed } from '@/components/dashboard/matching/match-props';
import { orderTime } from '@/utils/core/purchases';
import type { ItemRow } from '@/utils/core/rows';
import { walkItems, walkOrders } from '@/utils/ledger/match-queries';
import type { LineWord, OrderRow } from '@/utils/ledger/schema';
import { identityOf } from '@/utils/links/list';
import { type Candidate, itemSuggester, type LooseLine, type Suggestion } from '@/utils/match/suggest';
import type { Reins } from './long-work';
import type { Desk } from './view';

/** So many are gone through at a sitting; the others are counted. */
const mostSupposed = 100;
const mostDecided = 100;

/** What is compared: items by key, orders by key. Rows are read in pages, and of each only this is kept. */
interface Shelf {
  items: Map<string, Candidate & { note?: string }>;
  lines: Map<string, OrderRow>;
}

/** Reads items and orders once and supposes what belongs together. */
export async function readReview(desk: Desk, { signal, onProgress }: Reins): Promise<Review> {
  const db = await desk.open();
  const shelf: Shelf = { items: new Map(), lines: new Map() };
  let done = 0;
  const told = (count: number) => onProgress({ done: (done += count) });
  await walkItems(db, {
    signal,
    onPage: (rows) => {
      for (const row of rows) if (row.note) shelf.items.set(row.key, candidateOf(row));
      told(rows.length);
    },
  });
  await walkOrders(db, {
    signal,
    onPage: (rows) => {
      for (const row of rows) if (isCompared(row)) shelf.lines.set(row.key, row);
      told(rows.length);
    },
  });
  return { ...supposedOf(shelf), decided: decidedOf(shelf) };
}

/** Loose, or what a loose one may be once more, or spoken of before. */
function isCompared(row: OrderRow): boolean {
  return isLoose(row) || row.words !== undefined || (row.orderPaidFen !== undefined && row.source !== 'bill');
}

function isLoose({ unmatchedAt, mayBe }: OrderRow): boolean {
  return unmatchedAt !== undefined || mayBe !== undefined;
}

function candidateOf(row: ItemRow): Candidate & { note?: string } {
  const { key, platform, title = '', shop, priceFen, note, journey } = row;
  return {
    key,
    space: spaceOf(key, platform),
    title,
    seenAt: note?.at ?? Infinity,
    touchedAt: journey.filter(({ step }) => step === 'clicked' || step === 'landed').map(({ at }) => at),
    ...(shop !== undefined && { shop }),
    ...(priceFen !== undefined && { priceFen }),
    ...(note?.title !== undefined && { note: note.title }),
  };
}

/** The key of an opaque link names no space: its platform has one. */
function spaceOf(key: string, platform: string): string {
  return key.includes('/') ? (identityOf(platform)?.space ?? platform) : key.slice(0, key.indexOf(':'));
}

function looseOf(row: OrderRow): LooseLine {
  const at = orderTime(row);
  const denied = row.words
    ?.filter(({ word }) => word === 'different')
    .flatMap(({ item, other }) => item ?? other ?? []);
  return {
    key: row.key,
    space: row.orderKey.slice(0, row.orderKey.indexOf(':')),
    title: row.title,
    denied: new Set(denied),
    ...(row.shop !== undefined && { shop: row.shop }),
    ...(row.orderPaidFen !== undefined && { paidFen: row.orderPaidFen }),
    ...(at !== undefined && { at }),
  };
}

/** Item ids say it exactly where there are any; a colour of JD's is an item of its own. */
function mayBeAnother({ itemId, orderKey }: OrderRow): boolean {
  return itemId === undefined || orderKey.startsWith('jd:');
}

function supposedOf(shelf: Shelf): Pick<Review, 'supposed' | 'more' | 'loose'> {
  const suggest = itemSuggester(shelf.items.values());
  const rows = [...shelf.lines.values()].filter(({ twinOf }) => twinOf === undefined);
  const loose = rows.filter(isLoose);
  const found = loose.flatMap((row): Supposed[] => {
    const suggestions: Supposition[] = [twinOf(row), mayBeAnother(row) ? suggest(looseOf(row)) : []].flat();
    const choices = suggestions.flatMap((each) => choiceOf(each, shelf) ?? []);
    return choices.length > 0 ? [{ line: factsOf(row), choices }] : [];
  });
  found.sort((a, b) => (b.choices[0]?.score ?? 0) - (a.choices[0]?.score ?? 0));
  const supposed = found.slice(0, mostSupposed);
  return { supposed, more: found.length - supposed.length, loose: loose.length - found.length };
}

/** How sure it is that the only order of a bill's amount at that time is what the bill paid for. */
const onlyOneScore = 0.8;

/** The ledger knows it: until it is answered the line does not count. Of several orders each is as likely. */
function twinOf({ key, mayBe, mayBeOf: among = 1 }: OrderRow): Supposition[] {
  if (mayBe === undefined || mayBe === key) return [];
  const score = Math.round((100 * onlyOneScore) / among) / 100;
  return [{ line: key, other: mayBe, method: 'amount-time', score, ...(among > 1 && { among }) }];
}

type Supposition = Suggestion & Pick<Choice, 'among'>;

function choiceOf({ item, other, method, score, among }: Supposition, shelf: Shelf): Choice | undefined {
  const named = nameOf({ item, other }, shelf);
  return named && { ...named, method, score, ...(among !== undefined && { among }) };
}

type Named = Omit<Choice, 'method' | 'score' | 'among'>;

function nameOf(
  { item, other }: { item?: string | undefined; other?: string | undefined },
  shelf: Shelf,
): Named | undefined {
  if (item !== undefined) {
    const known = shelf.items.get(item);
    if (!known) return undefined;
    const { title, shop, priceFen, note, seenAt } = known;
    return {
      item,
      title,
      at: seenAt,
      ...(shop !== undefined && { shop }),
      ...(priceFen !== undefined && { priceFen }),
      ...(note !== undefined && { note }),
    };
  }
  const row = other === undefined ? undefined : shelf.lines.get(other);
  if (!row || other === undefined) return undefined;
  const { title, shop, paidFen, at } = factsOf(row);
  return {
    other,
    title,
    ...(shop !== undefined && { shop }),
    ...(paidFen !== undefined && { priceFen: paidFen }),
    ...(at !== undefined && { at }),
  };
}

function factsOf(row: OrderRow): LineFacts {
  const { key, platform, title, shop, orderPaidFen, source, sources = [source] } = row;
  const at = orderTime(row);
  return {
    key,
    platform,
    title,
    sources,
    ...(shop !== undefined && { shop }),
    ...(orderPaidFen !== undefined && { paidFen: orderPaidFen }),
    ...(at !== undefined && { at }),
  };
}

function decidedOf(shelf: Shelf): Decided[] {
  const said = [...shelf.lines.values()].flatMap((row) =>
    (row.words ?? []).flatMap((word) => decided(row, word, shelf)),
  );
  return said.sort((a, b) => b.saidAt - a.saidAt).slice(0, mostDecided);
}

function decided(row: OrderRow, { item, other, word, at }: LineWord, shelf: Shelf): Decided[] {
  const named = nameOf({ item, other }, shelf);
  if (!named || word === 'none') return [];
  return [{ line: factsOf(row), choice: { ...named, method: 'user' }, word, saidAt: at }];
}

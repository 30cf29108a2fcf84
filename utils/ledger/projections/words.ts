import type { MatchEvent } from '../../core/events';
import type { LineWord, OrderRow } from '../schema';
import type { Timed } from './late';

type Said = Timed<MatchEvent> & Pick<LineWord, 'ofBill'>;

/** The item that the forms of an order name, whatever the person says. */
export function namedOf({ words, isSplit, namedKey, itemKey }: OrderRow): string | undefined {
  return words || isSplit ? namedKey : itemKey;
}

/** Puts a line where the person says that it belongs, else where its forms do. */
export function placed(row: OrderRow, named: string | undefined): OrderRow {
  const { itemKey: _item, namedKey: _named, twinOf: _twin, ...rest } = row;
  if (rest.isSplit) return { ...rest, ...(named !== undefined && { namedKey: named }), twinOf: rest.key };
  if (!rest.words) return { ...rest, ...(named !== undefined && { itemKey: named }) };
  const twinOf = lastSaid(rest.words, 'other');
  const item = lastSaid(rest.words, 'item') ?? (isDenied(rest.words, named) ? undefined : named);
  return {
    ...rest,
    ...(named !== undefined && { namedKey: named }),
    ...(twinOf !== undefined ? { twinOf } : item !== undefined && { itemKey: item }),
  };
}

function lastSaid(words: readonly LineWord[], of: 'item' | 'other'): string | undefined {
  return words.findLast((each) => each[of] !== undefined && each.word === 'same')?.[of];
}

function isDenied(words: readonly LineWord[], named: string | undefined): boolean {
  return words.some(({ item, word }) => item === named && word === 'different');
}

/** The line with one more word; a late word gives way to the one that stands on the same pair. */
export function withWord(row: OrderRow, { item, other, word, at, late, ofBill }: Said): OrderRow {
  const words = row.words ?? [];
  const pair = { ...(item !== undefined && { item }), ...(other !== undefined && { other }) };
  const said: LineWord = { ...pair, word, at, ...(ofBill && { ofBill }) };
  if (late && words.some((each) => isSamePair(each, said) && each.at > at)) return row;
  const others = words.filter((each) => !isSamePair(each, said));
  const place = late ? others.filter((each) => each.at <= at).length : others.length;
  return placed({ ...row, words: others.toSpliced(place, 0, said) }, namedOf(row));
}

function isSamePair(one: LineWord, other: LineWord): boolean {
  return one.item === other.item && one.other === other.other;
}

/** What was said of a bill keeps that it was, when a line of its order takes its row over. */
export function markedOfBill({ words, ...row }: OrderRow): OrderRow {
  return words ? { ...row, words: words.map((word) => (word.ofWhole ? word : { ...word, ofBill: true })) } : row;
}

/** What was said of two lines that turn out to be one; of the same pair the last word stands. */
export function joinWords(one: readonly LineWord[] = [], other: readonly LineWord[] = []): LineWord[] | undefined {
  const all = [...one, ...other].sort((a, b) => a.at - b.at);
  const last = all.filter((word, place) => !all.slice(place + 1).some((each) => isSamePair(each, word)));
  return last.length > 0 ? last : undefined;
}

/** The line of a part with what was said of the whole; what was said of the line itself of the same pair stands. */
export function withWordsOfWhole({ words: known = [], ...row }: OrderRow, said: readonly LineWord[]): OrderRow {
  const own = known.filter(({ ofWhole }) => !ofWhole);
  const others = said.filter((word) => !own.some((each) => isSamePair(each, word)));
  const words = [...others.map(({ ofBill: _bill, ...word }) => ({ ...word, ofWhole: true as const })), ...own];
  const named = namedOf(known.length > 0 ? { ...row, words: known } : row);
  return placed(words.length > 0 ? { ...row, words } : row, named);
}

/** The line without what was said of it and these other lines. */
export function withoutWordsOn(row: OrderRow, lines: ReadonlySet<string>): OrderRow {
  const { words = [], ...rest } = row;
  const left = words.filter(({ other }) => other === undefined || !lines.has(other));
  return placed({ ...rest, ...(left.length > 0 && { words: left }) }, namedOf(row));
}

/** The other line has another key since. */
export function withOtherMoved(row: OrderRow, from: string, to: string): OrderRow {
  const words = row.words?.map((each) => (each.other === from ? { ...each, other: to } : each));
  return words ? placed({ ...row, words }, namedOf(row)) : row;
}

/** An opaque link turned out to be an item: what was said of the one was said of the other. */
export function wordsMoved(row: OrderRow, from: string, to: string): OrderRow {
  if (!row.words) return placed(row, namedOf(row) === from ? to : namedOf(row));
  const words = row.words.map((each) => (each.item === from ? { ...each, item: to } : each));
  const last = words.filter((word, place) => !words.slice(place + 1).some((each) => isSamePair(each, word)));
  return placed({ ...row, words: last }, namedOf(row));
}

import type { MatchMethod } from '../core/rows';
import { isSameShop, piecesOf, similarity } from './similar';

/** An order line that no item is known for. Times in epoch ms, money in fen. */
export interface LooseLine {
  key: string;
  /** Item space: only things of one house can be one. */
  space: string;
  title: string;
  shop?: string;
  paidFen?: number;
  at?: number;
  /** Keys of items and lines that the person has said it is not. */
  denied: ReadonlySet<string>;
}

/** Something seen on a note. */
export interface Candidate {
  key: string;
  space: string;
  title: string;
  shop?: string;
  priceFen?: number;
  seenAt: number;
  /** When its link was followed and its page opened, as far as that is known. */
  touchedAt: readonly number[];
}

export interface Suggestion {
  line: string;
  item?: string;
  other?: string;
  method: Exclude<MatchMethod, 'user'>;
  /** 0 to 1. */
  score: number;
}

/** Less alike than this is chance. */
const leastAlike = 0.4;
const mostForLine = 3;
const nearMs = 2 * 3_600_000;
/** Pages give minutes, our clock gives ms. */
const slackMs = 60_000;

/**
 * Supposes what loose lines are of. Nothing of it counts before the person says so.
 * @param items walked once; of each only what is compared is kept
 */
export function itemSuggester(items: Iterable<Candidate>): (line: LooseLine) => Suggestion[] {
  const known = [...items].map((item) => ({ ...item, pieces: piecesOf(item.title) }));
  const byPiece = new Map<string, number[]>();
  for (const [place, { pieces }] of known.entries()) for (const piece of pieces) pushTo(byPiece, piece, place);
  const byPrice = new Map<string, number[]>();
  for (const [place, { space, priceFen }] of known.entries())
    if (priceFen !== undefined) pushTo(byPrice, `${space} ${String(priceFen)}`, place);

  const isPossible = (line: LooseLine) => (place: number) => {
    const item = known[place];
    if (!item || item.space !== line.space || line.denied.has(item.key)) return false;
    return line.at !== undefined && line.at + slackMs >= item.seenAt; // what was bought before it was seen came from elsewhere
  };

  const byTitle = (line: LooseLine): Suggestion[] => {
    const pieces = piecesOf(line.title);
    const places = new Set([...pieces].flatMap((piece) => byPiece.get(piece) ?? []));
    return [...places].filter(isPossible(line)).flatMap((place) => {
      const item = known[place];
      if (!item) return [];
      const isShop = isSameShop(item.shop ?? '', line.shop ?? '');
      const score = similarity(pieces, item.pieces);
      if (score < leastAlike) return [];
      return [
        isShop
          ? { line: line.key, item: item.key, method: 'shop-title' as const, score: round(0.7 * score + 0.3) }
          : { line: line.key, item: item.key, method: 'title' as const, score: round(0.9 * score) },
      ];
    });
  };

  /** Bought for exactly its price within two hours of a look at it, and nothing else was. */
  const byAmount = (line: LooseLine): Suggestion[] => {
    if (line.paidFen === undefined || line.paidFen === 0 || line.at === undefined) return [];
    const { at } = line;
    const places = (byPrice.get(`${line.space} ${String(line.paidFen)}`) ?? []).filter(isPossible(line));
    const near = places.filter((place) => known[place]?.touchedAt.some((touch) => at >= touch && at - touch <= nearMs));
    const item = near.length === 1 ? known[near[0] ?? -1] : undefined;
    return item ? [{ line: line.key, item: item.key, method: 'amount-time', score: 0.6 }] : [];
  };

  return (line) => {
    const best = new Map<string, Suggestion>();
    for (const each of [...byTitle(line), ...byAmount(line)]) {
      const before = best.get(each.item ?? '');
      if (!before || before.score < each.score) best.set(each.item ?? '', each);
    }
    return [...best.values()].sort((a, b) => b.score - a.score).slice(0, mostForLine);
  };
}

function pushTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function round(score: number): number {
  return Math.round(score * 100) / 100;
}

import type { PriceKind, Stock } from './types';

/** What an item's page showed when it was opened 价格. */
export interface PricePoint {
  /** Epoch ms. */
  at: number;
  priceFen?: number;
  priceKind?: PriceKind;
  stock?: Stock;
}

/** Points kept of one item: years of changes, and still a small row. */
const mostPoints = 100;

/**
 * The history with one more visit. A visit that shows what the one before showed adds nothing, so that a row stays small
 * however often a page is opened.
 */
export function withPrice(history: readonly PricePoint[], point: PricePoint): PricePoint[] {
  if (point.priceFen === undefined && point.stock === undefined) return [...history];
  const place = history.findLastIndex(({ at }) => at <= point.at) + 1;
  const before = history[place - 1];
  const after = history[place];
  if (before && isSame(before, point)) return [...history];
  // A backup may know that what came next had been so earlier.
  const rest = after && isSame(after, point) ? history.slice(place + 1) : history.slice(place);
  return [...history.slice(0, place), point, ...rest].slice(-mostPoints);
}

function isSame(a: PricePoint, b: PricePoint): boolean {
  return a.priceFen === b.priceFen && a.priceKind === b.priceKind && a.stock === b.stock;
}

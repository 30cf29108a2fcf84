/** A count that somebody made: what is missing from a row, or no number, is none. */
export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** A ratio, or null where the denominator is 0 or either is not known: undefined is not zero. */
export function ratio(part: number | null | undefined, whole: number | null | undefined): number | null {
  return isNumber(part) && isNumber(whole) && whole !== 0 ? part / whole : null;
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

export function mean(values: readonly number[]): number | null {
  return ratio(sum(values), values.length);
}

/** Quantile of type 7 (linear), as numpy's default and DuckDB's quantile_cont. @param p 0 to 1 */
export function quantile(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const place = p * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (place - Math.floor(place)) * (above - below);
}

/** Without spreading: a list may be longer than a call takes arguments. Null for an empty one. */
export function least(values: Iterable<number>): number | null {
  let found: number | null = null;
  for (const value of values) if (found === null || value < found) found = value;
  return found;
}

/** As {@link least}. */
export function most(values: Iterable<number>): number | null {
  let found: number | null = null;
  for (const value of values) if (found === null || value > found) found = value;
  return found;
}

/** Longer gaps are a clock that was wrong, and would fill a table with nothing. */
const MOST_MONTHS = 600;

/** Local midnight of the first day of `2026-11`. */
export function startOfMonth(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(year, number - 1, 1).getTime();
}

/** All months from the first to the last, also those without anything; only the given ones where they lie too far apart. */
export function monthsBetween(months: readonly string[]): string[] {
  const [first, ...others] = [...months].sort();
  const last = others.at(-1) ?? first;
  if (first === undefined || last === undefined) return [];
  const all: string[] = [];
  for (let month = first; month <= last && all.length <= MOST_MONTHS; month = nextMonth(month)) all.push(month);
  return all.length > MOST_MONTHS ? [first, ...others] : all;
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${String(year + 1)}-01` : `${String(year)}-${String(number + 1).padStart(2, '0')}`;
}

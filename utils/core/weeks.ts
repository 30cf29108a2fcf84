/** Weeks of the person's own calendar, which begin on Monday; each is named by its first moment. */

/** Longer gaps are a clock that was wrong, and would fill a table with nothing. */
const mostWeeks = 2_000;

export function startOfWeek(at: number): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - ((day.getDay() + 6) % 7)).getTime();
}

/** All weeks from the first to the last, also those without anything; the given ones alone where they lie too far apart. */
export function weeksBetween(weeks: readonly number[]): number[] {
  const sorted = [...new Set(weeks)].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: number[] = [];
  for (let week = first; week <= last && all.length <= mostWeeks; week = nextWeek(week)) all.push(week);
  return all.length > mostWeeks ? sorted : all;
}

/** A week in which clocks change has an hour more, or less. */
function nextWeek(week: number): number {
  const day = new Date(week);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 7).getTime();
}

/** `2026-11-30`: the day it begins. */
export function weekName(week: number): string {
  const day = new Date(week);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

import { isNumber } from '../core/numbers';

/** What differences of fractions may miss an equal by, as a part of the gap: 59.999 − 29.999 is more than 30. */
const rounding = 1e-9;

/**
 * Splits times into sessions: a gap longer than this, not equal to it, begins the next one. What has no time is in none.
 * @param gap in the unit of the times; half an hour in minutes, unless told
 */
export function sessionise(times: readonly (number | null)[], gap = 30): { sessions: number[][]; n_sessions: number } {
  const sessions: number[][] = [];
  for (const time of times.filter(isNumber).sort((a, b) => a - b)) {
    const current = sessions.at(-1);
    const last = current?.at(-1);
    if (current && last !== undefined && time - last <= gap * (1 + rounding)) current.push(time);
    else sessions.push([time]);
  }
  return { sessions, n_sessions: sessions.length };
}

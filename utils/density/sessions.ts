import { isNumber } from '../core/numbers';

/** Splits times into sessions: a gap longer than this, not equal to it, begins the next one. What has no time is in none. */
export function sessionise(
  times: readonly (number | null)[],
  gap: number,
): { sessions: number[][]; n_sessions: number } {
  const sessions: number[][] = [];
  for (const time of times.filter(isNumber).sort((a, b) => a - b)) {
    const current = sessions.at(-1);
    const last = current?.at(-1);
    if (current && last !== undefined && time - last <= gap) current.push(time);
    else sessions.push([time]);
  }
  return { sessions, n_sessions: sessions.length };
}

/**
 * Pages change in bursts, and some never stop (a feed behind the note, a player's clock). Between two readings lies a
 * quarter of the visit's age, within these bounds: a new page is followed closely, a restless one costs less and less.
 */
const restMs = { least: 250, most: 2_000 };

/**
 * How long the page is left alone yet; nothing or less when a reading is due. A clock that was put back says nothing of
 * the time since the last reading: it is due.
 */
export function restLeft({ startedAt, readAt = 0 }: { startedAt: number; readAt?: number }, now: number): number {
  if (now < readAt) return 0;
  return Math.min(restMs.most, Math.max(restMs.least, (now - startedAt) / 4)) - (now - readAt);
}

import type { Tally } from './fault';

export function emptyTally(): Tally {
  return { sent: 0, acked: 0, stored: 0, duplicates: 0, missing: 0 };
}

/** Adds what one try counted; what it did not count is nothing. */
export function addTally(total: Tally, more: Partial<Tally>): void {
  for (const key of ['sent', 'acked', 'stored', 'duplicates', 'missing'] as const) total[key] += more[key] ?? 0;
}

import type { PageEvent } from '../core/events';
import type { Unread } from '../core/types';
import type { LostRows } from '../messages/protocol';

/** No page can have lost more; a larger number is nothing that we sent. */
const mostAtOnce = 10_000;

/** An event's id holds 4,000 letters, and anything may lie in the queue. */
const longestName = 3_900;

/**
 * Rows that nobody can read, or that no store takes, told as unread on a page of their own, or nothing where there are
 * none. Their keys name the event: told once more, because the worker was stopped before they were taken out of the
 * queue, they are the same event.
 */
export function unreadRows(keys: readonly string[], at: number): PageEvent[] {
  const [first = ''] = [...keys].sort();
  return tell({ id: `unread:${String(keys.length)}:${first.slice(0, longestName)}`, count: keys.length }, 'shape', at);
}

/** Rows that got out of their page neither way. Told more often than once, they are one event. */
export function lostRows({ id, count }: LostRows, at: number): PageEvent[] {
  return tell({ id: `lost:${id}`, count }, 'no-data', at);
}

function tell({ id, count }: LostRows, reason: Unread['reason'], at: number): PageEvent[] {
  if (count === 0) return [];
  return [
    {
      id,
      type: 'page',
      at,
      zoneMinutes: 0,
      visit: 'queue',
      url: 'https://queue.invalid/',
      where: 'queue',
      kind: 'other',
      settled: true,
      unread: Array.from({ length: Math.min(count, mostAtOnce) }, () => ({ where: 'queue', reason })),
    },
  ];
}

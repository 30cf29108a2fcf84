import type { PageEvent } from '../core/events';
import type { Unread } from '../core/types';
import type { LostRows } from '../messages/protocol';

/** No page can have lost more; a larger number is nothing that we sent. */
const mostAtOnce = 10_000;

/**
 * Rows that never became events, told as unread on a page of their own, or nothing where there are none. `shape`: nobody
 * can read them, or no store takes them, and they do not wait for ever; `no-data`: they got out of their page neither way.
 */
export function unreadRows(count: number, reason: Unread['reason'], at: number): PageEvent[] {
  if (count === 0) return [];
  return [
    {
      id: crypto.randomUUID(),
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

/** Rows that a page could not get rid of. Told more often than once, they are one event. */
export function lostRows({ id, count }: LostRows, at: number): PageEvent[] {
  return unreadRows(count, 'no-data', at).map((row) => ({ ...row, id: `lost:${id}` }));
}

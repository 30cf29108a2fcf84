import type { PageEvent, PageSideEvent } from '../core/events';
import { decodePageEvents } from '../messages/decode';
import { queuePrefix } from '../messages/protocol';

export interface QueueArea {
  get(keys: null): Promise<Record<string, unknown>>;
  remove(keys: string[]): Promise<void>;
}

function isQueueKey(key: string): boolean {
  return key.startsWith(queuePrefix);
}

/** Whether a change of the stored values put a row into the queue; taking one out changes it as well. */
export function hasNewRows(changes: Record<string, { newValue?: unknown }>, area: string): boolean {
  const isNew = ([key, change]: [string, { newValue?: unknown }]) => isQueueKey(key) && change.newValue !== undefined;
  return area === 'local' && Object.entries(changes).some(isNew);
}

async function listQueued(area: QueueArea): Promise<[string, unknown][]> {
  return Object.entries(await area.get(null)).filter(([key]) => isQueueKey(key));
}

/** A queue row nobody can read is told as unread, once, and does not stay for ever. */
function unreadable(keys: readonly string[], at: number): PageEvent[] {
  if (keys.length === 0) return [];
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
      unread: keys.map(() => ({ where: 'queue', reason: 'shape' as const })),
    },
  ];
}

/**
 * Writes every row that waits in the queue, then removes exactly those. A failed write leaves them for the next start.
 * Not for use side by side: the writer lets one thing happen at a time.
 */
export async function drainQueue(
  area: QueueArea,
  write: (rows: PageSideEvent[]) => Promise<{ refused: string[] }>,
  now: number,
): Promise<void> {
  const queued = await listQueued(area);
  if (queued.length === 0) return;
  const rows = decodePageEvents(queued.map(([, row]) => row));
  const readable = new Set(rows.map((row) => queuePrefix + row.id));
  const broken = queued.map(([key]) => key).filter((key) => !readable.has(key));
  const { refused } = await write(rows);
  await write(unreadable([...broken, ...refused], now));
  await area.remove(queued.map(([key]) => key));
}

/** Forgets what waits: an erased row must not come back from the queue. */
export async function eraseQueue(area: QueueArea): Promise<void> {
  await area.remove((await listQueued(area)).map(([key]) => key));
}

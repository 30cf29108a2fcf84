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
      settled: true,
      unread: keys.map(() => ({ where: 'queue', reason: 'shape' as const })),
    },
  ];
}

/** Rows of one transaction: past this many nothing is gained, and the worker may be stopped in the middle of a long one. */
const sliceSize = 100;

/**
 * Writes every row that waits in the queue, a slice at a time, oldest first, and removes exactly those that are done. A
 * failed write leaves the rest for the next start. Not for use side by side: the writer lets one thing happen at a time.
 */
export async function drainQueue(
  area: QueueArea,
  write: (rows: PageSideEvent[]) => Promise<{ refused: string[] }>,
  now: number,
): Promise<void> {
  const queued = await listQueued(area);
  const rows = decodePageEvents(queued.map(([, row]) => row)).sort((a, b) => a.at - b.at);
  const readable = new Set(rows.map((row) => queuePrefix + row.id));
  const broken = queued.map(([key]) => key).filter((key) => !readable.has(key));
  if (broken.length > 0) await write(unreadable(broken, now));
  await area.remove(broken);
  for (let from = 0; from < rows.length; from += sliceSize) {
    const slice = rows.slice(from, from + sliceSize);
    const { refused } = await write(slice);
    if (refused.length > 0) await write(unreadable(refused, now));
    await area.remove(slice.map(({ id }) => queuePrefix + id));
  }
}

/** Forgets what waits: an erased row must not come back from the queue. */
export async function eraseQueue(area: QueueArea): Promise<void> {
  await area.remove((await listQueued(area)).map(([key]) => key));
}

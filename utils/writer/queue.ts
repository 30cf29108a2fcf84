import type { PageSideEvent } from '../core/events';
import { decodePageEvents } from '../messages/decode';
import { queuePrefix } from '../messages/protocol';
import type { SettingsArea } from '../settings';
import { unreadRows } from './unread-rows';

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

/** Rows of one transaction: past this many nothing is gained, and the worker may be stopped in the middle of a long one. */
const sliceSize = 100;

/**
 * Writes every row that waits in the queue, a slice at a time, oldest first, and removes exactly those that are done. A
 * failed write leaves the rest for the next start, so exposures come last: no click has to wait for one. Rows that are held
 * stay as well. Not for use side by side: the writer lets one thing happen at a time.
 */
export async function drainQueue(
  area: QueueArea,
  write: (rows: PageSideEvent[]) => Promise<unknown>,
  { now, isHeld }: { now: number; isHeld: (row: PageSideEvent) => boolean },
): Promise<void> {
  const queued = await listQueued(area);
  const decoded = decodePageEvents(queued.map(([, row]) => row)).sort((a, b) => a.at - b.at);
  const readable = new Set(decoded.map((row) => queuePrefix + row.id));
  const broken = queued.map(([key]) => key).filter((key) => !readable.has(key));
  if (broken.length > 0) await write(unreadRows(broken, now));
  await area.remove(broken);
  const told = decoded.filter((row) => !isHeld(row));
  const isSeen = ({ type }: PageSideEvent) => type === 'exposure';
  for (const rows of [told.filter((row) => !isSeen(row)), told.filter(isSeen)]) {
    for (let from = 0; from < rows.length; from += sliceSize) {
      const slice = rows.slice(from, from + sliceSize);
      await write(slice);
      await area.remove(slice.map(({ id }) => queuePrefix + id));
    }
  }
}

/** As large as a row that tells of a long stay, and in the queue's own room; no row, so that nobody drains it. */
const probe = { probe: 'x'.repeat(4_000) };

/** Whether the queue would take a row. It is tried, since no browser says how much room there is. */
export async function hasRoom(area: Pick<QueueArea & SettingsArea, 'set' | 'remove'>): Promise<boolean> {
  try {
    await area.set(probe);
  } catch {
    return false;
  }
  await area.remove(Object.keys(probe));
  return true;
}

/** Forgets what waits and is taken: an erased row must not come back from the queue. */
export async function eraseQueue(area: QueueArea, takes: (raw: unknown) => boolean): Promise<void> {
  const taken = (await listQueued(area)).filter(([, raw]) => takes(raw));
  await area.remove(taken.map(([key]) => key));
}

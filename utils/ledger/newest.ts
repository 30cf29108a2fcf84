import { isTime, latestTime } from '../schemas/fields';
import { readMarks } from './marks';
import { pagesOf } from './pages';
import type { LedgerDb } from './schema';

/** How far the events were read, and the latest time among them. */
export interface EventsRead {
  /** Of the ledger as it was: no place is taken anew before one is erased. */
  era: string;
  /** The last place that was read. */
  seq: number;
  newest?: number;
}

async function eraOf(db: LedgerDb): Promise<string> {
  const { uuid = '', counts } = await readMarks(db);
  return `${uuid} ${String(counts?.erasedEvents)}`;
}

/**
 * Events have no index of times, so all are read: on their own, as that takes a second for each hundred thousand, and
 * once more from there on when it is one's turn.
 * @param before what was read so far
 */
export async function readEventTimes(db: LedgerDb, before?: EventsRead): Promise<EventsRead> {
  const era = await eraOf(db);
  const read: EventsRead = before?.era === era ? { ...before } : { era, seq: -1 };
  const pages = pagesOf(
    (after, count) => db.getAllFromIndex('events', 'seq', after ?? IDBKeyRange.lowerBound(read.seq, true), count),
    'seq',
  );
  for await (const page of pages)
    for (const { at, seq } of page) {
      if (isTime(seq)) read.seq = Math.max(read.seq, seq);
      if (isTime(at)) read.newest = Math.max(read.newest ?? at, at);
    }
  return read;
}

/**
 * The latest time that any row bears, in epoch ms. What bears no time, since it was damaged, is in no export either.
 * @param before events that were read before, which are not read again
 */
export async function newestAt(db: LedgerDb, before?: EventsRead): Promise<number | undefined> {
  const times = IDBKeyRange.bound(0, latestTime);
  let exposure = await db.transaction('exposures').store.index('at').openKeyCursor(times, 'prev');
  while (exposure && !isTime(exposure.key)) exposure = await exposure.continue();
  const { newest } = await readEventTimes(db, before);
  const found = [exposure?.key, newest].filter((at) => at !== undefined);
  return found.length > 0 ? Math.max(...found) : undefined;
}

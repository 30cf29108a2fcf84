import type { Progress } from '../core/backup';
import type { StoredEvent } from '../core/events';
import { decodeStoredEvent } from '../schemas/stored';
import { readCounts } from './counts';
import { memoryLedger, type MemoryLedger } from './memory';
import { project } from './projections';
import type { CorruptRow } from './quarantine';
import type { LedgerDb, LedgerTx } from './schema';

/** How a long walk over the ledger is followed and stopped. */
export interface Walk {
  /** The total is what the ledger says it holds: rows that come meanwhile are not in it. */
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** A walk that comes after others: it goes on counting where they have stopped. */
export function walkAfter(before: number, total: number, { signal, onProgress }: Walk): Walk {
  return {
    signal,
    onProgress: ({ done }) => onProgress?.({ done: before + done, total: Math.max(before + done, total) }),
  };
}

export interface Rebuilding extends Walk {
  /** What is replayed in the place of an event; nothing takes it out. */
  take?: (event: StoredEvent, tx: LedgerTx) => StoredEvent | undefined | Promise<StoredEvent | undefined>;
}

export interface Rebuilt {
  memory: MemoryLedger;
  /** Events read so far. */
  read: number;
  /** The place of the last one; its type is the index's affair where a row is broken. */
  lastSeq: IDBValidKey | undefined;
  /** The highest place of an event that can be read. */
  highestSeq: number;
  /** Events that cannot be read. */
  corrupt: CorruptRow[];
  /** Ids of events that can be read and that no list takes. */
  unlisted: string[];
}

/**
 * Events of one page. Between two pages the browser gets its turn: a page of these takes a few milliseconds, and the
 * memory holds the lists and one page, however many events there are.
 */
const pageSize = 250;

export function startRebuild(): Rebuilt {
  return { memory: memoryLedger(), read: 0, lastSeq: undefined, highestSeq: 0, corrupt: [], unlisted: [] };
}

/** Makes every list again from the stored events, in memory and in the order of writing. Nothing is written. */
export async function rebuildLists(db: LedgerDb, { onProgress, signal, take }: Rebuilding = {}): Promise<Rebuilt> {
  const { events: total } = await readCounts({ get: (key) => db.get('meta', key) });
  const rebuilt = startRebuild();
  const readPage: ReadPage = (after, count) => db.getAllFromIndex('events', 'seq', after, count);
  while (await replayPage(rebuilt, readPage, take)) {
    onProgress?.({ done: rebuilt.read, total: Math.max(total, rebuilt.read) });
    signal?.throwIfAborted();
  }
  return rebuilt;
}

/** Reads events after a place in the order of writing. */
export type ReadPage = (after: IDBKeyRange | null, count: number) => Promise<StoredEvent[]>;

/** Replays the page after the last one. @returns false when there is none */
export async function replayPage(rebuilt: Rebuilt, readPage: ReadPage, take?: Rebuilding['take']): Promise<boolean> {
  const { lastSeq } = rebuilt;
  const events = await readPage(lastSeq === undefined ? null : IDBKeyRange.lowerBound(lastSeq, true), pageSize);
  for (const event of events) {
    rebuilt.lastSeq = event.seq;
    rebuilt.read += 1;
    await replay(rebuilt, event, take);
  }
  return events.length > 0;
}

/** An event that breaks a projection leaves no trace in the lists, as when it came. */
async function replay(rebuilt: Rebuilt, event: StoredEvent, take: Rebuilding['take']): Promise<void> {
  const { memory, corrupt, unlisted } = rebuilt;
  const decoded = decodeStoredEvent(event);
  if ('reason' in decoded) {
    corrupt.push({ store: 'events', key: event.id, reason: decoded.reason });
    return;
  }
  rebuilt.highestSeq = event.seq;
  const taken = take ? await take(event, memory.tx) : event;
  if (!taken) return;
  try {
    await project(memory.tx, taken);
    memory.keep();
  } catch {
    memory.undo();
    unlisted.push(event.id);
  }
}

import { SHA256 } from '@stablelib/sha256';
import type { Progress } from '../../core/backup';
import { everOf } from '../../core/backup-due';
import { hexOf } from '../../core/hex';
import type { BackupNote } from '../../core/health';
import { readCounts } from '../counts';
import type { LedgerDb } from '../schema';
import type { BackupCounts, BackupHeader } from './format';
import { listPages } from './pages';
import { spoilt } from './salvage';
import { readStart, type StartOptions } from './start';

export interface BackupOptions extends StartOptions {
  /** What the person chose, as it lies in the settings. */
  settings: Record<string, unknown>;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

export interface Backup {
  /** The file, packed; read it to its end, and only then say that it is there. */
  stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** To be told to the background once the file is there. */
  note: BackupNote;
  /**
   * Once the stream was read: whether it met fewer rows than the ledger says it holds, those aside that were erased
   * meanwhile. The others are gone from between the rest, which nobody else notices.
   */
  isShort: () => boolean;
  /** Once the stream was read: how many rows were erased since it began. Which of them are in the file nobody knows. */
  erasedMeanwhile: () => number;
  /** Once the stream was read: how many rows the browser cannot read. They are not in the file. */
  spoilt: () => number;
  /** Once the stream was read: how many rows of imports that have not ended it met. They are not in the file. */
  halves: () => number;
  header: BackupHeader;
}

/**
 * Begins a backup of the ledger as it is now, although pages go on recording: later events stay out, so that lists made
 * of the file are those of one moment. Exposures have no order, and one that comes meanwhile may be in it.
 */
export async function startBackup(db: LedgerDb, options: BackupOptions): Promise<Backup> {
  const start = await readStart(db, options);
  const met: BackupCounts = { events: 0, exposures: 0 };
  const erased: BackupCounts = { events: 0, exposures: 0 };
  const [unread, left] = [{ rows: 0 }, { rows: 0 }];
  const lines = packable(writeLines(db, { ...start, met, erased, unread, left }, options), options.signal);
  const note = { at: options.now, ...everOf(start.counts) };
  const isMissing = (kind: keyof BackupCounts) => met[kind] + erased[kind] < start.held[kind];
  const isShort = () => isMissing('events') || isMissing('exposures');
  const erasedMeanwhile = () => erased.events + erased.exposures;
  const stream = lines.pipeThrough(new CompressionStream('gzip'));
  const [unreadable, halves] = [() => unread.rows, () => left.rows];
  return { stream, note, isShort, erasedMeanwhile, spoilt: unreadable, halves, header: start.header };
}

interface Start extends Awaited<ReturnType<typeof readStart>> {
  /** Counts the rows that were read where they belong, whether or not a line holds them. */
  met: BackupCounts;
  /** Gets, at the end, what was erased since the start. */
  erased: BackupCounts;
  /** Counts those that the browser cannot read. */
  unread: { rows: number };
  /** Counts those of imports that have not ended. */
  left: { rows: number };
}

async function* writeLines(db: LedgerDb, start: Start, options: BackupOptions) {
  const { header, counts, keys, isHalf, extent, met, erased, unread, left } = start;
  const hash = new SHA256();
  const done: BackupCounts = { events: 0, exposures: 0 };
  const total = header.counts.events + header.counts.exposures;
  let unwritten = 0;
  const told = (lines: readonly string[]) => {
    const bytes = encoded(lines);
    hash.update(bytes);
    return bytes;
  };
  yield told([header, { settings: options.settings }, { keys }].map((line) => JSON.stringify(line)));
  for await (const [kind, read, aside] of listPages(db, extent)) {
    const rows = kind === 'events' ? read.filter((row) => !isHalf(row)) : read;
    if (aside === undefined) met[kind] += read.length;
    left.rows += read.length - rows.length;
    unread.rows += rows.filter((row) => row === spoilt).length;
    const lines = rows.flatMap((row) => lineOf(kind, row));
    done[kind] += lines.length;
    unwritten += rows.length - lines.length;
    yield told(lines);
    options.onProgress?.({ done: Math.min(total, done.events + done.exposures), total });
  }
  const now = await readCounts(db.transaction('meta').store);
  erased.events = Math.max(0, now.erasedEvents - counts.erasedEvents);
  erased.exposures = Math.max(0, now.erasedExposures - counts.erasedExposures);
  yield encoded([JSON.stringify({ end: { counts: done, unwritten, sha256: hexOf(hash.digest()) } })]);
}

function encoded(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
}

const lineNames = { events: 'event', exposures: 'exposure' } as const;

/** A broken row that no text can hold, or that nobody can read, does not stop the others. */
function lineOf(kind: keyof BackupCounts, row: unknown): string[] {
  if (typeof row !== 'object') return []; // spoilt; or of what was put aside, and broken itself
  try {
    return [JSON.stringify({ [lineNames[kind]]: row })];
  } catch {
    return [];
  }
}

/** A generator as a stream that asks for a page only when there is room for it. */
function packable(pages: AsyncGenerator<Uint8Array<ArrayBuffer>>, signal: AbortSignal | undefined) {
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        signal?.throwIfAborted();
        const { done, value } = await pages.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => void (await pages.return(undefined)),
    },
    { highWaterMark: 0 },
  );
}

import { SHA256 } from '@stablelib/sha256';
import type { Progress } from '../../core/backup';
import { everOf } from '../../core/backup-due';
import { hexOf } from '../../core/hex';
import { noCounts, type BackupNote } from '../../core/health';
import { areCounts, readCounts } from '../counts';
import { importPrefix } from '../import-ids';
import { lastPlace } from '../places';
import type { LedgerDb } from '../schema';
import { formatName, formatVersion, type BackupCounts, type BackupHeader } from './format';
import { readLedgerName } from './name';
import { listPages } from './pages';
import { spoilt } from './salvage';

export interface BackupOptions {
  /** Version of the extension, for the header. */
  app: string;
  /** What the person chose, as it lies in the settings. */
  settings: Record<string, unknown>;
  /** Epoch ms. */
  now: number;
  /**
   * Ids of the imports that have begun and not ended. Their rows stay out: they may yet be taken back, and a file would bring
   * half of an import again.
   */
  listBegun?: () => Promise<readonly string[]>;
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
  const unread = { rows: 0 };
  const lines = packable(writeLines(db, { ...start, met, erased, unread }, options), options.signal);
  const note = { at: options.now, ...everOf(start.counts) };
  const isMissing = (kind: keyof BackupCounts) => met[kind] + erased[kind] < start.counts[kind];
  const isShort = () => isMissing('events') || isMissing('exposures');
  const erasedMeanwhile = () => erased.events + erased.exposures;
  const stream = lines.pipeThrough(new CompressionStream('gzip'));
  return { stream, note, isShort, erasedMeanwhile, spoilt: () => unread.rows, header: start.header };
}

interface Start extends Awaited<ReturnType<typeof readStart>> {
  /** Counts the rows that were read where they belong, whether or not a line can hold them. */
  met: BackupCounts;
  /** Gets, at the end, what was erased since the start. */
  erased: BackupCounts;
  /** Counts those that the browser cannot read. */
  unread: { rows: number };
}

/** Half imports, named after the last place is known: one that begins later lies beyond it. */
async function readHalves(db: LedgerDb, { listBegun }: BackupOptions) {
  const prefixes = ((await listBegun?.()) ?? []).map(importPrefix);
  const sizes = prefixes.map((prefix) => db.count('events', IDBKeyRange.bound(prefix, `${prefix}\uFFFF`)));
  const rows = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  const isHalf = (row: unknown) => {
    const id = typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined;
    return typeof id === 'string' && prefixes.some((prefix) => id.startsWith(prefix));
  };
  return { rows, isHalf };
}

/** One look at all that says how far this backup goes. */
async function readStart(db: LedgerDb, options: BackupOptions) {
  const { now, app } = options;
  const tx = db.transaction(['meta', 'events']);
  const store = tx.objectStore('meta');
  const [ledger, lastSeq, stored, own, older] = await Promise.all([
    readLedgerName(store),
    lastPlace(tx.objectStore('events').index('seq')),
    store.get('counts'),
    store.get('device-key'),
    store.get('older-device-keys'),
  ]);
  const said = stored?.key === 'counts' ? stored.value : undefined;
  const held = said && areCounts(said) ? said : noCounts;
  const halves = await readHalves(db, options);
  const counts = { ...held, events: Math.max(0, held.events - halves.rows) };
  const keys = [
    ...(own?.key === 'device-key' ? [own.value] : []),
    ...(older?.key === 'older-device-keys' ? older.value : []),
  ];
  const header: BackupHeader = {
    format: formatName,
    version: formatVersion,
    schema: db.version,
    app,
    createdAt: now,
    ledger,
    counts: { events: counts.events, exposures: counts.exposures },
  };
  const { isHalf } = halves;
  return { header, counts, keys: keys.map(hexOf), isHalf, extent: { lastSeq, said, at: now } };
}

async function* writeLines(db: LedgerDb, start: Start, options: BackupOptions) {
  const { header, counts, keys, isHalf, extent, met, erased, unread } = start;
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
    if (aside === undefined) met[kind] += rows.length;
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

import type { LedgerDb } from '../ledger/schema';
import { everOf } from '../core/backup-due';
import { readLedgerName } from '../ledger/backup/name';
import { readCounts } from '../ledger/counts';
import type { FolderFailure } from '../core/backup';
import { keepFolder, readFolder, type KeptFolder } from './kept';
import { hasPermission } from './choose';
import { ShortBackupError, writeRolling, type RollingDone, type RollingOptions } from './write';

interface RunOptions extends RollingOptions {
  /** The person asks for it: also where one was written today, or nothing seems to be new. */
  isAskedFor?: boolean;
  /** Has the background look whether rows were lost: a file that was written before it knows may replace a fuller one. */
  look: () => Promise<unknown>;
  /** Has the background count every row, and tell what is gone. */
  count: () => Promise<unknown>;
}

export type RollingOutcome =
  /** No folder was given. */
  | { state: 'none' }
  /** Written today, or nothing is new, or another page is at it. */
  | { state: 'rested' }
  | ({ state: 'written' } & RollingDone)
  | { state: 'failed'; reason: FolderFailure };

/**
 * Writes today's backup into the person's folder, if they gave one and it still may be written to. To be called whenever a
 * page of ours opens, and when the person asks for one; what keeps it from working is noted for the screen, and is no error
 * of the caller's.
 */
export async function runRolling(db: LedgerDb, options: RunOptions): Promise<RollingOutcome> {
  const outcome = await navigator.locks.request('bacao-rolling-backup', { ifAvailable: true }, (lock) =>
    lock ? runAlone(db, options) : undefined,
  );
  return outcome ?? { state: 'rested' };
}

async function runAlone(db: LedgerDb, options: RunOptions): Promise<RollingOutcome> {
  const folder = await readFolder();
  if (!folder) return { state: 'none' };
  if (!options.isAskedFor && !(await isDue(db, folder, options))) return { state: 'rested' };
  if (!(await hasPermission(folder.handle))) return noteFailure(folder, options.now, 'permission');
  try {
    await options.look();
    const done = await writeCounted(folder.handle, db, options);
    const { name, ledger, note } = done;
    await change(folder, { last: { at: options.now, name, ledger, rowsEver: note.rowsEver } });
    return { state: 'written', ...done };
  } catch (error) {
    options.signal?.throwIfAborted();
    return noteFailure(folder, options.now, reasonOf(error));
  }
}

/** Where rows are missing they are told, and the ledger bears another name, before anything is written that lacks them. */
async function writeCounted(
  directory: FileSystemDirectoryHandle,
  db: LedgerDb,
  options: RunOptions,
): Promise<RollingDone> {
  try {
    return await writeRolling(directory, db, options);
  } catch (error) {
    if (!(error instanceof ShortBackupError)) throw error;
    await options.count();
    return writeRolling(directory, db, options);
  }
}

async function isDue(db: LedgerDb, folder: KeptFolder, options: RollingOptions): Promise<boolean> {
  return !isOfToday(folder, options) && !(await isNothingNew(db, folder));
}

/** Once on each of the person's days. */
function isOfToday({ last }: KeptFolder, { now, zoneMinutes }: RollingOptions): boolean {
  const dayOf = (at: number) => Math.floor((at + zoneMinutes * 60_000) / 86_400_000);
  return last !== undefined && dayOf(last.at) === dayOf(now);
}

/** It would be the same file again. */
async function isNothingNew(db: LedgerDb, { last }: KeptFolder): Promise<boolean> {
  if (!last) return false;
  const { store } = db.transaction('meta');
  const [ledger, counts] = await Promise.all([readLedgerName(store), readCounts(store)]);
  return ledger === last.ledger && everOf(counts).rowsEver === last.rowsEver;
}

async function noteFailure(folder: KeptFolder, at: number, reason: FolderFailure): Promise<RollingOutcome> {
  await change(folder, { ...(folder.last && { last: folder.last }), failed: { at, reason } });
  return { state: 'failed', reason };
}

/** The person may have taken the folder back meanwhile, or given another. */
async function change({ handle }: KeptFolder, next: Omit<KeptFolder, 'handle'>): Promise<void> {
  const now = await readFolder();
  if (now && (await now.handle.isSameEntry(handle))) await keepFolder({ handle, ...next });
}

function reasonOf(error: unknown): FolderFailure {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'permission';
  if (name === 'NotFoundError') return 'gone';
  return name === 'QuotaExceededError' ? 'full' : 'failed';
}

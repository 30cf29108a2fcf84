import type { Progress, Refusals } from '../../core/backup';
import { decodeRetention, type RetentionLimits } from '../../core/retention';
import { readCounts } from '../counts';
import type { LedgerDb } from '../schema';
import { openBackup, type Batch } from './batches';
import type { BackupHeader } from './format';
import { isSameLedger, readLedgerName } from './name';
import { NotABackupError, type Wholeness } from './read';
import { addRefusals } from './refusals';

interface Tally {
  /** Not in the ledger: a restore adds them. */
  fresh: number;
  /** In the ledger already: a restore leaves them as they are. */
  known: number;
}

/** What a restore would do, found out without writing anything. */
export interface RestorePlan {
  events: Tally;
  exposures: Tally;
  refused: Refusals;
  /** Epoch ms of the oldest and of the newest row. */
  from?: number;
  to?: number;
  /** Who wrote it, when, and in which form. */
  header: BackupHeader;
  /** Whether it was made in another ledger, while this one holds rows that its rows would be mixed with. */
  isOther: boolean;
  /** Whether it is all there, and as it was written. */
  wholeness: Wholeness;
  /** Rows that were broken when the backup was made, and are not in it. */
  unwritten: number;
  /** Whether it tells what the person had chosen. */
  hasSettings: boolean;
  /** How long things may stay by these settings. */
  limits: RetentionLimits;
}

export interface ReadOptions {
  signal?: AbortSignal;
  /** In bytes of the file when it is only read, in rows when they are restored. */
  onProgress?: (progress: Progress) => void;
}

/**
 * Reads a backup once, asks the ledger about every row, and writes nothing.
 * @throws {NotABackupError} when nothing in it can be read
 */
export async function planRestore(db: LedgerDb, file: Blob, options: ReadOptions = {}): Promise<RestorePlan> {
  const { facts, batches } = openBackup(db, file, {
    onBytes: (done) => {
      options.signal?.throwIfAborted(); // here too: one line may be all there is
      options.onProgress?.({ done, total: file.size });
    },
  });
  const found = { events: { fresh: 0, known: 0 }, exposures: { fresh: 0, known: 0 } };
  const refused: Refusals = { first: [], count: 0 };
  let span: { from?: number; to?: number } = {};
  for await (const batch of batches) {
    options.signal?.throwIfAborted();
    found.events.fresh += batch.events.length;
    found.events.known += batch.knownEvents;
    found.exposures.fresh += batch.exposures.length;
    found.exposures.known += batch.knownExposures;
    addRefusals(refused, batch.refused);
    span = widened(span, batch);
  }
  const { header, settings, wholeness, unwritten } = facts;
  if (!header) throw new NotABackupError('foreign');
  const chosen = { hasSettings: settings !== undefined, limits: decodeRetention(settings).limits };
  const isOther = await isOtherLedger(db, header);
  return { ...found, refused, ...span, header, isOther, wholeness, unwritten, ...chosen };
}

async function isOtherLedger(db: LedgerDb, { ledger }: BackupHeader): Promise<boolean> {
  const meta = db.transaction('meta').store;
  const [name, { events, exposures }] = await Promise.all([readLedgerName(meta), readCounts(meta)]);
  return events + exposures > 0 && !isSameLedger(ledger, name);
}

function widened({ from = Infinity, to = -Infinity }: { from?: number; to?: number }, { times }: Batch) {
  if (times.length === 0) return from === Infinity ? {} : { from, to };
  return { from: Math.min(from, ...times), to: Math.max(to, ...times) };
}

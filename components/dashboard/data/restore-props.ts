import type { BackupFile, Refusals, UnfinishedRestore } from '@/utils/core/backup';
import type { RetentionLimits } from '@/utils/core/retention';
import type { Job } from '../../parts/job';

interface Tally {
  fresh: number;
  known: number;
}

/** What a restore of a file would do: nothing has been written yet. */
export interface RestorePreview {
  file: BackupFile;
  /** Epoch ms. */
  madeAt: number;
  /** Epoch ms of the oldest and the newest row. */
  from?: number;
  to?: number;
  events: Tally;
  exposures: Tally;
  refused: Refusals;
  /** Whether its rows would be mixed with those of another ledger. */
  isOther: boolean;
  /** `cut`: its end is missing; `changed`: it is not as it was written. */
  wholeness: 'whole' | 'cut' | 'changed';
  /** Rows that were broken when the backup was made, and are not in it. */
  unwritten: number;
  /** Epoch ms of when the person last erased something, if they ever did. */
  erasedAt?: number;
  hasSettings: boolean;
  /** How long things stay in this ledger, and by the settings of the file. */
  limits: { here: RetentionLimits; ofFile: RetentionLimits };
}

/** What a restore did. `end` other than `done` says why it stopped; what it had added until then stays. */
export interface RestoreDone {
  end: 'done' | 'stopped' | 'erased' | 'unanswered' | 'full' | 'failed';
  added: number;
  known: number;
  refused: Refusals;
  /** Keys of orders that found no place. */
  keysLeft?: number;
}

/**
 * Why a file cannot be read at all. `cut`: it ends before its first row; `closed`: the ledger does not open, and nobody
 * looked at the file.
 */
export type BadFile = 'empty' | 'foreign' | 'newer' | 'cut' | 'closed' | 'failed';

export interface RestoreView {
  /** The dry run. */
  reading: Job<RestorePreview, BadFile>;
  /** The restore itself. */
  writing: Job<RestoreDone>;
  unfinished?: UnfinishedRestore | undefined;
}

export interface RestoreActions {
  onFile: (file: File) => void;
  onStop: () => void;
  onRestore: (withSettings: boolean) => void;
  /** Forgets the file that was looked at. */
  onAgain: () => void;
  /** Puts an unfinished restore away; what it has stored stays. */
  onForget: () => void;
  onListRefused: (refused: Refusals) => void;
}

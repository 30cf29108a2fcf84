import type { AskedBuyer } from '@/utils/core/buyers';
import type { FolderFailure } from '@/utils/core/backup';
import type { Health, LedgerCounts } from '@/utils/core/health';
import type { StorageUse } from '@/utils/core/room-left';

type LedgerErrorKind = 'newer' | 'blocked' | 'broken';

/** All that is known of how the ledger fares; what has not been read yet is absent. */
export interface HealthFacts {
  health?: Health;
  counts?: LedgerCounts;
  /** Events that no list could take. */
  unlisted?: number;
  /** Rows that nobody could read, put aside. */
  quarantined?: number;
  /** A list leaves out rows that nobody can read. */
  gaps?: boolean;
  /** The browser cannot read its file in places; absent until it was asked. */
  spoilt?: boolean;
  /** Absent where the browser does not tell. */
  use?: StorageUse;
  /** Why the last backup into the person's folder was not written; absent where it was, or where there is none. */
  folder?: FolderFailure;
  /** When to ask about things again, epoch ms, soonest first. */
  asks?: readonly number[];
  /** An account whose orders wait for the person's word. */
  buyer?: AskedBuyer;
  /** Why the ledger did not open just now. */
  error?: LedgerErrorKind;
}

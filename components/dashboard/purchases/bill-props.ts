import type { BillProblem, BillSent, TakenBack, UnreadLines } from '@/utils/core/bill-parts';
import type { PlatformId } from '@/utils/core/types';
import type { Job } from '../../parts/job';

/** What is in one file. */
export interface BillFile {
  name: string;
  purchases: number;
  /** Other money matters. */
  skipped: number;
  unread: UnreadLines;
  /** Whose bill it says it is, masked. */
  account?: string;
  /** Why the file as a whole gives nothing. */
  why?: BillProblem;
}

/** What an import of some files would do: nothing has been written yet. */
export interface BillPreview {
  files: BillFile[];
  platforms: { platform: PlatformId; count: number }[];
  /** Purchases that the ledger does not have, or not as they are now. */
  fresh: number;
  known: number;
  /** Refunds of no payment that the files or the ledger have. */
  lostRefunds: number;
  /** For how many days after they were placed the ledger keeps orders; absent where for ever. */
  keptDays?: number;
  /** Its orders at Taobao are of an account that no page of the person's has told of. */
  isOfAnother?: boolean;
}

export interface BillView {
  /** The dry run. */
  reading: Job<BillPreview>;
  writing: Job<BillSent>;
  /** An import whose page was gone. */
  takenBack?: TakenBack | undefined;
}

export interface BillActions {
  onFiles: (files: File[]) => void;
  onStop: () => void;
  onImport: () => void;
  /** Forgets the files that were looked at. */
  onAgain: () => void;
  /** Puts away what was said of an import that broke off. */
  onForget: () => void;
  /** Leads to what waits for the person's word. */
  onMatch: () => void;
}

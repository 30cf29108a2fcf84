import type { KeptTo } from '@/utils/core/erasure';
import type { RetentionKind, RetentionLimits, RetentionRun } from '@/utils/core/retention';
import type { Job } from '../../parts/job';

/** What would go by limits that are not set yet. */
export interface RetentionSize {
  limits: RetentionLimits;
  /** Rows by kind; a kind of which nothing would go is not named. */
  counts: Partial<Record<RetentionKind, number>>;
  /** The time that age is counted against, epoch ms. */
  believed: number;
}

export interface RetentionView {
  /** Undefined until they are read. */
  limits?: RetentionLimits;
  last?: RetentionRun;
  /** There while the computer's clock is not believed: the time that age is counted against. */
  doubtedAt?: number;
  counting: Job<RetentionSize>;
  applying: Job<KeptTo>;
}

export interface RetentionActions {
  /** Counts what would go; nothing is changed. */
  onCount: (limits: RetentionLimits) => void;
  onApply: (limits: RetentionLimits) => void;
  /** The person thought better of it. */
  onKeep: () => void;
  /** What is under way is to stop. */
  onStop: () => void;
}

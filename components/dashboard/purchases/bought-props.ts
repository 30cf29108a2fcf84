import type { DropReason, ItemRow, Outcome } from '@/utils/core/rows';
import type { BoughtFacts } from '@/utils/core/bought';
import type { Job } from '../../parts/job';

/** Something that was bought, and what came of it. */
export interface BoughtItem {
  item: ItemRow;
  facts: BoughtFacts;
}

/** Something the person may want to be asked about again; `until` is epoch ms. */
export interface CoolingItem {
  item: ItemRow;
  until?: number;
}

export interface Aftermath {
  /** Newest first. */
  bought: BoughtItem[];
  /** More are there than are listed. */
  moreBought: number;
  /** Those to ask about by when, then what is saved and has no such day. */
  cooling: CoolingItem[];
  moreCooling: number;
}

export type Said =
  | { outcome: Outcome | 'none' }
  | { until: number }
  | { mark: 'dropped' | 'bought' | 'none' }
  /** Why it was dropped, said right after that; `''` takes it back. */
  | { why: DropReason | '' };

export interface AftermathView {
  lists: Job<Aftermath>;
  /** The last word: what of, and whether it was stored. */
  said?: { item: ItemRow; said: Said; state: 'stored' | 'failed' } | undefined;
}

export interface AftermathActions {
  onSay: (item: ItemRow, said: Said) => void;
  onStop: () => void;
  onRetry: () => void;
}

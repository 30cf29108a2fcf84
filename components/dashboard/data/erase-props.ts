import type { Erased, Erasure } from '@/utils/core/erasure';
import type { PlatformId } from '@/utils/core/types';
import type { Job } from '../../parts/job';

/** What can be erased: one thing, all of one shop, a time, everything. */
export const eraseKinds = ['item', 'note', 'platform', 'range', 'all'] as const;
export type EraseKind = (typeof eraseKinds)[number];

/** What is about to go, and what it is called on screen. */
export interface EraseTarget {
  what: Erasure | { kind: 'all' };
  name: string;
}

/** An item or a note that a search found. */
export interface Hit {
  what: Erasure;
  key: string;
  name: string;
  /** Where it belongs, and when it was seen. */
  detail: string;
  platform?: PlatformId;
}

export interface Hits {
  state: 'idle' | 'searching' | 'ready' | 'failed';
  rows: Hit[];
  /** There are others that are not listed. */
  more: boolean;
}

/** How much would go, as far as it can be told without walking the ledger. */
export interface EraseSize {
  rows?: number;
  seen?: number;
  clicked?: number;
  saved?: number;
  purchased?: number;
  /** Items that hang on a note. */
  items?: number;
}

export interface EraseView {
  hits: Hits;
  /** Platforms of which the ledger holds something. */
  platforms: PlatformId[];
  size?: EraseSize | undefined;
  erasing: Job<ErasedAmount>;
  /** It is everything that is being erased: at one stroke, once it has begun. */
  isAll?: boolean;
}

/** `unknown`: a ledger that did not open was removed whole; how much was in it nobody knows. */
export type ErasedAmount = Erased | 'unknown';

export interface EraseActions {
  onSearch: (what: 'item' | 'note', text: string) => void;
  /** Something is about to be erased, or not any more. */
  onChoose: (target: EraseTarget | undefined) => void;
  onErase: (target: EraseTarget) => void;
  onStop: () => void;
  onBackup: () => void;
}

import type { MatchMethod } from '@/utils/core/rows';
import type { PlatformId, PurchaseSource } from '@/utils/core/types';
import type { Job } from '../../parts/job';

/** An order line, as far as the person knows it again by it. */
export interface LineFacts {
  key: string;
  platform: PlatformId;
  title: string;
  shop?: string;
  paidFen?: number;
  /** Epoch ms. */
  at?: number;
  sources: readonly PurchaseSource[];
}

/** Something that a line may be of, or an order that it may be once more. */
export interface Choice {
  /** One of the two. */
  item?: string;
  other?: string;
  title: string;
  shop?: string;
  priceFen?: number;
  /** The title of the note it was seen on; absent for an order, and where the note has none. */
  note?: string;
  at?: number;
  method: MatchMethod;
  /** 0 to 1. */
  score?: number;
  /** Of how many likely orders it is one; absent where it is the only one. */
  among?: number;
}

export interface Supposed {
  line: LineFacts;
  /** The likeliest first, never empty. */
  choices: Choice[];
}

/** What the person has said before. */
export interface Decided {
  line: LineFacts;
  choice: Choice;
  word: 'same' | 'different';
  /** Epoch ms. */
  saidAt: number;
}

export interface Review {
  supposed: Supposed[];
  /** More are there than are listed. */
  more: number;
  /** Lines for which nothing speaks. */
  loose: number;
  /** Newest first. */
  decided: Decided[];
}

export interface MatchView {
  review: Job<Review>;
  /** The last word, as long as it can be taken back at once; `failed`: it was not stored. */
  said?: { decided: Decided; state: 'stored' | 'failed' } | undefined;
}

export interface MatchActions {
  onSay: (line: LineFacts, choice: Choice, word: 'same' | 'different') => void;
  onUndo: (decided: Decided) => void;
  onStop: () => void;
  onRetry: () => void;
  onImport: () => void;
}

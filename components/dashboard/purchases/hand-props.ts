import type { PlatformId } from '@/utils/core/types';

/** What a share text says of a thing. */
export interface HandDraft {
  platform?: PlatformId;
  title: string;
  /** Of an item that the ledger knows, or that the text names. */
  itemKey?: string;
  /** The title of the note that the item was seen on, if any. */
  note?: string;
}

/** A purchase as the person writes it down. */
export interface HandEntry {
  platform: PlatformId;
  title: string;
  itemKey?: string;
  orderPaidFen?: number;
  /** `2026-11-21`, by the person's calendar. */
  day: string;
}

/** One that was written down. */
export interface HandOrder {
  /** The line's key. */
  key: string;
  platform: PlatformId;
  title: string;
  orderPaidFen?: number;
  /** Epoch ms. */
  at?: number;
}

export interface HandView {
  platforms: readonly PlatformId[];
  /** `2026-11-29`: nothing is bought later than that. */
  today: string;
  /** Newest first, of the last ones. */
  orders: HandOrder[];
  /** What became of the last entry, or of the last one taken back. */
  end?: 'noted' | 'undone' | 'failed';
}

export interface HandActions {
  /** @returns what the text says, undefined when it says nothing */
  onPaste: (text: string) => Promise<HandDraft | undefined>;
  onNote: (entry: HandEntry) => void;
  onUndo: (order: HandOrder) => void;
}

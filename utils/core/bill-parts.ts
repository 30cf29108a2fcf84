import type { Unread } from './types';

/** What passes between the page that reads a bill and the background that writes it. Order ids are in it: by message only. */

/** A part of a bill on its way into the ledger; its purchases are decoded where they arrive. */
export interface BillPart {
  /** The same for all parts of an import: by it they are taken back together. */
  importId: string;
  /** Epoch ms: what is erased after this moment stays erased. */
  startedAt: number;
  zoneMinutes: number;
  /** At most 500. */
  purchases: unknown[];
  /** Nothing comes after it: the import is whole. */
  last?: true;
}

/** An import that is to be taken back. `isLeft`: by its page as it goes, which can tell nobody any more. */
export interface BillUndo {
  importId: string;
  isLeft?: true;
}

/** What became of a part. `known`: the ledger had it already; `refused`: no purchase that this version understands. */
export type BillAnswer =
  | { ok: true; added: number; known: number; refused: number }
  // Something was erased after the import began: the rest must not come back.
  | { ok: false; reason: 'erased' }
  // The import was taken back: a part that was still on its way, or that its page tells once more, must not come after.
  | { ok: false; reason: 'taken-back' };

/** As the page has it: `unanswered` when the background was stopped under the part. */
export type BillPartAnswer = BillAnswer | { ok: false; reason: 'unanswered' | 'full' | 'failed' };

/** Lines that could not be read: how many for which reason, and the first of them. */
export interface UnreadLines {
  count: number;
  reasons: Partial<Record<Unread['reason'], number>>;
  first: Unread[];
}

/** Why a file as a whole gives nothing: not a bill, damaged, locked, or more than anybody's bill holds. */
export type BillProblem = Unread['reason'] | 'empty' | 'too-many' | 'too-large';

/** An import that broke off, and what of it was taken back: orders that went, or are as they were before. */
export interface TakenBack {
  /** Epoch ms. */
  at: number;
  purchases: number;
}

const lockPrefix = 'bacao-import:';

/** The lock that a page holds as long as its import lives. The browser takes it from a page that is gone, however it went. */
export function importLock(importId: string): string {
  return lockPrefix + importId;
}

/** The import whose lock that is; undefined for any other lock. */
export function importOfLock(name: string): string | undefined {
  return name.startsWith(lockPrefix) ? name.slice(lockPrefix.length) : undefined;
}

/** What an import did. `end` other than `done` says why it stopped; what it had added was then taken back. */
export interface BillSent {
  end: 'done' | 'stopped' | 'erased' | 'taken-back' | 'unanswered' | 'full' | 'failed';
  /** It could not be taken back: `added` are in the ledger, and the same bill, imported again, adds what is missing. */
  remains?: true;
  added: number;
  known: number;
  refused: number;
}

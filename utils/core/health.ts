import type { ClockNote } from './retention';

/** What the person is told about the state of their ledger. All times are epoch ms. */

/** Rows in the ledger, and rows ever erased from it: their sum only grows, so a smaller sum is a loss. */
export interface LedgerCounts {
  events: number;
  exposures: number;
  erasedEvents: number;
  erasedExposures: number;
}

export const noCounts: LedgerCounts = { events: 0, exposures: 0, erasedEvents: 0, erasedExposures: 0 };

/** What is known of the ledger outside of it: without, nobody could tell an emptied ledger from a new one. */
export interface Canary {
  /** The database's own name. */
  uuid: string;
  schema: number;
  /** The place of the last event. */
  seq: number;
  counts: LedgerCounts;
  /** When the ledger was last written, by the computer's clock. */
  at: number;
  /** How late it was then, as far as that clock could be believed. */
  clock: ClockNote;
}

/**
 * Rows that were stored are gone, and nobody erased them. `wiped`: the whole database; `cut`: the newest part of it;
 * `thinned`: rows out of it, wherever they stood.
 */
export interface Loss {
  kind: 'wiped' | 'cut' | 'thinned';
  noticedAt: number;
  /** When the ledger was last written before. */
  lastWriteAt: number;
  events: number;
  exposures: number;
  /** The last backup from before: one that was made since does not hold what was lost. */
  backup?: BackupNote;
  /** Rows that backups have added since. Whether they are those that were lost nobody can tell. */
  restored?: Pick<LedgerCounts, 'events' | 'exposures'>;
}

/** Why nothing new can be kept at the moment. */
export interface Trouble {
  kind: 'full' | 'newer' | 'blocked' | 'broken';
  since: number;
}

/** What a repair did. */
export interface Repaired {
  /** Rows of lists that were written or taken out, and single rows that were put right. */
  changed: number;
  /** Rows that were put aside because nobody can read them. */
  quarantined: number;
}

/** The last backup that was finished, and how much the ledger had ever held by then, as far as it still tells. */
export interface BackupNote {
  at: number;
  /** Events alone. */
  eventsEver: number;
  /** Events and exposures. */
  rowsEver: number;
}

export interface Health {
  /** Until the person has put it away. */
  loss?: Loss;
  trouble?: Trouble;
  backup?: BackupNote;
  /** The person wants to hear of a backup later; of no use once one is made. */
  snoozedUntil?: number;
  /** When the person last erased something: backups from before still hold it. */
  erasedAt?: number;
  /** Messages that came faster than any person reads, and were not taken. */
  dropped: number;
  /** Pages that crashed in front of the person since the browser was started: what was on screen is not all recorded. */
  crashed?: number;
}

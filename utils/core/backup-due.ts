import type { BackupNote, LedgerCounts } from './health';

const DAY_MS = 86_400_000;

/** Less than this is soon seen again. */
const FIRST_ROWS = 200;
/** Clicks, wishes, orders: what nothing else brings back. */
const MANY_EVENTS = 2_000;
/** With what was on screen, a hundred times as much. */
const MANY_ROWS = 20_000;
const MANY_DAYS = 30;
/** How long the person's "later" holds. */
export const SNOOZE_MS = 7 * DAY_MS;

/** Why it is time for a backup: there is none, the last one is old, or much was added since. */
export type BackupDue = 'never' | 'age' | 'rows';

interface Standing {
  counts: LedgerCounts;
  backup?: BackupNote | undefined;
  /** Epoch ms; of the person's "later". */
  snoozedUntil?: number | undefined;
}

/** What the ledger has ever held, the erased included: it only grows. */
export function everOf({ events, exposures, erasedEvents, erasedExposures }: LedgerCounts) {
  const eventsEver = events + erasedEvents;
  return { eventsEver, rowsEver: eventsEver + exposures + erasedExposures };
}

/**
 * Rows written since the last finished backup; all of them where there was none. Never more than are there: of what was
 * erased nobody knows how much was new, and no backup made now would hold it.
 */
export function rowsSince(counts: LedgerCounts, backup: BackupNote | undefined): number {
  const since = everOf(counts).rowsEver - (backup?.rowsEver ?? 0);
  return Math.min(counts.events + counts.exposures, Math.max(0, since));
}

/** After a loss, or in a new ledger: the backup may hold more than is there, and what comes from now on is new to it. */
export function countedFrom(backup: BackupNote, counts: LedgerCounts): BackupNote {
  const { eventsEver, rowsEver } = everOf(counts);
  return {
    at: backup.at,
    eventsEver: Math.min(backup.eventsEver, eventsEver),
    rowsEver: Math.min(backup.rowsEver, rowsEver),
  };
}

/** Rows that came out of a backup are in one: beside the last backup, or in this one, where none is known. */
export function withRows(backup: BackupNote, { events, exposures }: Pick<LedgerCounts, 'events' | 'exposures'>) {
  const { at, eventsEver, rowsEver } = backup;
  return { at, eventsEver: eventsEver + events, rowsEver: rowsEver + events + exposures };
}

/** Whether it is time to ask for a backup, by age and by what has been added. */
export function backupDue({ counts, backup, snoozedUntil = 0 }: Standing, now: number): BackupDue | undefined {
  // A "later" that ends further off than any does was said by a clock that went wrong.
  if (now < snoozedUntil && snoozedUntil <= now + SNOOZE_MS) return undefined;
  const rows = rowsSince(counts, backup);
  if (!backup) return rows >= FIRST_ROWS ? 'never' : undefined;
  const events = Math.min(counts.events, everOf(counts).eventsEver - backup.eventsEver);
  if (events >= MANY_EVENTS || rows >= MANY_ROWS) return 'rows';
  return rows > 0 && isOld(backup, now) ? 'age' : undefined;
}

/** One of a day to come was made by a clock that was ahead, and may be of any age. A day is no more than a clock put right. */
function isOld({ at }: BackupNote, now: number): boolean {
  return now - at >= MANY_DAYS * DAY_MS || at > now + DAY_MS;
}

import type { LedgerEvent } from '../core/events';
import { appendEvents, appendUnlisted, type Appended } from './append';
import { isStorageFailure, isUnfit } from './failures';
import type { LedgerDb } from './schema';

export interface Sifted extends Appended {
  /** Ids of rows that the event store itself does not take; no later try would be better. */
  refused: string[];
}

/**
 * As {@link appendEvents}, but nothing broken costs an event: when the batch fails, each event gets a transaction of its
 * own, and one whose lists cannot be brought up to date, because a row of theirs is broken, is kept without.
 * @throws {DOMException} when the storage itself fails: everything may be tried again
 */
export async function siftEvents(db: LedgerDb, events: readonly LedgerEvent[]): Promise<Sifted> {
  const [event, ...others] = events;
  try {
    return { ...(await appendEvents(db, events)), refused: [] };
  } catch (error) {
    if (isStorageFailure(error)) throw error;
    if (event && others.length === 0) return keepUnlisted(db, event);
  }
  const sifted: Sifted = { stored: [], passed: [], refused: [] };
  for (const each of events) {
    const { stored, passed, refused } = await siftEvents(db, [each]);
    sifted.stored.push(...stored);
    sifted.passed.push(...passed);
    sifted.refused.push(...refused);
  }
  return sifted;
}

async function keepUnlisted(db: LedgerDb, event: LedgerEvent): Promise<Sifted> {
  try {
    return { ...(await appendUnlisted(db, event)), refused: [] };
  } catch (error) {
    if (!isUnfit(error)) throw error;
    return { stored: [], passed: [], refused: [event.id] };
  }
}

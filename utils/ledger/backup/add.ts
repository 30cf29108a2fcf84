import type { Refusal } from '../../core/backup';
import type { TimedEvent } from '../../core/events';
import type { ExposureEvent } from '../../core/units';
import { addEvent, toNoList } from '../append';
import { addToCounts, readCounts } from '../counts';
import { addExposures } from '../exposures';
import { isStorageFailure, isUnfit } from '../failures';
import { ledgerStores, type LedgerDb, type LedgerTx } from '../schema';
import { findTold } from '../told';
import { inTransaction } from '../transact';

export interface Restored {
  added: number;
  known: number;
  refused: Refusal[];
}

/** Events of one backup, in its order. */
interface Restoring {
  events: readonly TimedEvent[];
  /** How many events of the file the ledger holds ahead of these. */
  ahead: number;
}

/**
 * Adds events of a backup in the order given, each with its lists, in one transaction. Not asked is whether an event is
 * ours: it was when it was recorded. As with events of pages nothing broken costs one: when the batch fails each gets a
 * transaction of its own, and one whose lists cannot be brought up to date is kept without.
 * @throws {DOMException} when the storage itself fails: then everything may be tried again
 */
export async function addRestoredEvents(db: LedgerDb, { events, ahead }: Restoring): Promise<Restored> {
  try {
    return await addTogether(db, { events, ahead });
  } catch (error) {
    if (isStorageFailure(error)) throw error;
    if (events.length <= 1) return addUnlisted(db, { events, ahead });
  }
  const all: Restored = { added: 0, known: 0, refused: [] };
  for (const event of events) {
    const one = await addRestoredEvents(db, { events: [event], ahead: ahead + all.added + all.known });
    all.added += one.added;
    all.known += one.known;
    all.refused.push(...one.refused);
  }
  return all;
}

async function addUnlisted(db: LedgerDb, restoring: Restoring): Promise<Restored> {
  try {
    return await addTogether(db, restoring, toNoList);
  } catch (error) {
    if (!isUnfit(error)) throw error;
    return { added: 0, known: 0, refused: restoring.events.map(({ id }) => ({ id, reason: 'list' })) };
  }
}

async function addTogether(db: LedgerDb, { events, ahead }: Restoring, lister?: typeof toNoList): Promise<Restored> {
  const tx: LedgerTx = db.transaction(ledgerStores, 'readwrite', { durability: 'strict' });
  return inTransaction(tx, async () => {
    const told = await Promise.all(events.map((event) => findTold(tx.objectStore('events'), event)));
    const fresh = events.filter((_event, place) => told[place] === undefined);
    const known = events.length - fresh.length;
    const { events: held } = await readCounts(tx.objectStore('meta'));
    // The ledger holds what the file has ahead of these and nothing else: then they stand as they stood where they were made.
    const isLate = held !== ahead + known;
    for (const event of fresh) await addEvent(tx, isLate ? { ...event, late: true } : event, lister);
    if (fresh.length > 0) await addToCounts(tx.objectStore('meta'), { events: fresh.length });
    return { added: fresh.length, known, refused: [] };
  });
}

/** Adds exposures of a backup; no list rests on them. */
export async function addRestoredExposures(db: LedgerDb, rows: readonly ExposureEvent[]): Promise<Restored> {
  const added = await addExposures(db, rows);
  return { added, known: rows.length - added, refused: [] };
}

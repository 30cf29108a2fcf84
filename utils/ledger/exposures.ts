import type { ExposureEvent } from '../core/units';
import { addToCounts } from './counts';
import type { LedgerDb } from './schema';
import { inTransaction } from './transact';

/** Past this many nothing is gained, and a worker may be stopped in the middle of a long transaction. */
const rowsAtOnce = 200;

/**
 * Adds exposures whose ids are not there yet. Not flushed to the disk before it is done, as a click is: after a power cut
 * a few seconds of what was on screen may be missing, and no click.
 * @returns the ids that are in the ledger now
 */
export async function appendExposures(db: LedgerDb, rows: readonly ExposureEvent[]): Promise<string[]> {
  await addExposures(db, rows);
  return rows.map(({ id }) => id);
}

/** As {@link appendExposures}; resolves to how many were not there yet. */
export async function addExposures(db: LedgerDb, rows: readonly ExposureEvent[]): Promise<number> {
  let added = 0;
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    added += await addSome(db, rows.slice(from, from + rowsAtOnce));
  return added;
}

async function addSome(db: LedgerDb, rows: readonly ExposureEvent[]): Promise<number> {
  const tx = db.transaction(['exposures', 'meta'], 'readwrite', { durability: 'relaxed' });
  const exposures = tx.objectStore('exposures');
  return inTransaction(tx, async () => {
    const told = [...firstOfEach(rows).values()];
    // All questions are under way together: the database is in another process, and each answer is a journey of its own.
    const known = await Promise.all(told.map(({ id }) => exposures.getKey(id)));
    const fresh = told.filter((_row, place) => known[place] === undefined);
    await Promise.all(fresh.map((row) => exposures.add(row)));
    if (fresh.length > 0) await addToCounts(tx.objectStore('meta'), { exposures: fresh.length });
    return fresh.length;
  });
}

/** The queue's copy and the message's copy may come in one batch. */
function firstOfEach(rows: readonly ExposureEvent[]): Map<string, ExposureEvent> {
  const byId = new Map<string, ExposureEvent>();
  for (const row of rows) if (!byId.has(row.id)) byId.set(row.id, row);
  return byId;
}

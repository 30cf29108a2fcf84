import type { StoredEvent } from '../../core/events';
import { findClick } from '../../core/landings';
import type { Cutoffs, RetentionKind } from '../../core/retention';
import { addToCounts } from '../counts';
import { removeRows } from '../erasure/remove';
import { surveyEvents } from '../erasure/survey';
import { readOpenClicks } from '../projections/landings';
import { rebuildLists } from '../rebuild';
import type { LedgerDb, LedgerTx } from '../schema';
import { inTransaction } from '../transact';
import { OldRows, type EventKind } from './old-rows';

/** Rows of one transaction: whatever else waits for the writer gets its turn in between. */
export const exposuresAtOnce = 1_000;

/** Clicks and shop pages alone are replayed: which of them belong together is all that is asked. */
async function findOld(db: LedgerDb, cutoffs: Cutoffs): Promise<Map<string, EventKind>> {
  const { exposures: _apart, ...ofEvents } = cutoffs;
  if (Object.keys(ofEvents).length === 0) return new Map();
  const old = new OldRows();
  const take = async (event: StoredEvent, tx: LedgerTx) => {
    const click = event.type === 'landing' ? findClick(await readOpenClicks(tx), event) : undefined;
    old.meet(event, click?.linkKey);
    return event.type === 'click' || event.type === 'landing' ? event : undefined;
  };
  await rebuildLists(db, { take });
  return old.list(cutoffs);
}

/** How many rows would go now, by kind. Nothing is written. */
export async function countOld(db: LedgerDb, cutoffs: Cutoffs): Promise<Partial<Record<RetentionKind, number>>> {
  const counts: Partial<Record<RetentionKind, number>> = {};
  for (const kind of (await findOld(db, cutoffs)).values()) counts[kind] = (counts[kind] ?? 0) + 1;
  if (cutoffs.exposures === undefined) return counts;
  return { ...counts, exposures: await db.countFromIndex('exposures', 'at', before(cutoffs.exposures)) };
}

/**
 * Erases the events that are too old, in one transaction with all lists; what nobody can read stays for a repair, which
 * puts it aside. For the single writer. @returns how many went
 */
export async function eraseOldEvents(db: LedgerDb, cutoffs: Cutoffs): Promise<number> {
  const old = await findOld(db, cutoffs);
  if (old.size === 0) return 0;
  const takes = ({ id }: { id: string }) => old.has(id);
  const survey = await surveyEvents(db, { takes, takesBroken: () => false, takesOrder: () => false });
  return (await removeRows(db, { survey, takes, exposures: [], quarantined: [] })).events;
}

/** Erases the oldest exposures from before that time, at most as many as one transaction may hold. @returns how many went */
export async function eraseOldExposures(db: LedgerDb, cutoff: number): Promise<number> {
  const tx = db.transaction(['exposures', 'meta'], 'readwrite', { durability: 'relaxed' });
  const exposures = tx.objectStore('exposures');
  return inTransaction(tx, async () => {
    const ids = await exposures.index('at').getAllKeys(before(cutoff), exposuresAtOnce);
    for (const id of ids) await exposures.delete(id);
    const change = { exposures: -ids.length, erasedExposures: ids.length };
    if (ids.length > 0) await addToCounts(tx.objectStore('meta'), change);
    return ids.length;
  });
}

function before(cutoff: number): IDBKeyRange {
  return IDBKeyRange.upperBound(cutoff, true);
}

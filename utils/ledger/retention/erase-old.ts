import type { StoredEvent } from '../../core/events';
import { findClick } from '../../core/landings';
import type { Cutoffs, RetentionKind } from '../../core/retention';
import { addToCounts, readCounts } from '../counts';
import { removeRows } from '../erasure/remove';
import { surveyEvents } from '../erasure/survey';
import { readOpenClicks } from '../projections/landings';
import { rebuildLists, type Walk, walkAfter } from '../rebuild';
import type { LedgerDb, LedgerTx } from '../schema';
import { inTransaction } from '../transact';
import { OldRows, type EventKind } from './old-rows';

/** Rows of one transaction: whatever else waits for the writer gets its turn in between. */
export const exposuresAtOnce = 1_000;

/** Clicks and shop pages alone are replayed: which of them belong together is all that is asked. */
async function findOld(db: LedgerDb, cutoffs: Cutoffs, walk: Walk): Promise<Map<string, EventKind>> {
  if (!hasEvents(cutoffs)) return new Map();
  const old = new OldRows();
  const take = async (event: StoredEvent, tx: LedgerTx) => {
    const click = event.type === 'landing' ? findClick(await readOpenClicks(tx), event) : undefined;
    old.meet(event, click?.linkKey);
    return event.type === 'click' || event.type === 'landing' ? event : undefined;
  };
  await rebuildLists(db, { ...walk, take });
  return old.list(cutoffs);
}

/** Whether any kind of event has a limit. */
function hasEvents({ exposures: _apart, ...ofEvents }: Cutoffs): boolean {
  return Object.keys(ofEvents).length > 0;
}

/** How many steps a run has at most: all events are read three times, where any can go. */
export async function countSteps(db: LedgerDb, cutoffs: Cutoffs): Promise<{ events: number; exposures: number }> {
  const { events } = await readCounts({ get: (key) => db.get('meta', key) });
  return { events: hasEvents(cutoffs) ? 3 * events : 0, exposures: await countOldExposures(db, cutoffs) };
}

async function countOldExposures(db: LedgerDb, { exposures }: Cutoffs): Promise<number> {
  return exposures === undefined ? 0 : db.countFromIndex('exposures', 'at', before(exposures));
}

/** How many rows would go now, by kind. Nothing is written. */
export async function countOld(
  db: LedgerDb,
  cutoffs: Cutoffs,
  walk: Walk = {},
): Promise<Partial<Record<RetentionKind, number>>> {
  const counts: Partial<Record<RetentionKind, number>> = {};
  for (const kind of (await findOld(db, cutoffs, walk)).values()) counts[kind] = (counts[kind] ?? 0) + 1;
  if (cutoffs.exposures === undefined) return counts;
  return { ...counts, exposures: await countOldExposures(db, cutoffs) };
}

/**
 * Erases the events that are too old, in one transaction with all lists; what nobody can read stays for a repair, which
 * puts it aside. For the single writer. @returns how many went
 * @throws when the walk is stopped, and everything is as it was
 */
export async function eraseOldEvents(db: LedgerDb, cutoffs: Cutoffs, walk: Walk = {}): Promise<number> {
  const { events } = await readCounts({ get: (key) => db.get('meta', key) });
  const passed = (times: number) => walkAfter(times * events, 3 * events, walk);
  const old = await findOld(db, cutoffs, passed(0));
  if (old.size === 0) return 0;
  const takes = ({ id }: { id: string }) => old.has(id);
  const survey = await surveyEvents(db, { takes, takesBroken: () => false, takesOrder: () => false }, passed(1));
  return (await removeRows(db, { survey, takes, exposures: [], quarantined: [], walk: passed(2) })).events;
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

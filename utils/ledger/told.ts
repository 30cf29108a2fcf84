import type { LedgerEvent, SightingEvent, StoredEvent } from '../core/events';
import { deepest, depthOf, fullerSightingId, isDeeper, sharedSightingId, sightingId } from '../core/sightings';
import type { LedgerTx } from './schema';

/**
 * The rows that tell this already: the one of its id; of a link in a comment all that are of it, also under the id of the
 * time when all comments under a note shared a row, which scripts and backups of that time use.
 */
export async function findTold(tx: LedgerTx, event: LedgerEvent): Promise<StoredEvent[]> {
  const events = tx.objectStore('events');
  if (event.type === 'sighting' && event.commentId !== undefined) {
    const id = sightingId(event);
    const [own, shared, fuller] = await Promise.all([
      events.get(id),
      events.get(sharedSightingId(event)),
      events.getAll(IDBKeyRange.bound(`${id} `, `${id} \uffff`)),
    ]);
    const rows = [own, shared, ...fuller].filter((row) => isOf(row, event));
    if (rows.length > 0) return rows;
  }
  const stored = await events.get(event.id);
  return stored ? [stored] : [];
}

function isOf(row: StoredEvent | undefined, { commentId, link }: SightingEvent): row is StoredEvent {
  return row?.type === 'sighting' && row.commentId === commentId && row.link.key === link.key;
}

/** What a row adds to those of its link: who posted it or who asked is often known only once more of the page is there. */
export function newsIn(event: LedgerEvent, told: readonly StoredEvent[]): SightingEvent | undefined {
  if (event.type !== 'sighting' || event.commentId === undefined) return undefined;
  const known = told.map((row) => (row.type === 'sighting' ? depthOf(row) : '')).reduce(deepest);
  return isDeeper(depthOf(event), known) ? { ...event, id: fullerSightingId(event), again: true } : undefined;
}

import type { LedgerEvent, StoredEvent } from '../core/events';
import { sharedSightingId, sightingId } from '../core/sightings';
import type { LedgerTx } from './schema';

/**
 * The row that tells this already: of its id, or of a link in a comment the one under its other id, as rows of the time
 * when all comments under a note shared one have it, and scripts and backups of that time.
 */
export async function findTold(tx: LedgerTx, event: LedgerEvent): Promise<StoredEvent | undefined> {
  const events = tx.objectStore('events');
  const own = await events.get(event.id);
  if (own || event.type !== 'sighting' || event.commentId === undefined) return own;
  const rows = await Promise.all([sightingId(event), sharedSightingId(event)].map((id) => events.get(id)));
  return rows.find((row) => row?.type === 'sighting' && row.commentId === event.commentId);
}

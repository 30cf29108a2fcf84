import type { LedgerEvent, SightingEvent, StoredEvent, TimedEvent } from '../core/events';
import { depthOf, fullerSightingId, isDeeper, sharedSightingId, sightingId } from '../core/sightings';
import type { LedgerTx } from './schema';

/** The store of events, in any transaction. */
interface ById {
  get: (id: string) => Promise<StoredEvent | undefined>;
}

/**
 * The row that tells this already: of its id, or of a link in a comment the one under its other id, as rows of the time
 * when all comments under a note shared one have it, and scripts and backups of that time. A row that only knows more of a
 * link stands for nothing but itself.
 */
export async function findTold(events: ById, event: TimedEvent): Promise<StoredEvent | undefined> {
  const own = await events.get(event.id);
  if (own || event.type !== 'sighting' || event.again || event.commentId === undefined) return own;
  const rows = await Promise.all([sightingId(event), sharedSightingId(event)].map((id) => events.get(id)));
  return rows.find((row) => row?.type === 'sighting' && row.commentId === event.commentId);
}

/**
 * What a row adds to the one of its link: who posted it or who asked is often known only once more of the page is there.
 * As much more is one row, whoever reads it.
 */
export async function findNews(
  tx: LedgerTx,
  { event, stored }: { event: LedgerEvent; stored: StoredEvent },
): Promise<SightingEvent | undefined> {
  if (event.type !== 'sighting' || stored.type !== 'sighting' || event.again) return undefined;
  if (!isDeeper(depthOf(event), depthOf(stored))) return undefined;
  const id = fullerSightingId(event);
  return (await tx.objectStore('events').get(id)) ? undefined : { ...event, id, again: true };
}

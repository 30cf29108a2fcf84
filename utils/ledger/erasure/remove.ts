import type { Erased } from '../../core/erasure';
import type { StoredEvent } from '../../core/events';
import { isOurs } from '../append';
import { addToCounts } from '../counts';
import { lastPlace } from '../places';
import { replaceLists, type WholeTx } from '../mend';
import { rebuildLists, type Rebuilt, type Walk } from '../rebuild';
import { allStores, type LedgerDb, type LedgerTx } from '../schema';
import { tendThumbnails } from '../thumbnails';
import { inTransaction } from '../transact';
import type { StoredSighting } from './heirs';
import type { Choice, Survey } from './survey';

export interface Removal {
  survey: Survey;
  takes: Choice['takes'];
  /** Ids and keys. */
  exposures: readonly string[];
  quarantined: readonly string[];
  /** Keys of items whose pictures go, whether or not the items do. */
  thumbnails?: readonly string[];
  walk?: Walk;
  /** Given what the lists will be, where there are events to take; nothing is erased before it has been heard. */
  onReplayed?: (rebuilt: Rebuilt) => Promise<void>;
}

/**
 * Takes rows out, and makes every list equal to what the remaining events give, in one transaction: stopped half way,
 * everything is as it was. For the single writer. Of what is gone only the number stays.
 */
export async function removeRows(db: LedgerDb, removal: Removal): Promise<Erased> {
  const rest = removal.survey.isAny ? await replayRest(db, removal) : undefined;
  const { exposures, quarantined, thumbnails = [], walk } = removal;
  const erased: Erased = { events: rest?.taken.size ?? 0, exposures: exposures.length };
  if (erased.events + erased.exposures + quarantined.length + thumbnails.length === 0) return erased;
  if (rest) await removal.onReplayed?.(rest);
  walk?.signal?.throwIfAborted(); // the last time: what follows is one transaction
  const tx = db.transaction(allStores, 'readwrite', { durability: 'strict' });
  return inTransaction(tx, async () => {
    if (rest) await removeEvents(tx, rest);
    for (const id of exposures) await tx.objectStore('exposures').delete(id);
    for (const key of quarantined) await tx.objectStore('quarantine').delete(key);
    for (const key of thumbnails) await tx.objectStore('thumbnails').delete(key);
    await tendThumbnails(tx);
    const { events: erasedEvents, exposures: erasedExposures } = erased;
    const change = { events: -erasedEvents, exposures: -erasedExposures, erasedEvents, erasedExposures };
    await addToCounts(tx.objectStore('meta'), change);
    return erased;
  });
}

interface Rest extends Rebuilt {
  /** Ids of the events that go. */
  taken: Set<string>;
  /** Events that stay and take another place. */
  moved: StoredSighting[];
}

/** Replays the events that stay as if the others had never come. */
async function replayRest(db: LedgerDb, { survey, takes, walk }: Removal): Promise<Rest> {
  const taken = new Set(survey.taken);
  const heirs = survey.heirs.list();
  const moving = new Set([...heirs.values()].map(({ id }) => id));
  const moved: StoredSighting[] = [];
  const take = async (event: StoredEvent, tx: LedgerTx): Promise<StoredEvent | undefined> => {
    if (taken.has(event.id) || takes(event)) {
      taken.add(event.id);
      const heir = heirs.get(event.seq);
      if (!heir) return undefined;
      const inPlace = { ...heir, seq: event.seq };
      moved.push(inPlace);
      return inPlace;
    }
    if (moving.has(event.id)) return undefined; // replayed already, in its new place
    if (await isAdrift(tx, event, survey)) {
      taken.add(event.id);
      return undefined;
    }
    return event;
  };
  return { ...(await rebuildLists(db, { ...walk, take })), taken, moved };
}

/** What was said of an item that nothing shows any more: the ledger would not take it today. */
async function isAdrift(tx: LedgerTx, event: StoredEvent, { heirs }: Survey): Promise<boolean> {
  const item = heirs.itemOf(event);
  // Which opaque link led to a shop only the replay knows.
  const isLoose = event.type === 'shop' || (item !== undefined && heirs.touched.has(item));
  return isLoose && !(await isOurs(tx, event));
}

async function removeEvents(tx: WholeTx, { memory, taken, moved, unlisted }: Rest): Promise<void> {
  const events = tx.objectStore('events');
  for (const id of taken) await events.delete(id);
  for (const event of moved) await events.put(event);
  await replaceLists(tx, memory);
  const meta = tx.objectStore('meta');
  if (await meta.get('unlisted')) await meta.put({ key: 'unlisted', value: unlisted.length });
  // The place of the last event that is left: whoever looks for a loss compares the two.
  await meta.put({ key: 'seq', value: await lastPlace(events.index('seq')) });
}

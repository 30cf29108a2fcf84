import type { LedgerEvent, StoredEvent } from '../core/events';
import { resolveAlias } from './projections/items';
import { findClick, openClick, readOpenClicks } from './projections/landings';
import { project } from './projections';
import { ledgerStores, type LedgerDb, type LedgerTx } from './schema';

export interface Appended {
  /** Ids that are in the ledger now, whether this call or an earlier one put them there. */
  stored: string[];
  /** Ids that need no place: shop pages that have nothing to do with any note, words on unknown items. */
  passed: string[];
}

/**
 * Adds events whose ids are not there yet, each with its projections, in one transaction. The first copy of an event
 * stays: the queue's copy and the message's copy are the same row. Resolves after the transaction has completed, which
 * alone means saved; a request's success does not (it can still abort for want of room).
 */
export async function appendEvents(db: LedgerDb, events: readonly LedgerEvent[]): Promise<Appended> {
  const tx: LedgerTx = db.transaction(ledgerStores, 'readwrite', { durability: 'strict' });
  const appended: Appended = { stored: [], passed: [] };
  try {
    for (const event of [...events].sort(byTime)) {
      const kept = await appendOne(tx, event);
      (kept ? appended.stored : appended.passed).push(event.id);
    }
  } catch (error) {
    abortQuietly(tx);
    throw error;
  }
  await tx.done;
  return appended;
}

export interface Sifted extends Appended {
  /** Ids that no list can be made of: a row that decodes and still breaks a projection. */
  refused: string[];
}

/**
 * As {@link appendEvents}, but one broken row does not take the others with it: when the batch fails, each row gets a
 * transaction of its own.
 * @throws {DOMException} when the storage itself fails: then nothing is refused, and everything may be tried again
 */
export async function siftEvents(db: LedgerDb, events: readonly LedgerEvent[]): Promise<Sifted> {
  try {
    return { ...(await appendEvents(db, events)), refused: [] };
  } catch (error) {
    if (isStorageFailure(error)) throw error;
    if (events.length <= 1) return { stored: [], passed: [], refused: events.map(({ id }) => id) };
  }
  const sifted: Sifted = { stored: [], passed: [], refused: [] };
  for (const event of events) {
    const { stored, passed, refused } = await siftEvents(db, [event]);
    sifted.stored.push(...stored);
    sifted.passed.push(...passed);
    sifted.refused.push(...refused);
  }
  return sifted;
}

/** A full or broken disk, a closed connection; as opposed to a row that no store takes, which will never get better. */
function isStorageFailure(error: unknown): boolean {
  return error instanceof DOMException && !['DataError', 'DataCloneError', 'ConstraintError'].includes(error.name);
}

/** The failure that made us abort is the one to report, not the abort. */
function abortQuietly(tx: LedgerTx): void {
  tx.done.catch(() => undefined);
  try {
    tx.abort();
  } catch {
    // Already aborted by the browser: that is what we wanted.
  }
}

/** What rows of one moment rest on comes first: a link stands on a note, a click follows a link. */
const order: LedgerEvent['type'][] = ['note', 'sighting', 'click'];

function byTime(a: LedgerEvent, b: LedgerEvent): number {
  const rank = ({ type }: LedgerEvent) => (order.includes(type) ? order.indexOf(type) : order.length);
  return a.at - b.at || rank(a) - rank(b);
}

async function appendOne(tx: LedgerTx, event: LedgerEvent): Promise<boolean> {
  const events = tx.objectStore('events');
  const stored = await events.get(event.id);
  if (stored) {
    await completeClick(tx, stored, event);
    return true;
  }
  if (!(await isOurs(tx, event))) return false;
  const seq = await nextSeq(tx);
  await events.add({ ...event, seq });
  await project(tx, event);
  return true;
}

/**
 * The one thing a second copy may add: the tab, which the queue's copy lacks when the script's first question was lost,
 * and without which no landing finds its click. Nothing that is there is changed.
 */
async function completeClick(tx: LedgerTx, stored: StoredEvent, event: LedgerEvent): Promise<void> {
  if (stored.type !== 'click' || event.type !== 'click' || stored.tab !== undefined || event.tab === undefined) return;
  const whole = { ...stored, tab: event.tab, ...(event.opener !== undefined && { opener: event.opener }) };
  await tx.objectStore('events').put(whole);
  await openClick(tx, whole);
}

/** Shopping that no note led to is nobody's business, and a word on an item that is not there says nothing. */
async function isOurs(tx: LedgerTx, event: LedgerEvent): Promise<boolean> {
  const isItem = async (key: string) => (await tx.objectStore('items').getKey(key)) !== undefined;
  if (event.type === 'want' || event.type === 'mark') return isItem(await resolveAlias(tx, event.key));
  if (event.type !== 'landing') return true;
  return (await isItem(event.itemKey)) || findClick(await readOpenClicks(tx), event) !== undefined;
}

async function nextSeq(tx: LedgerTx): Promise<number> {
  const row = await tx.objectStore('meta').get('seq');
  const value = (row?.key === 'seq' ? row.value : 0) + 1;
  await tx.objectStore('meta').put({ key: 'seq', value });
  return value;
}

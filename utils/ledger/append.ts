import type { ClickEvent, LedgerEvent, NoteEvent, StoredEvent, TimedEvent } from '../core/events';
import { findClick, findShopClick } from '../core/landings';
import { addToCounts } from './counts';
import { resolveAlias } from './projections/items';
import { lineNamed } from './projections/named-line';
import { projectClick, readOpenClicks } from './projections/landings';
import { lastPlace, saidPlace } from './places';
import { project } from './projections';
import { ledgerStores, type LedgerDb, type LedgerTx } from './schema';
import { findNews, findTold } from './told';
import { inTransaction } from './transact';

export interface Appended {
  /** Ids that are in the ledger now, whether this call or an earlier one put them there. */
  stored: string[];
  /** Ids that need no place: shop pages that have nothing to do with any note, words on unknown items. */
  passed: string[];
}

/** What is done for the lists with an event that is new, and with a click that is whole now. */
interface Lister {
  add: (tx: LedgerTx, event: TimedEvent) => Promise<void>;
  complete: (tx: LedgerTx, click: ClickEvent) => Promise<void>;
}

const toLists: Lister = { add: project, complete: projectClick };

/** Counted instead, for a repair to make the lists anew. */
async function countUnlisted(tx: LedgerTx): Promise<void> {
  const value = (await readUnlisted(tx)) + 1;
  await tx.objectStore('meta').put({ key: 'unlisted', value });
}

export const toNoList: Lister = { add: countUnlisted, complete: countUnlisted };

/**
 * Adds events whose ids are not there yet, each with its projections, in one transaction; they are saved when this
 * resolves. The first copy of an event stays: the queue's copy and the message's copy are the same row.
 */
export function appendEvents(db: LedgerDb, events: readonly LedgerEvent[]): Promise<Appended> {
  return append(db, events, toLists);
}

async function append(db: LedgerDb, events: readonly LedgerEvent[], lister: Lister): Promise<Appended> {
  const tx: LedgerTx = db.transaction(ledgerStores, 'readwrite', { durability: 'strict' });
  return inTransaction(tx, async () => {
    const appended: Appended = { stored: [], passed: [] };
    let added = 0;
    for (const event of [...events].sort(byTime)) {
      const outcome = await appendOne(tx, event, lister);
      (outcome === 'passed' ? appended.passed : appended.stored).push(event.id);
      if (outcome === 'added') added += 1;
    }
    if (added > 0) await addToCounts(tx.objectStore('meta'), { events: added });
    return appended;
  });
}

/** Keeps an event without bringing any list up to date. */
export function appendUnlisted(db: LedgerDb, event: LedgerEvent): Promise<Appended> {
  return append(db, [event], toNoList);
}

/** What rows of one moment rest on comes first: a link stands on a note, a click follows a link. */
const order: LedgerEvent['type'][] = ['note', 'sighting', 'click'];

function byTime(a: LedgerEvent, b: LedgerEvent): number {
  const rank = ({ type }: LedgerEvent) => (order.includes(type) ? order.indexOf(type) : order.length);
  return a.at - b.at || rank(a) - rank(b);
}

async function appendOne(tx: LedgerTx, event: LedgerEvent, lister: Lister): Promise<'added' | 'known' | 'passed'> {
  const stored = await findTold(tx.objectStore('events'), event);
  if (stored) {
    await completeClick(tx, { stored, event }, lister);
    const news = await findNews(tx, { event, stored });
    if (news) await addEvent(tx, news, lister);
    return news ? 'added' : 'known';
  }
  if (!(await isOurs(tx, event))) return 'passed';
  await addEvent(tx, event, lister);
  return 'added';
}

/** Adds an event whose id is not there yet, and what the lists make of it. */
export async function addEvent(tx: LedgerTx, event: TimedEvent, lister = toLists): Promise<void> {
  const seq = await nextSeq(tx);
  await tx.objectStore('events').add({ ...event, seq });
  await lister.add(tx, event);
}

/**
 * The one thing a second copy may add: the tab, which the queue's copy lacks when the script's first question was lost,
 * and without which no landing finds its click. The whole row is written now, so that is its place in the order: a
 * rebuild opens the click where the lists did.
 */
async function completeClick(tx: LedgerTx, { stored, event }: Copies, lister: Lister): Promise<void> {
  if (stored.type !== 'click' || event.type !== 'click' || stored.tab !== undefined || event.tab === undefined) return;
  const { tab, opener } = event;
  const whole = { ...stored, tab, ...(opener !== undefined && { opener }), seq: await nextSeq(tx) };
  await tx.objectStore('events').put(whole);
  await lister.complete(tx, whole);
}

interface Copies {
  stored: StoredEvent;
  event: LedgerEvent;
}

async function readUnlisted(tx: LedgerTx): Promise<number> {
  const row = await tx.objectStore('meta').get('unlisted');
  return row?.key === 'unlisted' ? row.value : 0;
}

/**
 * Shopping that no note led to is nobody's business, and a word on an item that is not there says nothing, unless the item
 * may be among what the lists have missed. Nor does the list of collected notes say anything of those that are known to
 * be collected, since it is opened again and again, or that the person decided on since it was loaded.
 */
export async function isOurs(tx: LedgerTx, event: LedgerEvent): Promise<boolean> {
  switch (event.type) {
    case 'want':
      if (event.item) return true;
      return isKnown(tx, event.key);
    case 'mark':
    case 'tag':
    case 'remark':
    case 'group':
    case 'why':
    case 'outcome':
    case 'cool':
      return isKnown(tx, event.key);
    case 'match':
      return (await lineNamed(tx, event.line)) !== undefined || (await readUnlisted(tx)) > 0;
    case 'landing':
      return (await isItem(tx, event.itemKey)) || findClick(await readOpenClicks(tx), event) !== undefined;
    case 'note':
      return !event.listed || (await isNews(tx, event));
    case 'shop':
      return findShopClick(await readOpenClicks(tx), event) !== undefined;
    case 'signal':
      return event.orderKey !== undefined || (event.itemKey !== undefined && (await isItem(tx, event.itemKey)));
    case 'sighting':
    case 'click':
    case 'collect':
    case 'page':
    case 'purchase':
      return true;
  }
}

/** A word on an item that is there, or that the lists may have missed. */
async function isKnown(tx: LedgerTx, key: string): Promise<boolean> {
  return (await isItem(tx, await resolveAlias(tx, key))) || (await readUnlisted(tx)) > 0;
}

async function isItem(tx: LedgerTx, key: string): Promise<boolean> {
  return (await tx.objectStore('items').getKey(key)) !== undefined;
}

async function isNews(tx: LedgerTx, { site, note, at }: NoteEvent): Promise<boolean> {
  const row = await tx.objectStore('notes').get(`${site}:${note.id}`);
  return row?.collectedAt === undefined && (row?.decidedAt ?? 0) < at;
}

async function nextSeq(tx: LedgerTx): Promise<number> {
  const said = saidPlace(await tx.objectStore('meta').get('seq'));
  const value = (said ?? (await lastPlace(tx.objectStore('events').index('seq')))) + 1;
  await tx.objectStore('meta').put({ key: 'seq', value });
  return value;
}

import { countsAsBought, orderTime } from '../../core/purchases';
import type { WantEvent } from '../../core/events';
import type { ItemRow, JourneyStep, NoteRef } from '../../core/rows';
import type { PlatformId, ResolvedLink, Surface } from '../../core/types';
import type { LedgerTx, NoteRow, OrderRow } from '../schema';
import { recool } from './cooling';
import { mergeJottings } from './jottings';
import { isOutdated } from './late';
import { canComeFromNote, settleItem, statusOf } from './settle';
import { recountItem, recountOrder } from './summary';
import { wordsMoved } from './words';

/**
 * The key under which a link's item is kept, or undefined for what is no item: shops, tokens, and short links of the
 * note site itself, which lead to notes as often as to goods and count only once a landing shows goods.
 */
export function itemKeyOf(link: ResolvedLink): string | undefined {
  if (link.itemKey) return link.itemKey;
  if (link.shopId !== undefined || link.kind === 'shop' || link.kind === 'token') return undefined;
  return link.platform === 'xiaohongshu' || link.kind === 'deeplink' ? undefined : link.key;
}

/** Follows what landings taught: the item behind an opaque link, else the key itself. */
export async function resolveAlias(tx: LedgerTx, key: string): Promise<string> {
  const row = await tx.objectStore('meta').get(`alias:${key}`);
  return row && typeof row.value === 'string' ? row.value : key;
}

/** Changes one item and keeps its derived fields, its orders and the summary true. Unknown items are left alone. */
export async function changeItem(tx: LedgerTx, key: string, change: (row: ItemRow) => ItemRow): Promise<void> {
  const before = await tx.objectStore('items').get(key);
  if (before) await putItem(tx, before, change(before));
}

async function putItem(tx: LedgerTx, before: ItemRow | undefined, changed: ItemRow): Promise<void> {
  const orders = await tx.objectStore('orders').index('itemKey').getAll(changed.key); // the orders of one item: a handful
  const after = settleItem(changed, orders);
  await tx.objectStore('items').put(after);
  await recountItem(tx, before, after);
  await recool(tx, before, after);
  for (const order of orders) await matchOrder(tx, order, after);
}

/** Keeps apart what no note can have led to: bought, surely once, and no item was seen for it, or only after. */
export function matched(order: OrderRow, item: ItemRow | undefined): OrderRow {
  const { unmatchedAt: _before, ...rest } = order;
  const isOwn = order.twinOf === undefined && order.mayBe === undefined;
  const isCounted = isOwn && countsAsBought(statusOf(order));
  const isUnmatched = isCounted && !(item && canComeFromNote(item, order));
  return isUnmatched ? { ...rest, unmatchedAt: orderTime(order) ?? order.firstSeenAt } : rest;
}

async function matchOrder(tx: LedgerTx, before: OrderRow, item: ItemRow): Promise<void> {
  const after = matched(before, item);
  if (after.unmatchedAt === before.unmatchedAt) return;
  await tx.objectStore('orders').put(after);
  await recountOrder(tx, before, after);
}

interface Seen {
  key: string;
  link: ResolvedLink;
  surface: Surface;
  /** Absent where the link stands on no note. */
  note?: NoteRow;
  at: number;
  late?: true;
  title?: string;
}

/** Adds the item a sighting shows, or what the sighting adds to a known one; saved at once when its note is collected. */
export async function addSeenItem(tx: LedgerTx, seen: Seen): Promise<void> {
  const before = await tx.objectStore('items').get(seen.key);
  const row = before ? seenAgain(before, seen) : newItem(seen);
  const titled = seen.title !== undefined && row.title === undefined ? { ...row, title: seen.title } : row;
  const { collectedAt, decidedAt = collectedAt, key = '' } = seen.note ?? {};
  const isTurnedDown = collectedAt !== undefined && (titled.unwantedAt ?? 0) > collectedAt;
  // Collected once more after the item was turned down: it is wanted again.
  const since = isTurnedDown ? decidedAt : collectedAt;
  const wanted = since === undefined ? titled : wantItem(titled, key, since);
  await putItem(tx, before, wanted);
}

function refOf({ note, at }: Seen): NoteRef | undefined {
  return note && { site: note.site, id: note.id, at, ...(note.title !== undefined && { title: note.title }) };
}

/** A backup may know an earlier note that the item was seen on. */
function seenAgain(before: ItemRow, seen: Seen): ItemRow {
  const row = withSurface(before, seen.surface);
  const note = refOf(seen);
  if (note && row.note && !isOutdated(seen, row.note.at)) return row;
  return addStep({ ...row, ...(note && { note }) }, { step: 'seen', at: seen.at, evidence: 'observed' });
}

function newItem(seen: Seen): ItemRow {
  const { key, link, surface, at } = seen;
  const note = refOf(seen);
  return {
    key,
    platform: link.platform,
    kind: link.kind,
    ...(link.canonical !== undefined && { url: link.canonical }),
    ...(note && { note }),
    surfaces: [surface],
    journey: [{ step: 'seen', at, evidence: 'observed' }],
    savedBy: [],
    state: 'seen',
  };
}

/** An item that no note has shown, saved from its own page. */
export async function addWantedItem(
  tx: LedgerTx,
  { key, item }: Pick<WantEvent, 'key'> & Partial<Pick<WantEvent, 'item'>>,
): Promise<void> {
  if (!item || (await tx.objectStore('items').getKey(key)) !== undefined) return;
  const rest = { kind: 'item' as const, surfaces: [], journey: [], savedBy: [], state: 'seen' as const };
  await putItem(tx, undefined, { key, ...item, ...rest });
}

function withSurface(row: ItemRow, surface: Surface): ItemRow {
  return row.surfaces.includes(surface) ? row : { ...row, surfaces: [...row.surfaces, surface] };
}

/** Keeps the first step of each name, whichever arrived first. */
export function addStep(row: ItemRow, step: JourneyStep): ItemRow {
  const known = row.journey.find((each) => each.step === step.step);
  if (known && known.at <= step.at) return row;
  return { ...row, journey: [...row.journey.filter((each) => each !== known), step] };
}

/**
 * Adds a reason to keep the item, unless the person has turned it down since.
 * @param by `item` when the person saved the item itself, else the key of the collected note
 * @param at when the reason came up; the item is saved no earlier than it was seen
 */
export function wantItem(row: ItemRow, by: string, at: number): ItemRow {
  if (row.savedBy.includes(by) || (row.unwantedAt ?? 0) > at) return row;
  const since = Math.max(at, row.note?.at ?? 0);
  return { ...row, savedBy: [...row.savedBy, by], savedAt: Math.min(row.savedAt ?? since, since) };
}

/** Takes back one reason to keep the item; it stays saved while another stands. */
export function unwantItem(row: ItemRow, by: string): ItemRow {
  return { ...row, savedBy: row.savedBy.filter((each) => each !== by) };
}

interface Learnt {
  linkKey: string;
  itemKey: string;
  platform: PlatformId;
}

/** An opaque link turned out to be this item: its row moves, or melts into the row that was there. */
export async function learnItem(tx: LedgerTx, { linkKey, itemKey, platform }: Learnt): Promise<void> {
  if (linkKey === itemKey) return;
  await tx.objectStore('meta').put({ key: `alias:${linkKey}`, value: itemKey });
  const opaque = await tx.objectStore('items').get(linkKey);
  if (!opaque) return;
  await moveOrders(tx, linkKey, itemKey);
  const known = await tx.objectStore('items').get(itemKey);
  await tx.objectStore('items').delete(linkKey);
  await recountItem(tx, opaque, undefined);
  await recool(tx, opaque, undefined);
  const { url: _opaque, ...rest } = opaque;
  await putItem(tx, known, known ? mergeItems(known, opaque) : { ...rest, key: itemKey, platform, kind: 'item' });
}

/** Orders that the person has said to be of the link are of its item. */
async function moveOrders(tx: LedgerTx, from: string, to: string): Promise<void> {
  const orders = tx.objectStore('orders');
  for (const order of await orders.index('itemKey').getAll(from)) await orders.put(wordsMoved(order, from, to));
}

function mergeItems(known: ItemRow, opaque: ItemRow): ItemRow {
  const older = (opaque.note?.at ?? Infinity) < (known.note?.at ?? Infinity) ? opaque : known;
  const times = [known.savedAt, opaque.savedAt].filter((time) => time !== undefined);
  // A reason is of its own drop.
  const { mark, why } = known.mark || !opaque.mark ? known : opaque;
  const outcome = known.outcome ?? opaque.outcome;
  const cool = known.cool ?? opaque.cool;
  const { why: _own, ...rest } = known;
  return opaque.journey.reduce(addStep, {
    ...rest,
    ...(older.note && { note: older.note }),
    surfaces: [...new Set([...known.surfaces, ...opaque.surfaces])],
    savedBy: [...new Set([...known.savedBy, ...opaque.savedBy])],
    ...(times.length > 0 && { savedAt: Math.min(...times) }),
    ...(mark && { mark }),
    ...(why && { why }),
    ...(outcome && { outcome }),
    ...(cool && { cool }),
    ...mergeJottings(known, opaque),
  });
}

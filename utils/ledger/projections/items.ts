import type { ItemRow, JourneyStep, NoteRef } from '../../core/rows';
import type { ResolvedLink, Surface } from '../../core/types';
import type { LedgerTx, NoteRow, OrderRow } from '../schema';
import { recountItem, recountOrder } from './summary';
import { settleItem } from './settle';

/**
 * The key under which a link's item is kept, or undefined for what is no item: shops, tokens, and short links of the
 * note site itself, which lead to notes as often as to goods (contracts of surfaces: counted once a landing shows goods).
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

function listOrdersOf(tx: LedgerTx, itemKey: string): Promise<OrderRow[]> {
  return tx.objectStore('orders').index('itemKey').getAll(itemKey); // the orders of one item: a handful
}

/** Changes one item and keeps its derived fields and the summary true. Unknown items are left alone. */
export async function changeItem(tx: LedgerTx, key: string, change: (row: ItemRow) => ItemRow): Promise<void> {
  const before = await tx.objectStore('items').get(key);
  if (before) await putItem(tx, before, change(before));
}

async function putItem(tx: LedgerTx, before: ItemRow | undefined, changed: ItemRow): Promise<void> {
  const after = settleItem(changed, await listOrdersOf(tx, changed.key));
  await tx.objectStore('items').put(after);
  await recountItem(tx, before, after);
}

interface Seen {
  key: string;
  link: ResolvedLink;
  surface: Surface;
  note: NoteRow;
  at: number;
  title?: string;
}

/** Adds the item a sighting shows, or what the sighting adds to a known one; saved at once when its note is collected. */
export async function addSeenItem(tx: LedgerTx, seen: Seen): Promise<void> {
  const before = await tx.objectStore('items').get(seen.key);
  const row = before ? withSurface(before, seen.surface) : newItem(seen);
  const titled = seen.title !== undefined && row.title === undefined ? { ...row, title: seen.title } : row;
  const { collectedAt } = seen.note;
  const wanted = collectedAt === undefined ? titled : wantItem(titled, seen.note.key, Math.max(collectedAt, seen.at));
  await putItem(tx, before, wanted);
  if (!before) await matchOldOrders(tx, seen.key);
}

/** Orders read before the item was seen stop being "from no note". */
async function matchOldOrders(tx: LedgerTx, key: string): Promise<void> {
  for (const order of await listOrdersOf(tx, key)) {
    const { unmatchedAt: _gone, ...matched } = order;
    await tx.objectStore('orders').put(matched);
    await recountOrder(tx, order, matched);
  }
}

function newItem({ key, link, surface, note, at }: Seen): ItemRow {
  const ref: NoteRef = { site: note.site, id: note.id, at, ...(note.title !== undefined && { title: note.title }) };
  return {
    key,
    platform: link.platform,
    kind: link.kind,
    ...(link.canonical !== undefined && { url: link.canonical }),
    note: ref,
    surfaces: [surface],
    journey: [{ step: 'seen', at, evidence: 'observed' }],
    savedBy: [],
    state: 'seen',
  };
}

function withSurface(row: ItemRow, surface: Surface): ItemRow {
  return row.surfaces.includes(surface) ? row : { ...row, surfaces: [...row.surfaces, surface] };
}

/** Keeps the first step of each name. */
export function addStep(row: ItemRow, step: JourneyStep): ItemRow {
  return row.journey.some((each) => each.step === step.step) ? row : { ...row, journey: [...row.journey, step] };
}

/** @param by `item` when the person saved the item itself, else the key of the collected note */
export function wantItem(row: ItemRow, by: string, at: number): ItemRow {
  if (row.savedBy.includes(by)) return row;
  return { ...row, savedBy: [...row.savedBy, by], savedAt: row.savedAt ?? at };
}

/** Takes back one reason to keep the item; it stays saved while another stands. */
export function unwantItem(row: ItemRow, by: string): ItemRow {
  return { ...row, savedBy: row.savedBy.filter((each) => each !== by) };
}

/** An opaque link turned out to be this item: its row moves, or melts into the row that was there. */
export async function learnItem(tx: LedgerTx, linkKey: string, itemKey: string): Promise<void> {
  if (linkKey === itemKey) return;
  await tx.objectStore('meta').put({ key: `alias:${linkKey}`, value: itemKey });
  const opaque = await tx.objectStore('items').get(linkKey);
  if (!opaque) return;
  const known = await tx.objectStore('items').get(itemKey);
  await tx.objectStore('items').delete(linkKey);
  await recountItem(tx, opaque, undefined);
  await putItem(tx, known, known ? mergeItems(known, opaque) : { ...opaque, key: itemKey });
  if (!known) await matchOldOrders(tx, itemKey);
}

function mergeItems(known: ItemRow, opaque: ItemRow): ItemRow {
  const older = (opaque.note?.at ?? Infinity) < (known.note?.at ?? Infinity) ? opaque : known;
  const steps = [...known.journey, ...opaque.journey].sort((a, b) => a.at - b.at);
  const times = [known.savedAt, opaque.savedAt].filter((time) => time !== undefined);
  const mark = known.mark ?? opaque.mark;
  return {
    ...known,
    ...(older.note && { note: older.note }),
    surfaces: [...new Set([...known.surfaces, ...opaque.surfaces])],
    journey: steps.filter((step, place) => steps.findIndex((each) => each.step === step.step) === place),
    savedBy: [...new Set([...known.savedBy, ...opaque.savedBy])],
    ...(times.length > 0 && { savedAt: Math.min(...times) }),
    ...(mark && { mark }),
  };
}

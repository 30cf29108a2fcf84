import type {
  ClickEvent,
  CollectEvent,
  ItemPage,
  LandingEvent,
  NoteEvent,
  PageSideEvent,
  ShopEvent,
  SightingEvent,
  SignalEvent,
} from '../core/events';
import { deepest, depthOf, fullerSightingId, isDeeper, sightingId } from '../core/sightings';
import type { LinkReading, NoteReading, PageReading, ShopReading } from '../core/types';
import type { ShopSignal } from '../platforms/shop-signals';
import { countComments } from './comment-counts';
import { newId } from './new-id';
import type { RowBase, Visit } from './visit';

/** A page shorter than this in front of anyone was not given the time to show what it holds. */
export const settledAfterMs = 2_000;

/** Whether it was given that time. */
export function hadTime({ startedAt }: Pick<Visit, 'startedAt'>, at: number): boolean {
  return at - startedAt >= settledAfterMs;
}

/** A page may show any number of links. With the note itself these fill one message. */
const linksAtMost = 499;

/** A note whose address holds no id is nobody's, and notifications and the like are no lists. */
export function holdsLinks({ kind, noteId }: Visit): boolean {
  return noteId !== undefined || (kind !== 'note' && kind !== 'other');
}

/** What every row about a link holds: on an open note that note, elsewhere none. */
function onPage(visit: Visit, base: RowBase) {
  if (!holdsLinks(visit)) return undefined;
  const { site, noteId } = visit;
  return { ...base, id: newId(), site, ...(noteId !== undefined && { noteId }) };
}

/** What every row about the open note holds, if there is one. */
function onNote({ site, noteId }: Visit, base: RowBase) {
  return noteId === undefined ? undefined : { ...base, id: newId(), site, noteId };
}

/** Once a visit. */
function isNew({ sent }: Pick<Visit, 'sent'>, says: string): boolean {
  return !sent.has(says) && !!sent.add(says);
}

/** The link as a row; again when more is known of who posted it and who had asked, under an id of its own. */
export function sightingRow(visit: Visit, base: RowBase, seen: LinkReading & { ruleVersion: string }) {
  const named = { ...seen, site: visit.site, noteId: visit.noteId };
  const link = sightingId(named);
  const depth = depthOf(seen);
  const told = visit.links.get(link);
  const row = told !== undefined && !isDeeper(depth, told) ? undefined : onPage(visit, base);
  if (!row) return undefined;
  visit.links.set(link, told === undefined ? depth : deepest(depth, told));
  if (told !== undefined)
    return { ...row, ...seen, id: fullerSightingId(named), type: 'sighting', again: true } satisfies SightingEvent;
  return { ...row, ...seen, id: link, type: 'sighting' } satisfies SightingEvent;
}

/** The note as a row, when it is new or says something else than before. */
function noteRow(visit: Visit, base: RowBase, note: NoteReading): NoteEvent | undefined {
  const { id, title, authorId, media, label, saved } = note;
  const told = JSON.stringify([id, title, authorId, media, label, saved]);
  if (visit.noteSent === told) return undefined;
  visit.noteSent = told;
  visit.note = note;
  return { ...base, id: newId(), type: 'note', site: visit.site, note };
}

/** A note by what it shows of itself; empty while it shows neither author nor title. */
export function noteName(note: NoteReading | undefined): string {
  return `${note?.authorId ?? ''} ${note?.title ?? ''}`.trim();
}

/**
 * The address changes first: until the overlay comes, the note that was opened directly still stands under the new
 * note's address, and nothing but its author and title tells the two apart. That holds for a moment only, as one author
 * may give two notes one name, or none. Any other page stands there as well, and shows neither, as do the cards of a
 * profile's tab under the next tab's address.
 * @returns for how long yet the note is taken for the one before; nothing or less when it is not
 */
export function heldMs(visit: Visit, at: number, note: NoteReading | undefined): number {
  const isBefore = visit.kind === 'profile' || (visit.kind === 'note' && visit.before === noteName(note));
  // By a clock that was put back it could last a day.
  return !isBefore || at < visit.startedAt ? 0 : visit.startedAt + settledAfterMs - at;
}

/**
 * What a reading adds to what this visit has told: the note itself only when links hang on it or it is collected, since
 * a note that leads nowhere is nobody's business. Links beyond the most that a visit tells are counted as unread.
 */
export function newRows(
  visit: Visit,
  base: RowBase,
  seen: { page: PageReading; ruleVersion: string },
): PageSideEvent[] {
  const { page, ruleVersion } = seen;
  const { note, links } = page;
  if (!note || note.id !== visit.noteId || heldMs(visit, base.at, note) > 0) return [];
  countComments(visit, note);
  const sightings = links.map((link) => {
    const { site, noteId } = visit;
    const isRoom = visit.links.size < linksAtMost || visit.links.has(sightingId({ ...link, site, noteId }));
    if (!isRoom) page.unread.push({ where: 'links', reason: 'shape' });
    return isRoom ? sightingRow(visit, base, { ...link, ruleVersion }) : undefined;
  });
  const told = links.length > 0 || note.saved === true ? noteRow(visit, base, note) : undefined;
  return [told, ...sightings].filter((row) => row !== undefined);
}

/** What else is known of the link is the sighting's. */
export function clickRow(visit: Visit, base: RowBase, seen: LinkReading & Pick<ClickEvent, 'how'>) {
  const row = onPage(visit, base);
  const { title: _title, poster: _poster, asked: _asked, ...click } = seen;
  return row && ({ ...row, ...click, type: 'click' } satisfies ClickEvent);
}

/**
 * The person's own list of collected notes: each is told as one that says that it is collected. That a note is missing
 * says nothing, as the list keeps the cards near the screen alone.
 * @param list `openedAt`: what was decided since the document was opened a list in it may not know, so that is its time
 */
export function savedRows(
  visit: Visit,
  base: RowBase,
  { notes, openedAt }: { notes: readonly NoteReading[]; openedAt: number },
): NoteEvent[] {
  if (heldMs(visit, base.at, undefined) > 0) return [];
  const fresh = notes.filter(({ id }) => !visit.sent.has(id)).slice(0, linksAtMost);
  for (const { id } of fresh) visit.sent.add(id);
  const { site } = visit;
  // The address names the person.
  const row = { ...base, at: openedAt, url: siteOf(base.url), type: 'note', site, listed: true } as const;
  return fresh.map((note) => ({ ...row, id: newId(), note }));
}

export function collectRow(visit: Visit, base: RowBase, collected: boolean) {
  const row = onNote(visit, base);
  return row && ({ ...row, type: 'collect', collected } satisfies CollectEvent);
}

/** The item page as a row; again when the page fills its title or price late. */
export function landingRow(told: Pick<Visit, 'sent'>, base: RowBase, item: ItemPage | undefined) {
  if (!item || !isNew(told, JSON.stringify(item))) return undefined;
  return { ...base, ...item, id: newId(), type: 'landing' } satisfies LandingEvent;
}

/** Without the name of the page before, as long as that stands. */
export function ownShop({ formerShop }: Visit, shop: ShopReading | undefined): ShopReading | undefined {
  if (shop?.name === undefined || shop.name !== formerShop) return shop;
  const { name: _before, ...rest } = shop;
  return rest;
}

/** The shop's page as a row; again when the page fills its name late. */
export function shopRow(told: Pick<Visit, 'sent'>, base: RowBase, shop: ShopReading | undefined) {
  if (shop?.url === undefined || !isNew(told, JSON.stringify(shop))) return undefined;
  const { url: key, ...rest } = shop;
  return { ...base, ...rest, id: newId(), type: 'shop', key } satisfies ShopEvent;
}

/** What was done in the shop, as a row; once for each item or shop of a visit, however often the page asks for it. */
export function signalRow(
  told: Pick<Visit, 'sent'>,
  base: RowBase,
  { signal, platform, evidence, itemKey, shopId }: ShopSignal & Pick<SignalEvent, 'evidence'>,
) {
  if (!isNew(told, [signal, itemKey, shopId].join())) return undefined;
  const what = { ...(itemKey !== undefined && { itemKey }), ...(shopId !== undefined && { shopId }) };
  return {
    ...base,
    id: newId(),
    type: 'signal',
    platform,
    signal,
    evidence,
    ...what,
  } satisfies SignalEvent;
}

/** The page's own address is nobody's business once the visit is only counted. */
export function siteOf(url: string): string {
  return `${new URL(url).origin}/`;
}

import type {
  ClickEvent,
  CollectEvent,
  ItemPage,
  LandingEvent,
  NoteEvent,
  PageEvent,
  PageSideEvent,
  SightingEvent,
} from '../core/events';
import type { LinkReading, NoteReading, PageReading } from '../core/types';
import type { RowBase, Visit } from './visit';

/** A page shorter than this in front of anyone was not given the time to show what it holds. */
const settledAfterMs = 2_000;

/** A page may show any number of links. With the note itself these fill one message. */
const linksAtMost = 499;

/** A sighting's id is its natural key: the same link on the same note is one row, however often it is seen. */
function sightingId(visit: Visit, { surface, link }: LinkReading): string {
  return `s:${visit.site}:${String(visit.noteId)}:${surface}:${link.key}`;
}

/** What every row about the open note holds, if there is one. */
function onNote({ site, noteId }: Visit, base: RowBase) {
  return noteId === undefined ? undefined : { ...base, id: crypto.randomUUID(), site, noteId };
}

/** The link as a row, unless this visit sent it already. */
export function sightingRow(visit: Visit, base: RowBase, seen: LinkReading & { ruleVersion: string }) {
  const id = sightingId(visit, seen);
  const row = visit.sent.has(id) ? undefined : onNote(visit, base);
  if (!row) return undefined;
  visit.sent.add(id);
  return { ...row, ...seen, id, type: 'sighting' } satisfies SightingEvent;
}

/** The note as a row, when it is new or says something else than before. */
function noteRow(visit: Visit, base: RowBase, note: NoteReading): NoteEvent | undefined {
  const { id, title, authorId, media, label, saved } = note;
  const told = JSON.stringify([id, title, authorId, media, label, saved]);
  if (visit.noteSent === told) return undefined;
  visit.noteSent = told;
  return { ...base, id: crypto.randomUUID(), type: 'note', site: visit.site, note };
}

/** A note by what it shows of itself; empty while it shows neither author nor title. */
export function noteName(note: NoteReading | undefined): string {
  return `${note?.authorId ?? ''} ${note?.title ?? ''}`.trim();
}

/**
 * The address changes first: until the overlay comes, the note that was opened directly still stands under the new
 * note's address, and nothing but its author and title tells the two apart. That holds for a moment only, as one author
 * may give two notes one name, or none.
 * @returns for how long yet the note is taken for the one before; nothing or less when it is not
 */
export function heldMs(visit: Visit, at: number, note: NoteReading | undefined): number {
  return visit.before && visit.before === noteName(note) ? visit.startedAt + settledAfterMs - at : 0;
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
  const sightings = links.map((link) => {
    const isRoom = visit.sent.size < linksAtMost || visit.sent.has(sightingId(visit, link));
    if (!isRoom) page.unread.push({ where: 'links', reason: 'shape' });
    return isRoom ? sightingRow(visit, base, { ...link, ruleVersion }) : undefined;
  });
  const told = links.length > 0 || note.saved === true ? noteRow(visit, base, note) : undefined;
  return [told, ...sightings].filter((row) => row !== undefined);
}

export function clickRow(visit: Visit, base: RowBase, seen: Pick<ClickEvent, 'surface' | 'link' | 'how'>) {
  const row = onNote(visit, base);
  const { surface, link, how } = seen;
  return row && ({ ...row, type: 'click', surface, link, how } satisfies ClickEvent);
}

export function collectRow(visit: Visit, base: RowBase, collected: boolean) {
  const row = onNote(visit, base);
  return row && ({ ...row, type: 'collect', collected } satisfies CollectEvent);
}

/** The item page as a row; again when the page fills its title or price late. */
export function landingRow(told: Pick<Visit, 'sent'>, base: RowBase, item: ItemPage | undefined) {
  const says = JSON.stringify(item);
  if (!item || told.sent.has(says)) return undefined;
  told.sent.add(says);
  return { ...base, ...item, id: crypto.randomUUID(), type: 'landing' } satisfies LandingEvent;
}

/** The page's own address is nobody's business once the visit is only counted. */
export function siteOf(url: string): string {
  return `${new URL(url).origin}/`;
}

/** The end of a visit. Its id is the visit's: leaving for the bfcache and leaving for good are one end. */
export function endRow({ id, site, kind, ...visit }: Visit, base: RowBase): PageEvent {
  const settled = (visit.readAt ?? 0) - visit.startedAt >= settledAfterMs;
  const unread = settled ? (visit.reading?.unread ?? []).slice(0, 200) : [];
  return { ...base, id: `p:${id}`, url: siteOf(base.url), type: 'page', where: site, kind, settled, unread };
}

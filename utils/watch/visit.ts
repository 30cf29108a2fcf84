import type { ItemPage, PageEvent } from '../core/events';
import type { CommentCounts, NoteReading, PageKind, PageReading, SiteId, Unread } from '../core/types';
import type { OwnTitles } from '../sites/own-item';
import type { SiteReader } from '../sites/reader';
import { plainUrl, zoneMinutesAt, type PageDoor, type TabPlace } from './door';
import { newId } from './new-id';

/** One page visit. The site changes pages by the history API, so one document sees many. */
export interface Visit {
  id: string;
  site: SiteId;
  /** What the site calls its page, to notice the next one. */
  name: string;
  url: string;
  startedAt: number;
  kind: PageKind;
  part?: string;
  noteId?: string;
  /** Epoch ms of the erasure since which the sets below count. */
  freshAt?: number;
  /** Ids of the rows that were sent. */
  sent: Set<string>;
  /** The links that were sent, each with how much was known of it. */
  links: Map<string, string>;
  /** What the page said last, as text, to send it again only when it changed. */
  noteSent?: string;
  /** The note as it was sent last. */
  note?: NoteReading;
  /** The most comments that the note has shown in this visit. */
  comments?: CommentCounts;
  reading?: PageReading;
  /** Of a list: what it should have shown and did not, when it was looked through last. */
  missing?: Unread[];
  /** The page has changed since. */
  isMissingStale?: boolean;
  /** It was looked through as the page was asked to go away, and has not changed since. */
  isSeenOff?: boolean;
  /** When it may be looked through again, by the page's clock. */
  restsUntil?: number;
  /** Units that could not be followed: too many, broken, or laid out and gone before they were read. */
  leftOut: number;
  /** Whether ads were seen to be hidden; absent while nothing tells. */
  blocker?: boolean | undefined;
  /** Its ends that were told. */
  ends: PageEvent[];
  readAt?: number;
  /** The page has changed since. */
  isStale?: boolean;
  /** Of a goods page that came without a load: what the document called itself when its address changed. */
  former?: OwnTitles;
  /** Of a shop's page that came without a load: the name that stood there then. */
  formerShop?: string;
  /** Of a saved list that came without a load: the notes by nobody knows whom that stood there then. */
  formerSaved?: string[];
  /** Author and title of another note, that of the visit right before, see `noteName`; empty after a page without one. */
  before?: string;
}

/** A site's readers as the watcher takes them; the watcher knows no selector itself. */
export interface WatchedSite extends SiteReader {
  id: SiteId;
  /** The item of the site's own goods page. */
  readOwnItem: (window: Window, former?: OwnTitles) => ItemPage | undefined;
  readOwnTitles: (document: Document) => OwnTitles;
}

export function startVisit(door: PageDoor, reader: WatchedSite): Visit {
  const { location } = door.window;
  return {
    id: newId(),
    site: reader.id,
    name: reader.namePage(location.href),
    url: plainUrl(location),
    startedAt: door.now(),
    ...reader.readPlace(location.href),
    sent: new Set(),
    links: new Map(),
    leftOut: 0,
    ends: [],
  };
}

/** The fields every row of a visit shares. */
export function rowBase(door: PageDoor, visit: Pick<Visit, 'id' | 'url'>, place: TabPlace) {
  const at = door.now();
  return { at, zoneMinutes: zoneMinutesAt(at), visit: visit.id, url: visit.url, ...place };
}

export type RowBase = ReturnType<typeof rowBase>;

/**
 * After an erasure an open page is told anew: what was told before is gone.
 * @returns whether there was one
 */
export function forgetErased(visit: Visit, erasedAt: number): boolean {
  if (erasedAt <= (visit.freshAt ?? visit.startedAt)) return false;
  visit.freshAt = erasedAt;
  visit.sent.clear();
  visit.links.clear();
  visit.ends = [];
  visit.leftOut = 0;
  delete visit.noteSent;
  delete visit.note;
  return true;
}

/** The address changes first: what stands there yet is no name of what the new page shows. */
export function noteFormer(visit: Visit, { location, document }: Window, reader: WatchedSite): void {
  if (visit.kind === 'goods') visit.former = reader.readOwnTitles(document);
  const { name } = (visit.kind === 'shop' && reader.readShop(location.href, document)) || {};
  if (name !== undefined) visit.formerShop = name;
  // Behind an open note it is the same list.
  const saved = visit.before === undefined && reader.readFormerSaved(location.href, document);
  if (saved) visit.formerSaved = saved.flatMap(({ id, authorId }) => (authorId === undefined ? id : []));
}

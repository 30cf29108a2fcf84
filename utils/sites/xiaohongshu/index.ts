import type { PageReading, Signal, Unread } from '../../core/types';
import { first, own } from '../dom';
import type { SiteReader } from '../reader';
import { badShape, noData } from '../unread';
import { seeBlocker } from './blocker';
import { cardAt, ownerOn, readCards } from './cards';
import { collectTarget, readCollected } from './collect';
import { decodeComments, noteChanges, readComments } from './comments';
import { missingIn, missingOn } from './health';
import { toSignals } from './labels';
import { linkAt, readLinks } from './links';
import { inLive } from './places';
import { seeLabel } from './measure';
import { readNote } from './note';
import { isListStill, isOtherNote, noteAt, noteRoot } from './root';
import { cardId, refused, ruleVersion, userText } from './rules';
import { isRoom, readGoods } from './room-goods';
import { readState } from './state';
import { readFormerSaved, readSaved } from './profile';
import { readShop } from './shop';
import { readStateCards } from './state-cards';
import { statedComments, withStated } from './stated-comments';
import { stateSignals } from './state-signals';
import { mergeLinks, readTextLinks } from './texts';
import { isTab, namePage } from './tabs';
import { unitsOn } from './units';
import { readThread, withPosters } from './threads';
import { readPlace } from './urls';

type OpenNote = Pick<PageReading, 'note' | 'comments' | 'links'>;

/** Where the parts of a reading put what they come by. */
interface Found {
  unread: Unread[];
  signals: Signal[];
}

function readOpenNote(id: string, root: Element, { unread, signals }: Found): OpenNote {
  const state = readState(root.ownerDocument, id);
  const read = readNote(id, root, state);
  const { note, signs } = read;
  const stated = statedComments(state, note.authorId);
  const onPage = readComments(root, note.authorId, unread).map((comment) => withStated(comment, stated));
  const shown = onPage.length > 0;
  const comments = shown ? onPage : decodeComments(state?.comments ?? [], note.authorId, unread);
  Object.assign(note, readThread(root, read, { loaded: comments.length, shown, state }));
  signals.push(...toSignals(signs, 'note', id));
  if (state === null) unread.push(badShape('state'));
  unread.push(...missingIn({ note, comments }, root, !!state?.note));
  const links = mergeLinks([...readLinks(root, unread), ...readTextLinks(root, state, comments)]);
  return { note, comments, links: withPosters(links, comments) };
}

/** Of a note that the page does not show yet: what the state says, as no part of the page is the note's. */
function readUnshown(id: string, document: Document, page: Found): Partial<OpenNote> {
  page.unread.push(noData('note'));
  return readState(document, id)?.note ? readOpenNote(id, own(document, 'head'), page) : {};
}

function readNotePart(id: string | undefined, document: Document, page: Found): Partial<OpenNote> {
  const root = noteRoot(document, id);
  if (!id) page.unread.push(badShape('note.id'));
  // What says that there is no note may stand hidden beside one.
  const isRefused = !(root && first(root, userText)) && first(document, refused);
  if (isRefused || (root && id && isOtherNote(root, id))) page.unread.push(noData('note'));
  else if (id && !root && isListStill(document)) return readUnshown(id, document, page);
  else if (id) return readOpenNote(id, root ?? document.documentElement, page);
  return {};
}

/** The signals stand in the reading only where there are any. */
function withSignals({ signals, ...page }: PageReading & Found): PageReading {
  return signals.length > 0 ? { ...page, signals } : page;
}

function emptyPage(place: Pick<PageReading, 'kind' | 'part'>, document: Document): PageReading & Found {
  return { ...place, cards: [], comments: [], links: [], signals: stateSignals(document), unread: [] };
}

function readList(url: string, document: Document, page: PageReading & Found): PageReading {
  if (page.cards.length === 0) page.cards = readStateCards(document, page, url);
  const found = readLinks(document, page.unread);
  const savedNotes = readSaved(url, document, () => page.cards)?.map(({ id }) => id);
  const shop = page.kind === 'shop' ? readShop(url, document) : undefined;
  const links = mergeLinks(page.kind === 'live' ? found.map(inLive) : found);
  const whole = { ...page, links, ...(savedNotes && { savedNotes }), ...(shop && { shop }) };
  page.unread.push(...missingOn(url, whole, document));
  return withSignals(whole);
}

/** All that a page says, read from its DOM and the text of its inline state; nothing is written and nothing is thrown. */
export function readPage(url: string, document: Document): PageReading {
  const { noteId, ...place } = readPlace(url);
  const isNote = place.kind === 'note';
  const page = emptyPage(place, document);
  // Notifications and the like show notes' pictures beside words about them, a chat with a machine what it cites.
  if (place.kind !== 'other') {
    const root = isNote ? noteRoot(document, noteId) : undefined;
    page.cards = readCards(document, root, { ...page, owner: ownerOn(url, document) });
  }
  if (isRoom(place)) page.cards.push(...readGoods(document, page.unread));
  return isNote ? withSignals({ ...page, ...readNotePart(noteId, document, page) }) : readList(url, document, page);
}

/** The open note alone, of a page that shows one. */
function readOpen(url: string, document: Document): PageReading {
  const { noteId, ...place } = readPlace(url);
  const page = emptyPage(place, document);
  return withSignals({ ...page, ...readNotePart(noteId, document, page) });
}

export const reader: SiteReader = {
  ruleVersion,
  cardId,
  readPlace,
  namePage,
  isTab,
  readPage,
  readOpen,
  noteChanges,
  readSaved,
  readFormerSaved,
  readShop,
  unitsOn,
  seeLabel,
  seeBlocker,
  linkAt,
  noteAt,
  cardAt,
  collectTarget,
  readCollected,
};

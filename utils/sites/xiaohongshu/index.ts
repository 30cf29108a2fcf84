import type { PageReading, Unread } from '../../core/types';
import { first } from '../dom';
import type { SiteReader } from '../reader';
import { readCards } from './cards';
import { collectTarget, readCollected } from './collect';
import { decodeComments, readComments } from './comments';
import { linkAt, readLinks } from './links';
import { readNote } from './note';
import { isOtherNote, noteRoot } from './root';
import { refused, ruleVersion } from './rules';
import { listAt, readState } from './state';
import { mergeLinks, readTextLinks } from './texts';
import { readPlace } from './urls';

type OpenNote = Pick<PageReading, 'note' | 'comments' | 'links'>;

const noData = (where: string): Unread => ({ where, reason: 'no-data' });
const badShape = (where: string): Unread => ({ where, reason: 'shape' });

function readOpenNote(id: string, root: Element, unread: Unread[]): OpenNote {
  const state = readState(root.ownerDocument, id);
  const note = readNote(id, root, state);
  const shown = readComments(root, note.authorId, unread);
  const comments = shown.length > 0 ? shown : decodeComments(listAt(state, 'comments.list'), unread);
  if (state === null) unread.push(badShape('state'));
  // A note may do without a title; unless its state says so, nothing tells it from one that is half loaded.
  if (!note.title && !state) unread.push(noData('note.title'));
  if (!note.authorId) unread.push(noData('note.authorId'));
  if (note.commentsDeclared && comments.length === 0) unread.push(noData('comments'));
  return { note, comments, links: mergeLinks([...readLinks(root, unread), ...readTextLinks(root, state, comments)]) };
}

function readNotePart(id: string | undefined, document: Document, unread: Unread[]): Partial<OpenNote> {
  const root = noteRoot(document, id);
  if (!id) unread.push(badShape('note.id'));
  if (first(document, refused) || (root && id && isOtherNote(root, id))) unread.push(noData('note'));
  else if (id) return readOpenNote(id, root ?? document.documentElement, unread);
  return {};
}

/** All that a page says, read from its DOM and the text of its inline state; nothing is written and nothing is thrown. */
export function readPage(url: string, document: Document): PageReading {
  const unread: Unread[] = [];
  const { kind, noteId } = readPlace(url);
  const isNote = kind === 'note';
  const cards = readCards(document, isNote ? noteRoot(document, noteId) : undefined, unread);
  const page = { kind, cards, comments: [], links: [], unread };
  if (isNote) return { ...page, ...readNotePart(noteId, document, unread) };
  if (cards.length === 0 && ['feed', 'search', 'profile', 'board'].includes(kind)) unread.push(noData('cards'));
  return { ...page, links: mergeLinks(readLinks(document, unread)) };
}

/** The open note alone, of a page that shows one. */
function readOpen(url: string, document: Document): PageReading {
  const unread: Unread[] = [];
  const { kind, noteId } = readPlace(url);
  return { kind, cards: [], comments: [], links: [], unread, ...readNotePart(noteId, document, unread) };
}

export const reader: SiteReader = { ruleVersion, readPlace, readPage, readOpen, linkAt, collectTarget, readCollected };

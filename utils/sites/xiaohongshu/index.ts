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

/** All that a page says, read from its DOM and the text of its inline state; nothing is written and nothing is thrown. */
export function readPage(url: string, document: Document): PageReading {
  const unread: Unread[] = [];
  const { kind, noteId } = readPlace(url);
  const root = kind === 'note' ? noteRoot(document, noteId) : undefined;
  const cards = readCards(document, root, unread);
  const page = { kind, cards, comments: [], links: [], unread };
  if (kind !== 'note') {
    if (cards.length === 0 && ['feed', 'search', 'profile', 'board'].includes(kind)) unread.push(noData('cards'));
    return { ...page, links: mergeLinks(readLinks(document, unread)) };
  }
  if (!noteId) unread.push(badShape('note.id'));
  if (first(document, refused) || (root && noteId && isOtherNote(root, noteId))) unread.push(noData('note'));
  else if (noteId) return { ...page, ...readOpenNote(noteId, root ?? document.documentElement, unread) };
  return page;
}

export const reader: SiteReader = { ruleVersion, readPlace, readPage, linkAt, collectTarget, readCollected };

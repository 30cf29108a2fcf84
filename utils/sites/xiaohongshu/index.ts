import type { CommentReading, LinkReading, NoteReading, PageReading, Unread } from '../../core/types';
import { first } from '../dom';
import { readCards } from './cards';
import { decodeComments, readComments } from './comments';
import { readLinks } from './links';
import { listMissing, readNote } from './note';
import { isOtherNote, noteRoot } from './root';
import { selectors } from './rules';
import { readState, type NoteState } from './state';
import { mergeLinks, readTextLinks } from './texts';
import { readPlace, type PagePlace } from './urls';

export { collectTarget, readCollected } from './collect';
export { linkAt, readAddedLinks, readLinks, type LinkScope } from './links';
export { noteRoot } from './root';
export { ruleVersion } from './rules';
export { readPlace, type PagePlace } from './urls';

interface OpenNote {
  note?: NoteReading;
  comments: CommentReading[];
  links: LinkReading[];
}

function readNoteState(document: Document, id: string, unread: Unread[]): NoteState | undefined {
  const state = readState(document, id);
  if (state !== 'broken') return state;
  unread.push({ where: 'state', reason: 'shape' });
  return undefined;
}

function readOpenNote(document: Document, id: string, unread: Unread[]): OpenNote {
  const root = noteRoot(document, id) ?? document.documentElement;
  if (isOtherNote(root, id)) {
    unread.push({ where: 'note', reason: 'no-data' });
    return { comments: [], links: [] };
  }
  const state = readNoteState(document, id, unread);
  const note = readNote(id, root, state?.note);
  const shown = readComments(root, note.authorId, unread);
  const comments = shown.length > 0 ? shown : decodeComments(state?.comments ?? [], unread);
  unread.push(...listMissing(note));
  if (note.commentsDeclared && comments.length === 0) unread.push({ where: 'comments', reason: 'no-data' });
  const links = mergeLinks(readLinks({ root, unread }), readTextLinks(root, state?.note, comments));
  return { note, comments, links };
}

function readWithoutNote(document: Document, { kind }: PagePlace, unread: Unread[]): OpenNote {
  if (kind === 'note') unread.push({ where: 'note.id', reason: 'shape' });
  const links = mergeLinks(readLinks({ root: document, unread }), []);
  return { comments: [], links };
}

const kindsWithCards = ['feed', 'search', 'profile', 'board'];

/** All that a page says, read from its DOM and the text of its inline state; nothing is written and nothing is thrown. */
export function readPage(url: string, document: Document): PageReading {
  const unread: Unread[] = [];
  const place = readPlace(url);
  const { noteId } = place;
  if (place.kind === 'note' && first(document, selectors.refused)) unread.push({ where: 'page', reason: 'no-data' });
  const open = noteId === undefined ? readWithoutNote(document, place, unread) : readOpenNote(document, noteId, unread);
  const cards = readCards(document, noteId === undefined ? undefined : noteRoot(document, noteId), unread);
  if (cards.length === 0 && kindsWithCards.includes(place.kind)) unread.push({ where: 'cards', reason: 'no-data' });
  return { kind: place.kind, ...open, cards, unread };
}

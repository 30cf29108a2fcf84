import type { NoteReading, Unread } from '../../core/types';
import { attribute, first, found, textAt, textOf } from '../dom';
import { readCollected } from './collect';
import { readCount, readTotal } from './counts';
import { readLabel } from './labels';
import { findTotals } from './root';
import { selectors } from './rules';
import { at, stringAt, type State } from './state';
import { readUserId } from './urls';

type Media = 'image' | 'video';

/** `normal` is an image note, `video` a video note (state, 2026); other words are not known. */
function decodeMedia(type: string | undefined): Media | undefined {
  if (type === 'video') return 'video';
  return type === 'normal' || type === 'image' ? 'image' : undefined;
}

function mediaOf(root: Element): Media | undefined {
  if (first(root, selectors.video)) return 'video';
  return decodeMedia(attribute(root, 'data-type')) ?? (first(root, selectors.image) && 'image');
}

function authorOf(root: Element): string | undefined {
  const anchor = first(root, selectors.noteAuthor);
  return anchor && readUserId(attribute(anchor, 'href'));
}

function commentsDeclared(root: Element): number | undefined {
  if (first(root, selectors.noComments)) return 0;
  return readTotal(textOf(findTotals(root).at(-1)));
}

/** What the page shows goes before what its inline state says: the state is as old as the page. */
export function readNote(id: string, root: Element, state: State): NoteReading {
  const collected = at(state, 'interactInfo', 'collected');
  return found<NoteReading>({
    id,
    authorId: authorOf(root) ?? stringAt(state, 'user', 'userId'),
    title: textAt(root, selectors.title) || stringAt(state, 'title'),
    media: decodeMedia(stringAt(state, 'type')) ?? mediaOf(root),
    label: readLabel(root, selectors.noteText),
    commentsDeclared: commentsDeclared(root) ?? readCount(stringAt(state, 'interactInfo', 'commentCount') ?? ''),
    saved: readCollected(root) ?? (typeof collected === 'boolean' ? collected : undefined),
  });
}

/** What a note that is there always says; a note may do without a title, but then nothing tells it from a half-loaded one. */
export function listMissing(note: NoteReading): Unread[] {
  const fields = ['title', 'authorId'] as const;
  return fields
    .filter((field) => note[field] === undefined)
    .map((field) => ({ where: `note.${field}`, reason: 'no-data' }));
}

import type { NoteReading } from '../../core/types';
import { all, attribute, closest, first, found, hrefAt, textOf, type Root } from '../dom';
import { isShown } from '../sight';
import { readIcon } from './collect';
import { countIn, isExact, readCount, readTotal } from './counts';
import { readNoteMarks, toLabel, type Marks } from './labels';
import { findTotals } from './root';
import * as rules from './rules';
import { at, stringAt } from './state';
import { readUserId } from './urls';

/** `normal` is an image note, `video` a video note (state, 2026); other words are not known. */
export function decodeMedia(type: string | undefined): NoteReading['media'] {
  if (type === 'video') return 'video';
  return type === 'normal' || type === 'image' ? 'image' : undefined;
}

function mediaOf(root: Element): NoteReading['media'] {
  const stated = decodeMedia(attribute(root, 'data-type'));
  if (stated) return stated;
  const isFilm = (part: Element) => !closest(part, rules.noFilm);
  return all(root, rules.video).some(isFilm) ? 'video' : first(root, rules.image) && 'image';
}

interface Declared {
  count: number;
  /** Not rounded down to a word. */
  exact: boolean;
}

function declaredBy(line: string, count: number | undefined): Declared | undefined {
  return count === undefined ? undefined : { count, exact: isExact(line) };
}

function readDeclared(root: Root, state: unknown): Declared | undefined {
  const none = first(root, rules.noComments);
  if (none && isShown(none)) return { count: 0, exact: true };
  const total = textOf(findTotals(root).at(-1));
  const button = textOf(first(root, rules.commentButton));
  const stated = stringAt(state, 'declared') ?? '';
  return (
    declaredBy(total, readTotal(total) ?? countIn(total)) ??
    declaredBy(button, readCount(button)) ??
    declaredBy(stated, readCount(stated))
  );
}

/** A note as it is read. */
export interface ReadNote {
  note: NoteReading;
  signs: Marks['signs'];
  /** The count of its comments is not rounded. */
  isCounted: boolean;
}

/** What the page shows goes before what its inline state says: the state is as old as the page. */
export function readNote(id: string, root: Element, state: unknown): ReadNote {
  const collected = at(state, 'note.interactInfo.collected');
  // Where the users' own words are not known, any short word could be theirs.
  const { label, signs = [], role } = first(root, rules.userText) ? readNoteMarks(root) : {};
  const declared = readDeclared(root, state);
  const note = found<NoteReading>({
    id,
    authorId:
      readUserId(hrefAt(root, rules.noteAuthor)) ??
      stringAt(state, 'note.user.userId') ??
      stringAt(state, 'note.user.id'),
    authorRole: role,
    title: textOf(first(root, rules.title)) || stringAt(state, 'note.title'),
    media: decodeMedia(stringAt(state, 'note.type')) ?? mediaOf(root),
    label: toLabel(label),
    commentsDeclared: declared?.count,
    saved: readIcon(root) ?? (typeof collected === 'boolean' ? collected : undefined),
  });
  return { note, signs, isCounted: declared?.exact === true };
}

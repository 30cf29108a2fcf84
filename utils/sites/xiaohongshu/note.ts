import type { NoteReading } from '../../core/types';
import { attribute, first, found, hrefAt, textOf } from '../dom';
import { readIcon } from './collect';
import { readCount, readTotal } from './counts';
import { readMarks, toLabel, type Marks } from './labels';
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
  if (first(root, rules.video)) return 'video';
  return decodeMedia(attribute(root, 'data-type')) ?? (first(root, rules.image) && 'image');
}

function readDeclared(root: Element): number | undefined {
  return first(root, rules.noComments) ? 0 : readTotal(textOf(findTotals(root).at(-1)));
}

/** What the page shows goes before what its inline state says: the state is as old as the page. */
export function readNote(id: string, root: Element, state: unknown): { note: NoteReading; signs: Marks['signs'] } {
  const collected = at(state, 'note.interactInfo.collected');
  // Where the users' own words are not known, any short word could be theirs.
  const { label, signs = [], role } = first(root, rules.userText) ? readMarks(root, rules.wordsInNote) : {};
  const note = found<NoteReading>({
    id,
    authorId: readUserId(hrefAt(root, rules.noteAuthor)) ?? stringAt(state, 'note.user.userId'),
    authorRole: role,
    title: textOf(first(root, rules.title)) || stringAt(state, 'note.title'),
    media: decodeMedia(stringAt(state, 'note.type')) ?? mediaOf(root),
    label: toLabel(label),
    commentsDeclared: readDeclared(root) ?? readCount(stringAt(state, 'note.interactInfo.commentCount') ?? ''),
    saved: readIcon(root) ?? (typeof collected === 'boolean' ? collected : undefined),
  });
  return { note, signs };
}

import type { NoteSpec, Person } from '../types';
import { linkedNotes } from './notes-linked';
import { madeLinked, makeLinkedNote } from './make-linked';
import { madeNotes, makeNote } from './make-note';
import { oddNotes } from './notes-odd';
import { plainNotes } from './notes-plain';

const written = [...linkedNotes, ...oddNotes, ...plainNotes];
const made = Array.from({ length: madeNotes }, (_, seed) => makeNote(seed));
const linked = Array.from({ length: madeLinked }, (_, seed) => makeLinkedNote(seed));
const byId = new Map([...written, ...made, ...linked].map((note) => [note.id, note]));

/** The feed: a linked or odd note after every second plain one, and the bedroom note first. */
export const feedNotes: readonly NoteSpec[] = interleave([...linkedNotes, ...oddNotes], plainNotes);

export const hostileNotes: readonly NoteSpec[] = made;

/** Every form of address at every place of a note, among hostile words. */
export const generatedNotes: readonly NoteSpec[] = linked;

export function findNote(id: string): NoteSpec | undefined {
  return byId.get(id);
}

export function listNotes(): readonly NoteSpec[] {
  return written;
}

export function notesBy(author: string): NoteSpec[] {
  return written.filter((note) => note.author.id === author);
}

export function findAuthor(id: string): Person | undefined {
  return notesBy(id)[0]?.author;
}

function interleave(some: readonly NoteSpec[], many: readonly NoteSpec[]): NoteSpec[] {
  const mixed: NoteSpec[] = [];
  for (let index = 0; index < Math.max(some.length, many.length); index += 1) {
    mixed.push(...some.slice(index, index + 1), ...many.slice(index, index + 1));
  }
  return mixed;
}

import { seedOf } from '../random';
import type { NoteSpec } from '../types';
import { noteId } from './ids';
import { person } from './people';

type Words = Partial<Omit<NoteSpec, 'id' | 'author'>> & Pick<NoteSpec, 'title' | 'body' | 'art'>;

const shapes = ['tall', 'tall', 'square', 'tall', 'wide'] as const;

/** A note with everything that its number can decide; the words come from the caller. */
export function note(number: number, words: Words): NoteSpec {
  const seed = seedOf(words.title) + number;
  return {
    id: noteId(number),
    author: person(number),
    tags: [],
    media: 'image',
    images: 1 + (seed % 4),
    shape: shapes[seed % shapes.length] ?? 'tall',
    likes: 12 + (seed % 9000),
    collects: 3 + (seed % 2400),
    commentsDeclared: 3 + (seed % 38),
    comments: [],
    links: [],
    state: 'full',
    traps: [],
    ...words,
  };
}

/** The same, for notes whose comments need the note's own id and author. */
export function noteWith(number: number, words: (base: Pick<NoteSpec, 'id' | 'author'>) => Words): NoteSpec {
  return note(number, words({ id: noteId(number), author: person(number) }));
}

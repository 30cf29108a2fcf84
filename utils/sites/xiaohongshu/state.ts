import { all, textOf } from '../dom';

/** A value of the page's state; who reads it checks what it got. */
export type State = unknown;

/** Walks own keys only: `__proto__` and the like in a page's state lead nowhere. */
export function at(value: State, ...path: string[]): State {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string, unknown>)[key];
  }
  return here;
}

export function stringAt(value: State, ...path: string[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
}

export function listAt(value: State, ...path: string[]): unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** The text is JSON with bare `undefined` (2026). Whole strings are matched first, so that none of them is edited. */
export function parseState(text: string): State {
  const json = text.replace(/"(?:[^"\\]|\\[\s\S])*"?|\bundefined\b/g, (part) => (part === 'undefined' ? 'null' : part));
  return JSON.parse(json);
}

const opening = /^\s*window\.__INITIAL_STATE__\s*=/;

export interface NoteState {
  note: State;
  comments: unknown[];
}

/** The desktop page: `noteDetailMap` has dirty keys (`""`, `"undefined"`); mobile (code): `noteData.data`. */
function findNote(state: State, id: string): NoteState | undefined {
  const entry = at(state, 'note', 'noteDetailMap', id);
  const desktop = { note: at(entry, 'note'), comments: listAt(entry, 'comments', 'list') };
  const data = at(state, 'noteData', 'data');
  const mobile = { note: at(data, 'noteData'), comments: listAt(data, 'commentData', 'comments') };
  return [desktop, mobile].find(({ note }) => stringAt(note, 'noteId') === id);
}

/** Filled late and in parts: without these three it is another note's shell. */
function isFilled({ note }: NoteState): boolean {
  return (
    typeof at(note, 'time') === 'number' && Array.isArray(at(note, 'imageList')) && !!stringAt(note, 'user', 'userId')
  );
}

/** What the page's inline state says of this note; `undefined` where it says nothing, `'broken'` where it cannot be read. */
export function readState(document: Document, id: string): NoteState | 'broken' | undefined {
  const text = all(document, 'script:not([src])')
    .map(textOf)
    .find((script) => opening.test(script));
  // The state of the first page stays after every navigation: without the id it is about another note.
  if (!text?.includes(id)) return undefined;
  try {
    const found = findNote(parseState(text.replace(opening, '').replace(/;\s*$/, '')), id);
    return !found || isFilled(found) ? found : 'broken';
  } catch {
    return 'broken';
  }
}

import { all, textOf } from '../dom';

/** Walks own keys only: `__proto__` and the like in a page's state lead nowhere. `at(note, 'user.userId')` */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce((here: unknown, key) => {
    return typeof here === 'object' && here !== null && Object.hasOwn(here, key)
      ? (here as Record<string, unknown>)[key]
      : undefined;
  }, value);
}

export function stringAt(value: unknown, path: string): string | undefined {
  const text = at(value, path);
  return (typeof text === 'string' && text.trim()) || undefined;
}

export function listAt(value: unknown, path: string): unknown[] {
  const list = at(value, path);
  return Array.isArray(list) ? list : [];
}

/** The text is JSON with bare `undefined` (2026). Whole strings are matched first, so that none of them is edited. */
export function parseState(text: string): unknown {
  return JSON.parse(
    text.replace(/"(?:[^"\\]|\\[\s\S])*"?|\bundefined\b/g, (part) => (part === 'undefined' ? 'null' : part)),
  );
}

const opening = /^\s*window\.__INITIAL_STATE__\s*=/;

/** `noteDetailMap` has dirty keys (`""`, `"undefined"`), keeps the notes opened before, fills late and in parts. */
function findNote(state: unknown, id: string): unknown {
  const entry = at(state, `note.noteDetailMap.${id}`);
  const isWhole =
    stringAt(entry, 'note.noteId') === id &&
    stringAt(entry, 'note.user.userId') &&
    at(entry, 'note.time') &&
    at(entry, 'note.imageList');
  return isWhole ? entry : undefined;
}

function decodeEntry(text: string, id: string): unknown {
  try {
    return findNote(parseState(text.replace(opening, '').replace(/;$/, '')), id);
  } catch {
    return null;
  }
}

// A page is read many times and its state is long: the last answer is kept.
let last: { id: string; text: string; entry: unknown } | undefined;

/**
 * What the page's inline state says of this note: `{note, comments}`; `undefined` where it says nothing, `null` where it
 * cannot be read. The state of the first page stays after every navigation: without the id it is about another note.
 */
export function readState(document: Document, id: string): unknown {
  const text = all(document, 'script:not([src])')
    .map(textOf)
    .find((script) => opening.test(script) && script.includes(`"${id}"`));
  if (text === undefined) return undefined;
  if (last?.id !== id || last.text !== text) last = { id, text, entry: decodeEntry(text, id) };
  return last.entry;
}

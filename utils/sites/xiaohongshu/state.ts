import { all, own } from '../dom';
import { notePages, statePaths } from './rules';

function unboxed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.hasOwn(value, '_rawValue')
    ? Reflect.get(value, '_rawValue')
    : Object.hasOwn(value, '_value')
      ? Reflect.get(value, '_value')
      : value;
}

/** `goodsInfo` in a page's state is `goods_info` in the replies. */
export function plainKey(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * Walks own keys only: `__proto__` and the like in a page's state lead nowhere. Vue's boxes are opened on the way, as
 * programs that read the living state have to: `feed.feeds._value`. A state may hold replies as they came.
 */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce((here: unknown, key) => {
    const open = unboxed(here);
    if (typeof open !== 'object' || open === null) return undefined;
    const name = Object.hasOwn(open, key) ? key : plainKey(key);
    return Object.hasOwn(open, name) ? unboxed(Reflect.get(open, name)) : undefined;
  }, value);
}

/** A number where a text should be is that text: of one field in another form the value still holds. */
export function stringAt(value: unknown, path: string): string | undefined {
  const text = at(value, path);
  return ((typeof text === 'string' || Number.isSafeInteger(text)) && String(text).trim()) || undefined;
}

/** The same of a list that is kept as a map, by the ids of what is in it. */
function membersAt(value: unknown, path: string): unknown[] {
  const members = at(value, path);
  return typeof members === 'object' && members !== null ? Object.values(members) : [];
}

export function listAt(value: unknown, path: string): unknown[] {
  const list = at(value, path);
  return Array.isArray(list) ? list : [];
}

const whole = /"(?:[^"\\]|\\[\s\S])*"?/.source;
const literal = new RegExp(
  `${whole}|\\b(?:undefined|NaN)\\b|-?\\bInfinity\\b|\\bnew \\w+\\(\\)?|\\)|,(?=\\s*[}\\]])`,
  'g',
);
/** Around a value that is JSON: `new Map([…])`, a comma behind the last of a list. */
const shell = /^(?:new \w+\(|[),])$/;
const token = new RegExp(`${whole}|[{}[\\]]`, 'g');

/** Up to the bracket that closes the first one: other statements may follow in the same script. */
function firstValue(text: string): string {
  let depth = 0;
  for (const { 0: part, index } of text.matchAll(token)) {
    if (/[{[]/.test(part.charAt(0))) depth++;
    else if (/[}\]]/.test(part.charAt(0)) && --depth <= 0) return text.slice(0, index + 1);
  }
  return text;
}

/**
 * The text is JSON with bare `undefined`, `new Map([])` (2026) and the like. Whole strings are matched first, so that none
 * of them is edited.
 */
export function parseState(text: string): unknown {
  const json = text.replace(literal, (part) => (part.startsWith('"') ? part : shell.test(part) ? '' : 'null'));
  try {
    return JSON.parse(json);
  } catch {
    return JSON.parse(firstValue(json));
  }
}

/** Desktop and phone since 2023; phone, 2026 (code); before 2023 (code). */
export const stateName = /__(?:INITIAL|SETUP_SERVER|INITIAL_SSR)_STATE__/;
const opening = new RegExp(`${stateName.source}["'\\]\\s]*=\\s*(?=\\{)`);

// A page is read many times and its scripts are long: each is looked at once, and again should it have grown.
const known = new WeakMap<Element, { size: number; text: string | undefined }>();

function stateIn(script: Element): string | undefined {
  const source = own(script, 'firstChild')?.nodeValue ?? '';
  const before = known.get(script);
  if (before?.size === source.length) return before.text;
  const text = opening.test(source) ? source.slice(source.search(opening)).replace(opening, '') : undefined;
  known.set(script, { size: source.length, text });
  return text;
}

/** The texts of the page's inline states, from the first bracket on: those that hold `word`. */
export function stateTexts(document: Document, word = ''): string[] {
  return all(document, 'script:not([src])').flatMap((script) => {
    const text = stateIn(script);
    return text?.includes(word) ? [text] : [];
  });
}

/** `null` for a state that cannot be read. */
function decodeState<T>(text: string, decode: (state: unknown) => T): T | null {
  try {
    return decode(parseState(text));
  } catch {
    return null;
  }
}

/** What the state says of one note; `note` only once it is there as a whole. */
export interface StateEntry {
  note: unknown;
  comments: unknown[];
  /** Whether there are more of them; none are there before they were asked for. */
  hasMore: unknown;
  /** How many there are, as the state has it: a text such as "10+". */
  declared: unknown;
}

/** A note that is there has an author, a time and pictures: it may lack one of them, what lacks two is still to come. */
function isWhole(note: unknown, id: string, key?: string): boolean {
  const marks = ['user.userId', 'time', 'imageList'].filter((path) => at(note, path));
  return (stringAt(note, 'noteId') ?? stringAt(note, 'id') ?? key) === id && marks.length > 1;
}

/**
 * `noteDetailMap` has dirty keys (`""`, `"undefined"`), keeps the notes opened before, fills late and in parts: a comment
 * must name the note itself until the note is there. Early states and those of a phone's page have one note (code).
 */
function findEntry(state: unknown, id: string): StateEntry | undefined {
  const named = at(state, `${statePaths.notes}.${id}`);
  const desk = named ?? at(state, 'note');
  const phone = notePages.map((path) => at(state, path)).find(Boolean);
  const [noteThere, thread] = ['note', 'comment'].map((part) => at(phone, `${part}Data`) ?? at(phone, `${part}Info`));
  const note = at(desk, 'note') ?? noteThere;
  const isThere = isWhole(note, id, at(named, 'note') ? id : undefined);
  const ofDesk = [...listAt(desk, 'comments'), ...membersAt(desk, 'comments.list')];
  const list = [...ofDesk, ...listAt(thread, 'comments')];
  const comments = isThere ? list : list.filter((comment) => stringAt(comment, 'noteId') === id);
  const isOnItsWay = at(desk, 'comments.firstRequestFinish') === false || at(desk, 'comments.loading') === true;
  const hasMore = isOnItsWay || (at(desk, 'comments.hasMore') ?? at(thread, 'hasMore'));
  if (!isThere) return comments.length > 0 ? { note: undefined, comments, hasMore, declared: undefined } : undefined;
  const declared = at(note, 'interactInfo.commentCount') ?? at(thread, 'commentCount') ?? at(note, 'comments');
  return { note, comments, hasMore, declared };
}

let last: { id: string; text: string; entry: StateEntry | undefined | null } | undefined;

/**
 * What the page's inline state says of this note; `undefined` where it says nothing, `null` where it cannot be read. The
 * state of the first page stays after every navigation: without the id it is about another note.
 */
export function readState(document: Document, id: string): StateEntry | undefined | null {
  const texts = stateTexts(document, `"${id}"`);
  const text = texts.join();
  if (last?.id !== id || last.text !== text) {
    const entries = texts.map((each) => decodeState(each, (state) => findEntry(state, id)));
    last = { id, text, entry: entries.find(Boolean) ?? entries[0] };
  }
  return last.entry;
}

/** The whole states, for pages that are read once; `null` for what cannot be read. */
export function readWholeStates(document: Document): unknown[] {
  return stateTexts(document).map((text) => decodeState(text, (state) => state));
}

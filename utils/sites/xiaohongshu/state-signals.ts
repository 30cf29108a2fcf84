import type { Signal } from '../../core/types';
import { toSignals } from './labels';
import { goodsForm, hintedPath, mayHoldAdKeys, noteForm, stateRules } from './rules';
import { at, plainKey, readWholeStates, stateTexts, stringAt } from './state';

/** By note id, '' where no object around names one: the keys of layer L2 that hold something. */
type StateSignals = ReadonlyMap<string, ReadonlySet<string>>;

/** State of that size was made to keep us busy. */
const mostNodes = 100_000;

/** An object is looked into two levels deep. */
function isEmpty(value: unknown, depth = 2): boolean {
  if (typeof value !== 'object' || value === null) return !value || value === '0';
  return depth > 0 && Object.values(value).every((inner) => isEmpty(inner, depth - 1));
}

/** Most keys are none: all forms are asked at once first. */
const anyKey = new RegExp(stateRules.map(([, form]) => form.source).join('|'));

/** The key, in the form of the replies, where it and its value fulfil a rule. */
function signalKey(key: string, value: unknown): string | undefined {
  const plain = plainKey(key);
  if (!anyKey.test(plain)) return undefined;
  const [, , word] = stateRules.find(([, form]) => form.test(plain)) ?? [];
  const isSo = word === undefined ? !isEmpty(value) : [value].flat().includes(word);
  return isSo ? plain : undefined;
}

/** A form is a hint, and only where nothing else says what an id is of: one note in hundreds has the form of goods too. */
function isOfGoods(id: string): boolean {
  return goodsForm.test(id) && !hintedPath.test(`/${id}`);
}

const noteKeys = ['noteCard', 'modelType'];

function idOf(value: object): string | undefined {
  const named = stringAt(value, 'noteId');
  const id = named ?? stringAt(value, 'id');
  if (id === undefined || !noteForm.test(id)) return undefined;
  const isNote = named !== undefined || noteKeys.some((key) => at(value, key) !== undefined);
  return isNote || !isOfGoods(id) ? id : undefined;
}

/** Each object with the id of the note it is part of, itself included. */
function scan(state: unknown): StateSignals {
  const found = new Map<string, Set<string>>();
  const waiting: [unknown, string][] = [[state, '']];
  for (let count = 0; count < mostNodes; count++) {
    const [value, outer] = waiting.pop() ?? [];
    if (outer === undefined) break;
    if (typeof value !== 'object' || value === null) continue;
    const id = idOf(value) ?? outer;
    for (const [key, inner] of Object.entries(value)) {
      const rule = signalKey(key, inner);
      if (rule !== undefined) found.set(id, (found.get(id) ?? new Set()).add(rule));
      waiting.push([inner, noteForm.test(key) ? key : id]);
    }
  }
  return found;
}

// The state of a page does not change once it is there.
let last: { text: string; signals: StateSignals } | undefined;

/** Layer L2: what the inline state of the page says of any of its notes. A broken state is told by who reads the note. */
export function readStateSignals(document: Document): StateSignals {
  const text = stateTexts(document).join();
  if (last?.text !== text) last = { text, signals: scan(mayHoldAdKeys.test(text) && readWholeStates(document)) };
  return last.signals;
}

/** The same as signals of the page. */
export function stateSignals(document: Document): Signal[] {
  return Array.from(readStateSignals(document)).flatMap(([id, keys]) =>
    toSignals(
      Array.from(keys, (key) => ['L2', key]),
      'state',
      id || undefined,
    ),
  );
}

import type { Signal } from '../../core/types';
import { toSignals } from './labels';
import { adKeys, mayHoldAdKeys } from './rules';
import { noteForm } from './urls';
import { readWholeStates, stateTexts, stringAt } from './state';

/** By note id, '' where no object around names one: the keys of layer L2 that hold something. */
type StateSignals = ReadonlyMap<string, ReadonlySet<string>>;

/** 5 of 5 goods: what has this form is no note, whatever else it is. */
const goodsForm = /^[0-9a-f]{14}0001[0-9a-f]{6}$/i;

/** State of that size was made to keep us busy. */
const mostNodes = 100_000;

/** `goodsInfo` in a page's state is `goods_info` in the replies. */
function plainKey(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** An object is looked into two levels deep. */
function isEmpty(value: unknown, depth = 2): boolean {
  if (typeof value !== 'object' || value === null) return !value || value === '0';
  return depth > 0 && Object.values(value).every((inner) => isEmpty(inner, depth - 1));
}

/** The rule that a key and its value fulfil. */
function ruleOf(key: string, value: unknown): string | undefined {
  const plain = plainKey(key);
  if (plain === 'model_type') return value === 'ads' ? plain : undefined;
  if (plain === 'note_attributes') return Array.isArray(value) && value.includes('goods') ? plain : undefined;
  return adKeys.test(plain) && !isEmpty(value) ? plain : undefined;
}

function idOf(value: object): string | undefined {
  const id = stringAt(value, 'noteId') ?? stringAt(value, 'note_id') ?? stringAt(value, 'id');
  return id !== undefined && noteForm.test(id) && !goodsForm.test(id) ? id : undefined;
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
      const rule = ruleOf(key, inner);
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

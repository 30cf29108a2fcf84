import { asArray, asText } from '../core/decode';
import type { Amount } from '../core/money';

/**
 * Where a page keeps a thing, written the same way for data and for elements; "|" parts places to try in turn.
 * Data: `payInfo.actualFee`, and `operations.*.text` for all entries as one text.
 * Elements: `.amount span` for the text, `.dealtime@title` for an attribute, `@id` for the element's own,
 * and nothing for its own text.
 */
export type Places = string;

function isElement(node: unknown): node is Element {
  return typeof (node as Partial<Element> | null)?.querySelectorAll === 'function';
}

function step(node: unknown, name: string): unknown[] {
  if (name === '*') return asArray(node);
  // Own fields only: a page's data must not answer with what every object has.
  return typeof node === 'object' && node !== null && Object.hasOwn(node, name) ? [(node as never)[name]] : [];
}

/** The value at one place; `undefined` as soon as a step is missing. */
export function valueAt(node: unknown, place: string): unknown {
  if (isElement(node)) {
    const [selector, attribute] = place.split('@');
    const element = selector ? node.querySelector(selector) : node;
    return asText(attribute ? element?.getAttribute(attribute) : element?.textContent);
  }
  const ends = place.split('.').reduce((nodes, name) => nodes.flatMap((one) => step(one, name)), [node]);
  return place.includes('*') ? asText(ends.join(' ')) : ends[0];
}

/** The first place whose value can be read. */
export function firstAt<T>(
  node: unknown,
  places: Places | undefined,
  read: (value: unknown) => T | undefined,
): T | undefined {
  for (const place of places?.split('|') ?? []) {
    const found = read(valueAt(node, place));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first place whose amount can be read; only where none can, that it cannot. */
export function amountAt(node: unknown, places: Places | undefined, read: (value: unknown) => Amount): Amount {
  const readable = (value: unknown) => {
    const amount = read(value);
    return amount === 'bad-amount' ? undefined : amount;
  };
  return firstAt(node, places, readable) ?? firstAt(node, places, read);
}

/** The elements or entries at one place. */
export function listAt(node: unknown, place: string): unknown[] {
  return isElement(node) ? [...node.querySelectorAll(place)] : asArray(valueAt(node, place));
}

/** Entries as one object, named by what each says of itself, without the colon behind it. */
export function namedAt(entries: unknown[], name: string, value: string): object {
  return Object.fromEntries(
    entries.map((entry) => [
      String(valueAt(entry, name))
        .replace(/[:：]\s*$/, '')
        .trim(),
      valueAt(entry, value),
    ]),
  );
}

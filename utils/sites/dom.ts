import type { Unread } from '../core/types';

/**
 * Reads of a foreign DOM. A form's inputs named `getAttribute`, `closest` and so on stand before the form's own members,
 * also in an isolated world (seen 2026-11, Chromium 156), so every read goes to the element's class instead. Nothing is
 * captured at import, so that modules load where there is no DOM. Some parsers keep members on the node alone.
 */
export function own<N extends Node, K extends keyof N>(node: N, key: K): N[K] {
  const members = Object.getPrototypeOf(node) as N;
  const value = Reflect.get(members, key, node);
  // Asked in this order, since all of a browser's have a value there and every read of a page comes by here.
  return value === undefined && !(key in members) ? node[key] : value;
}

export type Root = Document | Element;

export function isElement(target: EventTarget): target is Element {
  return own(target as Node, 'nodeType') === 1;
}

export function attribute(element: Element, name: string): string {
  return own(element, 'getAttribute').call(element, name) ?? '';
}

export function all(root: Root, selector: string): Element[] {
  return Array.from(own(root, 'querySelectorAll').call(root, selector));
}

export function first(root: Root, selector: string): Element | undefined {
  return own(root, 'querySelector').call(root, selector) ?? undefined;
}

/** The address of the first anchor that fits. */
export function hrefAt(root: Root, selector: string): string {
  const anchor = first(root, selector);
  return anchor ? attribute(anchor, 'href') : '';
}

export function closest(element: Element, selector: string): Element | undefined {
  return own(element, 'closest').call(element, selector) ?? undefined;
}

export function contains(root: Node, node: Node): boolean {
  return own(root, 'contains').call(root, node);
}

/** In the order of the page. */
export function isBefore(node: Node, other: Node): boolean {
  return (own(node, 'compareDocumentPosition').call(node, other) & 4) !== 0;
}

export function parentOf(element: Element): Element | undefined {
  return own(element, 'parentElement') ?? undefined;
}

export function isA(element: Element, selector: string): boolean {
  return own(element, 'matches').call(element, selector);
}

/** At or under `part`. */
export function matching(part: Root, selector: string): Element[] {
  const isOne = isElement(part) && isA(part, selector);
  return isOne ? [part, ...all(part, selector)] : all(part, selector);
}

export function childCount(element: Element): number {
  return own(element, 'childElementCount');
}

export function isLeaf(element: Element): boolean {
  return childCount(element) === 0;
}

/** Whether it holds words itself, not only by what is in it. */
export function hasOwnWords(element: Element): boolean {
  return Array.from(own(element, 'childNodes')).some(
    (node) => own(node, 'nodeType') === 3 && (own(node, 'nodeValue') ?? '').trim() !== '',
  );
}

/** White space of a page's layout is not the text's. */
export function textOf(element: Element | undefined): string {
  return element ? (own(element, 'textContent') ?? '').trim() : '';
}

/** The same without what is in some of its parts. */
export function textWithout(element: Element, parts: readonly Element[]): string {
  if (parts.length === 0) return textOf(element);
  const walker = own(element, 'ownerDocument').createTreeWalker(element, 4);
  let text = '';
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!parts.some((part) => contains(part, node))) text += own(node, 'nodeValue') ?? '';
  }
  return text.trim();
}

/** The text in lines, as `<br>` and line feeds part them: two words at the ends of two lines are not one. */
export function linesOf(element: Element): string[] {
  const walker = own(element, 'ownerDocument').createTreeWalker(element, 5);
  let text = '';
  while (walker.nextNode()) {
    const node = walker.currentNode;
    text += own(node, 'nodeName') === 'BR' ? '\n' : (own(node, 'nodeValue') ?? '');
  }
  return text.split('\n');
}

// NodeFilter is not there where nothing is rendered: elements and texts; what is rejected goes with all under it.
const [elementsAndTexts, take, pass] = [5, 1, 2];

/**
 * The parents of all texts under `root`, save those in what fits `closed`; of a text longer than `longest` none. Some
 * parsers' walkers pass over nothing, so each parent is asked too.
 */
export function parentsOfTexts(root: Element, closed: string, longest: number): Set<Element> {
  const walker = own(root, 'ownerDocument').createTreeWalker(root, elementsAndTexts, (node) =>
    isElement(node) && isA(node, closed) ? pass : take,
  );
  const isClosed = (part: Element) => {
    const around = closest(part, closed);
    return !!around && around !== root && contains(root, around);
  };
  const parents = new Set<Element>();
  while (walker.nextNode()) {
    const length = own(walker.currentNode, 'nodeValue')?.trim().length ?? 0;
    const parent = length > 0 && length <= longest ? own(walker.currentNode, 'parentElement') : null;
    if (parent && !isClosed(parent)) parents.add(parent);
  }
  return parents;
}

/** Makes the page lay itself out: for what is rare. */
export function boxOf(element: Element): DOMRect {
  return own(element, 'getBoundingClientRect').call(element);
}

/** One broken node never costs the next: it is counted and left out. */
export function readEach<T>(
  nodes: Element[],
  unread: Unread[],
  read: (node: Element, index: number) => T | undefined,
): T[] {
  return nodes.flatMap((node, index) => {
    try {
      return read(node, index) ?? [];
    } catch {
      unread.push({ where: own(node, 'localName'), reason: 'shape' });
      return [];
    }
  });
}

/** A reading leaves out what was not found: absent and empty are two answers. */
export function found<T extends object>(reading: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(reading).filter(([, value]) => value !== undefined)) as T;
}

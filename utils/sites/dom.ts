/**
 * Reads of a foreign DOM. A form's inputs named `getAttribute`, `closest` and so on stand before the form's own members,
 * also in an isolated world (seen 2026-11, Chromium 156), so every read goes to the element's class instead. Nothing is
 * captured at import, so that modules load where there is no DOM.
 */
function own<N extends Node, K extends keyof N>(node: N, key: K): N[K] {
  return Reflect.get(Object.getPrototypeOf(node), key, node);
}

export function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'nodeType' in value && own(value as Element, 'nodeType') === 1;
}

export function attribute(element: Element, name: string): string {
  return own(element, 'getAttribute').call(element, name) ?? '';
}

export function all(root: Document | Element, selector: string): Element[] {
  return Array.from(own(root, 'querySelectorAll').call(root, selector));
}

export function first(root: Document | Element, selector: string): Element | undefined {
  return own(root, 'querySelector').call(root, selector) ?? undefined;
}

export function closest(element: Element, selector: string): Element | undefined {
  return own(element, 'closest').call(element, selector) ?? undefined;
}

export function matches(element: Element, selector: string): boolean {
  return own(element, 'matches').call(element, selector);
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

/** White space of a page's layout is not the text's. */
export function textOf(node: Element | undefined): string {
  return node ? (own(node, 'textContent') ?? '').trim() : '';
}

export function textAt(root: Document | Element, selector: string): string {
  return textOf(first(root, selector));
}

/** One broken node never costs the next; `onBroken` counts it. */
export function readEach<N, T>(nodes: N[], read: (node: N, index: number) => T | undefined, onBroken: () => void): T[] {
  const found: T[] = [];
  nodes.forEach((node, index) => {
    try {
      const value = read(node, index);
      if (value !== undefined) found.push(value);
    } catch {
      onBroken();
    }
  });
  return found;
}

/** A reading leaves out what was not found: absent and empty are two answers. */
export function found<T extends object>(reading: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(reading).filter(([, value]) => value !== undefined)) as T;
}

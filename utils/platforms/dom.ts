import { asText } from '../core/decode';

/** The text of the first match. */
export function textAt(root: ParentNode | undefined, selector: string): string | undefined {
  return asText(root?.querySelector(selector)?.textContent);
}

/** The digits that follow `prefix` in one class name of the element. */
export function classDigits(element: Element | null | undefined, prefix: string): string | undefined {
  const names = element?.getAttribute('class')?.split(/\s+/) ?? [];
  return names.find((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))?.slice(prefix.length);
}

/** All inline scripts as one text: the isolated world sees what they say, not what they made. */
export function inlineScripts(document: Document): string {
  return [...document.querySelectorAll('script:not([src])')].map((script) => script.textContent).join('\n');
}

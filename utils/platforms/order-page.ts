import type { Purchase, Reading } from '../core/types';
import { endOf, noEnd, type PageEnd } from './cut';
import { answerJson } from './embedded-json';

/** One thing to read: a page, or an answer that a page loaded. */
export interface OrderPage {
  /** HTML, or the texts of the inline scripts; empty for an answer. */
  text: string;
  /** The JSON or JSONP answer. */
  answer: unknown;
  /** The page's DOM, parsed when first asked for; `undefined` for answers, and where no parser is. */
  document: () => Document | undefined;
  /** Whether the page's HTML was cut, and where. */
  end: PageEnd;
}

/** `undefined`: the page is of no form the platform has. */
export type OrderReader = (page: OrderPage) => Reading<Purchase> | undefined;

/** All inline scripts as one text: the isolated world sees what they say, not what they made. */
export function inlineScripts(document: Document): string {
  return [...document.querySelectorAll('script:not([src])')].map((script) => script.textContent).join('\n');
}

export function pageFromContent(content: string): OrderPage {
  if (!/^\s*</.test(content)) return { text: '', answer: answerJson(content), document: () => undefined, end: noEnd };
  // A page cut inside a text would show "￥13" of "￥136.38": what follows the last whole tag is left out.
  const whole = content.slice(0, content.lastIndexOf('>') + 1);
  const document = () =>
    typeof DOMParser === 'undefined' ? undefined : new DOMParser().parseFromString(whole, 'text/html');
  return { text: content, answer: undefined, document, end: endOf(content) };
}

export function pageFromDocument(document: Document): OrderPage {
  return { text: inlineScripts(document), answer: undefined, document: () => document, end: noEnd };
}

/** What an answer says of itself is an error: a session that expired, a slider to be moved. 0 and 200 are none. */
export function isErrorCode(code: unknown): boolean {
  return (typeof code === 'number' || typeof code === 'string') && !['', '0', '200'].includes(String(code).trim());
}

/** A list that was cut holds more than was read: that is told once. */
export function asCut(reading: Reading<Purchase>): Reading<Purchase> {
  return { ...reading, unread: [...reading.unread, { where: 'page end', reason: 'shape' }] };
}

/** The rows of a table that was cut, without the last where it was cut too. */
export function wholeRows(rows: unknown[], { isLastBodyWhole }: PageEnd): unknown[] {
  return isLastBodyWhole() ? rows : rows.slice(0, -1);
}

/** The whole answer or page is no data: that is never "no orders". */
export function noData(): Reading<Purchase> {
  return { found: [], unread: [{ where: 'answer', reason: 'no-data' }], skipped: 0 };
}

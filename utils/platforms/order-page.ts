import type { Purchase, Reading } from '../core/types';
import { inlineScripts } from './dom';
import { jsonAt } from './embedded-json';

/** One thing to read: a page, or an answer that a page loaded. */
export interface OrderPage {
  url: URL;
  /** HTML, or the texts of the inline scripts; empty for an answer. */
  text: string;
  /** The JSON or JSONP answer. */
  answer: unknown;
  /** The page's DOM, parsed when first asked for; `undefined` for answers, and where no parser is. */
  document: () => Document | undefined;
}

/** `undefined`: the content is not of this form. */
export type OrderForm = (page: OrderPage) => Reading<Purchase> | undefined;

export function pageFromContent(url: URL, content: string): OrderPage {
  const isMarkup = /^\s*</.test(content);
  if (!isMarkup) return { url, text: '', answer: jsonAt(content, 0), document: () => undefined };
  return {
    url,
    text: content,
    answer: undefined,
    document: () =>
      typeof DOMParser === 'undefined' ? undefined : new DOMParser().parseFromString(content, 'text/html'),
  };
}

export function pageFromDocument(url: URL, document: Document): OrderPage {
  return { url, text: inlineScripts(document), answer: undefined, document: () => document };
}

/** The reading of the first form that knows the page. */
export function readForms(page: OrderPage, forms: readonly OrderForm[]): Reading<Purchase> {
  for (const form of forms) {
    const reading = form(page);
    if (reading) return reading;
  }
  return { found: [], unread: [{ where: 'page', reason: 'unknown-form' }], skipped: 0 };
}

import { matchesPattern } from '../core/patterns';
import type { Purchase, Reading, Unread } from '../core/types';
import type { OrderPage, OrderReader } from './order-page';
import { pageFromContent, pageFromDocument } from './order-page';
import type { Platform } from './platform';

const platforms = import.meta.glob<Platform>('./*/index.ts', { eager: true, import: 'platform' });
const readers = import.meta.glob<OrderReader>('./*/index.ts', { eager: true, import: 'readOrders' });
const answers = import.meta.glob<RegExp>('./*/index.ts', { eager: true, import: 'orderAnswers' });

function nothing(reason: Unread['reason']): Reading<Purchase> {
  return { found: [], unread: [{ where: 'page', reason }], skipped: 0 };
}

function isOn(folder: string, url: string): boolean {
  return platforms[folder]?.hosts.some((pattern) => matchesPattern(pattern, url)) ?? false;
}

function read(address: string, open: () => OrderPage): Reading<Purchase> {
  // Saved pages of 2014 are http; match patterns are https alone.
  const url = address.replace(/^http:/, 'https:');
  const reader = Object.entries(readers).find(([folder]) => isOn(folder, url))?.[1];
  try {
    return reader?.(open()) ?? nothing('unknown-form');
  } catch {
    return nothing('shape'); // no page may break the script that reads it; the count tells that one tried
  }
}

/** The orders in a page's HTML, or in the JSON or JSONP that a page loaded; `url` is the page's or the answer's. */
export function readOrders(url: string, content: string): Reading<Purchase> {
  return read(url, () => pageFromContent(content));
}

/** The same for the page on screen, without writing it out and parsing it again. */
export function readOrdersFrom(url: string, document: Document): Reading<Purchase> {
  return read(url, () => pageFromDocument(document));
}

/** Whether an order page loads orders, or parts of them, from this address. */
export function isOrderAnswer(address: string): boolean {
  return Object.values(answers).some((pattern) => pattern.test(address));
}

/**
 * The orders in an answer that the page at `page` has loaded; `undefined` for what is no answer of that shop: a page of
 * one shop tells nothing of another's orders.
 */
export function readOrderAnswer(page: string, address: string, text: string): Reading<Purchase> | undefined {
  const folder = Object.keys(readers).find((each) => isOn(each, page));
  if (folder === undefined || !answers[folder]?.test(address)) return undefined;
  const isOfHouse = Object.keys(readers).some((each) => isOn(each, address) && answers[each]?.test(address));
  return isOfHouse ? readOrders(address, text) : undefined;
}

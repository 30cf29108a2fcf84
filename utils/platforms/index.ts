import type { Purchase, Reading, Unread } from '../core/types';
import { matchesPattern } from '../core/patterns';
import { modules } from './modules';
import type { OrderPage } from './order-page';
import { pageFromContent, pageFromDocument } from './order-page';

export { readItemPage } from './item-page';
export { readShopSignals } from './shop-signals';

function nothing(reason: Unread['reason']): Reading<Purchase> {
  return { found: [], unread: [{ where: 'page', reason }], skipped: 0 };
}

function moduleOf(host: string) {
  const ends = (pattern: string) => `.${host}/*`.endsWith(pattern.slice('https://*'.length));
  return modules.find(({ platform }) => platform.hosts.some(ends));
}

function read(address: string, open: (url: URL) => OrderPage): Reading<Purchase> {
  if (!URL.canParse(address)) return nothing('unknown-form');
  const url = new URL(address);
  try {
    return moduleOf(url.hostname)?.readOrders(open(url)) ?? nothing('unknown-form');
  } catch {
    return nothing('shape'); // no page may break the script that reads it; the count tells that one tried
  }
}

/** The orders in a page's HTML, or in the JSON or JSONP that a page loaded; `url` is the page's or the answer's. */
export function readOrders(url: string, content: string): Reading<Purchase> {
  return read(url, (parsed) => pageFromContent(parsed, content));
}

/** The same for the page on screen, without writing it out and parsing it again. */
export function readOrdersFrom(url: string, document: Document): Reading<Purchase> {
  return read(url, (parsed) => pageFromDocument(parsed, document));
}

/** Whether an order page loads orders, or parts of them, from this address. */
export function isOrderAnswer(address: string): boolean {
  const url = address.toLowerCase();
  return modules.some(({ orderAnswers }) => orderAnswers.some((part) => url.includes(part)));
}

/** Whether the person's own orders are listed or shown at this address. */
export function isOrderPage(address: string): boolean {
  return modules.some(({ platform }) => platform.orderPages.some((pattern) => matchesPattern(pattern, address)));
}

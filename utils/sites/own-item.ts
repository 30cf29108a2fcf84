import type { ItemPage } from '../core/events';
import { resolveLink } from '../links';
import { attribute, first, textOf } from './dom';

const longestTitle = 200;

/** What a page calls itself, each by where it says so; empty where it does not. */
export interface OwnTitles {
  meta: string;
  heading: string;
}

export function readOwnTitles(document: Document): OwnTitles {
  const meta = first(document, 'meta[property="og:title"]');
  return { meta: meta ? attribute(meta, 'content').trim() : '', heading: textOf(first(document, 'h1')) };
}

/**
 * The item of a goods page of the note site itself. The address alone says which; no public source shows how the page
 * is built (2026-11), so the title is the page's own heading, if there is one.
 * @param former what stood when the address changed to this page: it is the title of the page before, as long as it stands
 */
export function readItemAt(address: string, document: Document, former?: OwnTitles): ItemPage | undefined {
  const link = resolveLink(address);
  if (link?.itemKey === undefined) return undefined;
  const { meta, heading } = readOwnTitles(document);
  const title = (meta !== former?.meta && meta) || (heading !== former?.heading && heading) || '';
  return {
    platform: link.platform,
    itemKey: link.itemKey,
    ...(link.canonical !== undefined && { itemUrl: link.canonical }),
    ...(title !== '' && { title: title.slice(0, longestTitle) }),
  };
}

/** The same of a living page; its query holds tokens. */
export function readOwnItem({ location, document }: Window, former?: OwnTitles): ItemPage | undefined {
  return readItemAt(location.origin + location.pathname, document, former);
}

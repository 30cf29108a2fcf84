import type { ItemPage } from '../core/events';
import { resolveLink } from '../links';
import { attribute, first, textOf } from './dom';

const longestTitle = 200;

/**
 * The item of a goods page of the note site itself. The address alone says which; no public source shows how the page
 * is built (2026-11), so the title is the page's own heading, if there is one.
 */
export function readItemAt(address: string, document: Document): ItemPage | undefined {
  const link = resolveLink(address);
  if (link?.itemKey === undefined) return undefined;
  const meta = first(document, 'meta[property="og:title"]');
  const heading = first(document, 'h1');
  const title = ((meta && attribute(meta, 'content')) || (heading && textOf(heading)) || '').trim();
  return {
    platform: link.platform,
    itemKey: link.itemKey,
    ...(link.canonical !== undefined && { itemUrl: link.canonical }),
    ...(title !== '' && { title: title.slice(0, longestTitle) }),
  };
}

/** The same of a living page; its query holds tokens. */
export function readOwnItem({ location, document }: Window): ItemPage | undefined {
  return readItemAt(location.origin + location.pathname, document);
}

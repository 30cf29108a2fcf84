import type { ResolvedLink } from '../../core/types';
import { resolveLink } from '../../links';
import { attribute } from '../dom';
import { linkAttributes } from './rules';

/** The site's own addresses that sell; all other paths are notes, people, searches: 4 of 4 anchors of a feed card. */
const sellingPath = /^\/(?:goods|shop|vendor)[-/]/;

/** One address as it stands in an attribute. Own paths mean the same on both hosts of the site. */
export function resolveHref(href: string): ResolvedLink | undefined {
  const address = href.trim();
  if (address.startsWith('/') && !address.startsWith('//')) {
    return sellingPath.test(address) ? resolveLink(`https://www.xiaohongshu.com${address}`) : undefined;
  }
  return address.includes('//')
    ? resolveLink(address.replace(/^(?:https?:)?\/\/www\.rednote\.com\//i, 'https://www.xiaohongshu.com/'))
    : undefined;
}

/** `location.href='https://…'`, `jumpToApp({deeplink:"xhsdiscover://…"})` */
function quotedIn(script: string): string[] {
  return Array.from(script.slice(0, 4096).matchAll(/(['"])(.*?)\1/g), ([, , quoted = '']) => quoted);
}

/** What an element leads to: of several addresses on it (a deep link and its web fallback) the one that names an item. */
export function resolveElement(element: Element): ResolvedLink | undefined {
  const links = linkAttributes
    .flatMap((name) => (name === 'onclick' ? quotedIn(attribute(element, name)) : attribute(element, name)))
    .map(resolveHref)
    .filter((link) => link !== undefined);
  return links.find((link) => link.itemKey !== undefined) ?? links[0];
}

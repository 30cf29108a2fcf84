import type { ResolvedLink } from '../../core/types';
import { resolveLink } from '../../links';
import { attribute } from '../dom';
import { linkAttributes } from './rules';

const site = 'https://www.xiaohongshu.com/';

/** One address as it stands in an attribute. Own paths mean the same on both hosts of the site. */
function resolveAddress(address: string): ResolvedLink | undefined {
  // All other own paths are notes, people, searches: 4 of 4 anchors of a feed card.
  if (/^\s*\/(?!\/|goods|shop\/|vendor\/)/.test(address)) return undefined;
  const link = address.trim().replace(/^(?:(?:https?:)?\/\/www\.rednote\.com)?\/(?!\/)/i, site);
  return link.includes('//') ? resolveLink(link) : undefined;
}

/** `location.href='https://…'`, `jumpToApp({deeplink:"xhsdiscover://…"})` */
function addressesIn(value: string): string[] {
  // No shop's address is that long: what a page hangs up here would be paid for at every step behind.
  if (value.length > 4096) return [];
  return [value, ...Array.from(value.matchAll(/(['"])(.*?)\1/g), ([, , quoted = '']) => quoted)];
}

/** What an element leads to: of several addresses on it (a deep link and its web fallback) the one that names an item. */
export function resolveElement(element: Element): ResolvedLink | undefined {
  const links = linkAttributes
    .flatMap((name) => addressesIn(attribute(element, name)))
    .map(resolveAddress)
    .filter((link) => link !== undefined);
  return links.find((link) => link.itemKey) ?? links[0];
}

import { matchesPattern } from '@/utils/core/patterns';
import type { PageView } from '@/utils/core/rows';
import type { SeenLink } from '@/utils/messages/protocol';
import { sites, type Site } from '@/utils/sites/list';

export function siteAt(url: string | undefined): Site | undefined {
  return sites.find(({ hosts }) => hosts.some((pattern) => url !== undefined && matchesPattern(pattern, url)));
}

/** What the page in front says of an item that the ledger does not hold; undefined where the ledger knows it, or no note shows it. */
export function seenLink(view: PageView, address: string | undefined, key: string): SeenLink | undefined {
  const site = siteAt(address);
  if (!site || address === undefined || view.state !== 'read') return undefined;
  const { page, items } = view;
  const link = page.links.find((reading) => reading.link.key === key);
  if (!link || !page.note || Object.hasOwn(items, key)) return undefined;
  const { origin, pathname } = new URL(address); // the query holds tokens
  return { site: site.id, url: origin + pathname, note: page.note, link };
}

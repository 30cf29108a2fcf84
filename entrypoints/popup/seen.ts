import { matchesPattern } from '@/utils/core/patterns';
import type { PageView } from '@/utils/core/rows';
import { type SeenOn, seenOn } from '@/utils/core/seen-on';
import { sites, type Site } from '@/utils/sites/list';

export function siteAt(url: string | undefined): Site | undefined {
  return sites.find(({ hosts }) => hosts.some((pattern) => url !== undefined && matchesPattern(pattern, url)));
}

/** What the page in front says of an item that the ledger does not hold; undefined where the ledger knows it, or no note shows it. */
export function seenLink(view: PageView, address: string | undefined, key: string): SeenOn | undefined {
  const site = siteAt(address);
  if (!site || address === undefined || view.state !== 'read') return undefined;
  return Object.hasOwn(view.items, key) ? undefined : seenOn(view.page, key, { site: site.id, address });
}

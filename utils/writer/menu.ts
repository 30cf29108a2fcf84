import { itemKeyOf } from '../ledger/projections/items';
import type { ResolvedLink } from '../core/types';

const menuIds = { link: 'save-link', item: 'save-item' } as const;

interface SaveLinkMenu {
  title: string;
  /** Match patterns of the pages whose links may be saved. */
  pages: readonly string[];
  /** All that can be sold by; note sites' own hosts are left out, since nearly all links there are notes. */
  platforms: readonly { id: string; hosts: readonly string[] }[];
  sites: readonly { id: string }[];
}

/** The entry for a right click on a shop link of a note, as `contextMenus.create` takes it. */
export function saveLinkMenu({ title, pages, platforms, sites }: SaveLinkMenu) {
  const shops = platforms.filter(({ id }) => !sites.some((site) => site.id === id));
  return {
    id: menuIds.link,
    title,
    contexts: ['link' as const],
    documentUrlPatterns: [...pages],
    targetUrlPatterns: shops.flatMap(({ hosts }) => hosts.flatMap((host) => [`*://${host}/*`, `*://*.${host}/*`])),
  };
}

/** The entry for a right click anywhere on the page of an item in a shop. */
export function saveItemMenu({ title, pages }: Pick<SaveLinkMenu, 'title' | 'pages'>) {
  return { id: menuIds.item, title, contexts: ['page' as const], documentUrlPatterns: [...pages] };
}

/** What is known of an item by its own page: a tab's title may hold a price or a count, so the page tells the title later. */
export function wantOfPage(link: ResolvedLink | undefined) {
  const wish = wantOfLink(link);
  if (!link?.itemKey || !wish) return undefined;
  const { platform, canonical } = link;
  return { ...wish, item: { platform, ...(canonical !== undefined && { url: canonical }) } };
}

/** What a click on the entry asks of the ledger; undefined where the address is no item. */
export function wantOfLink(link: ResolvedLink | undefined) {
  const key = link && itemKeyOf(link);
  return key === undefined ? undefined : ({ type: 'want', key, wanted: true } as const);
}

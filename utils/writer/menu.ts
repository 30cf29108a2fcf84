import { itemKeyOf } from '../ledger/projections/items';
import type { ResolvedLink } from '../core/types';

const saveLinkId = 'save-link';

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
    id: saveLinkId,
    title,
    contexts: ['link' as const],
    documentUrlPatterns: [...pages],
    targetUrlPatterns: shops.flatMap(({ hosts }) => hosts.flatMap((host) => [`*://${host}/*`, `*://*.${host}/*`])),
  };
}

/** What a click on the entry asks of the ledger; undefined where the address is no item. */
export function wantOfLink(link: ResolvedLink | undefined) {
  const key = link && itemKeyOf(link);
  return key === undefined ? undefined : ({ type: 'want', key, wanted: true } as const);
}

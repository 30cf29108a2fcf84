import type { ItemRow, PageView } from '@/utils/core/rows';
import {
  type CommentReading,
  type LinkReading,
  type PageReading,
  type ResolvedLink,
  type Surface,
  surfaces,
} from '@/utils/core/types';

/** One target on one surface of the page, however often it stands there. */
export interface PageLink {
  item: ItemRow;
  /** As it stands on the page. */
  link: ResolvedLink;
  times: number;
  /** It leads to an item, not to a shop or to nobody knows what: it can be saved, bought, dropped. */
  keepable: boolean;
  /** Who posted it; only links inside comments have a poster of their own. */
  role?: CommentReading['authorRole'];
}

type ReadView = Extract<PageView, { state: 'read' }>;

/** The links of a page by surface, in the order of the surfaces, each target once per surface. */
export function linksBySurface(view: ReadView): [Surface, PageLink[]][] {
  const found = surfaces.map((surface): [Surface, PageLink[]] => [surface, linksOn(surface, view)]);
  return found.filter(([, links]) => links.length > 0);
}

function linksOn(surface: Surface, { page, items, keepable }: ReadView): PageLink[] {
  const links = new Map<string, PageLink>();
  for (const reading of page.links) {
    if (reading.surface !== surface) continue;
    const { key } = reading.link;
    const item = items[key] ?? seenOnly(reading);
    const known = links.get(item.key);
    if (known) known.times += 1;
    else
      links.set(item.key, {
        item,
        link: reading.link,
        times: 1,
        keepable: keepable.includes(key),
        ...posterOf(reading, page),
      });
  }
  return [...links.values()];
}

function posterOf({ commentId }: LinkReading, page: PageReading): Pick<PageLink, 'role'> {
  if (commentId === undefined) return {};
  return { role: page.comments.find(({ id }) => id === commentId)?.authorRole ?? 'unknown' };
}

/** A link the ledger has no row for yet: recording is off, or its row is still on its way. */
function seenOnly({ link, title, surface }: LinkReading): ItemRow {
  const { key, platform, kind, canonical } = link;
  const named = { ...(title && { title }), ...(canonical && { url: canonical }) };
  return { key, platform, kind, ...named, surfaces: [surface], journey: [], savedBy: [], state: 'seen' };
}

import type { LinkReading } from '../../core/types';
import { unitLinksAtMost, type Unit, type UnitLink } from '../../core/units';
import { found } from '../dom';
import { mergeLinks } from './texts';

/** What a row of a unit keeps of the links on it: no words of the page, and nothing of who gets paid. */
export function toUnitLinks(links: readonly LinkReading[]): UnitLink[] {
  return links.slice(0, unitLinksAtMost).map(({ surface, link, layer, rule, verified }) => {
    const { platform, kind, key, itemKey, shopId } = link;
    return { surface, link: found<UnitLink['link']>({ platform, kind, key, itemKey, shopId }), layer, rule, verified };
  });
}

/** The places of links, each once, and the evidence of each link; nothing where there are none. */
export function carriedBy(links: LinkReading[]): Pick<Unit, 'surfaces' | 'links'> {
  const merged = mergeLinks(links);
  return merged[0] ? { surfaces: [...new Set(merged.map(({ surface }) => surface))], links: toUnitLinks(merged) } : {};
}

import type { LinkReading } from '../../core/types';
import { unitLinksAtMost, type UnitLink } from '../../core/units';
import { found } from '../dom';

/** What a row of a unit keeps of the links on it: no words of the page, and nothing of who gets paid. */
export function toUnitLinks(links: readonly LinkReading[]): UnitLink[] {
  return links.slice(0, unitLinksAtMost).map(({ surface, link, layer, rule, verified }) => {
    const { platform, key, itemKey, shopId } = link;
    return { surface, link: found<UnitLink['link']>({ platform, key, itemKey, shopId }), layer, rule, verified };
  });
}

import type { LinkReading, Surface } from '../../core/types';
import { unitLinksAtMost, type Unit, type UnitLink } from '../../core/units';
import { found } from '../dom';
import { readLinks } from './links';
import { mergeLinks } from './texts';

/** What a row of a unit keeps of the links on it: no words of the page, and nothing of who gets paid. */
export function toUnitLinks(links: readonly LinkReading[]): UnitLink[] {
  return links.slice(0, unitLinksAtMost).map(({ surface, link, layer, rule, verified }) => {
    const { platform, key, itemKey, shopId } = link;
    return { surface, link: found<UnitLink['link']>({ platform, key, itemKey, shopId }), layer, rule, verified };
  });
}

/** The places of links, each once; undefined where there are none. */
export function surfacesOf(links: LinkReading[]): Surface[] | undefined {
  const surfaces = mergeLinks(links).map(({ surface }) => surface);
  return surfaces.length > 0 ? [...new Set(surfaces)] : undefined;
}

/** The places of an element's links, and the evidence of each. */
export function carriedBy(element: Element): Pick<Unit, 'surfaces' | 'links'> {
  const links = readLinks(element, []);
  const surfaces = surfacesOf(links);
  return surfaces ? { surfaces, links: toUnitLinks(mergeLinks(links)) } : {};
}

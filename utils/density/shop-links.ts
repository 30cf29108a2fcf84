import type { Surface } from '../core/types';
import { unitLinksAtMost, type ExposureEvent, type UnitLink } from '../core/units';

/**
 * Short links of the note site lead to notes as often as to goods, and a deep link without a target nowhere: neither is
 * a shop link before a landing shows goods (landed-links.ts names them from then on).
 */
export function isCandidate({ link }: Pick<UnitLink, 'link'>): boolean {
  if (link.itemKey !== undefined || link.shopId !== undefined) return false;
  return link.kind === 'deeplink' || (link.kind === 'short' && link.platform === 'xiaohongshu');
}

/**
 * The places of a unit that carry a shop link. One where all links are candidates carries none; one whose links are not
 * named may, as on rows of earlier versions and where a row is full.
 */
export function shopSurfaces({ surfaces = [], links }: Pick<ExposureEvent['unit'], 'surfaces' | 'links'>): Surface[] {
  if (!links || links.length >= unitLinksAtMost) return surfaces;
  return surfaces.filter((surface) => {
    const own = links.filter((each) => each.surface === surface);
    return own.length === 0 || !own.every(isCandidate);
  });
}

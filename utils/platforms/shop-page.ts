import type { ShopReading } from '../core/types';
import { resolveLink } from '../links';
import { pageTitle } from './item-page';

/** The shop whose front page this is: which one by the address alone, its name by the page's title. */
export function readShopPage(address: string, document: Document): ShopReading | undefined {
  const link = resolveLink(address);
  if (link?.kind !== 'shop' || link.shopId === undefined) return undefined;
  const { platform, shopId, key: url } = link;
  const name = pageTitle(document, platform);
  return { platform, shopId, url, ...(name !== undefined && { name }) };
}

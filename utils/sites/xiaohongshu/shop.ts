import type { ShopReading } from '../../core/types';
import { resolveLink } from '../../links';
import { first, found, textOf } from '../dom';
import { shopName } from './rules';

const longestName = 100;

/** The site's own shop page. Its address says which; of its make-up two class names are known. */
export function readShop(url: string, document: Document): ShopReading | undefined {
  const { platform, shopId, canonical } = resolveLink(url) ?? {};
  if (platform === undefined || shopId === undefined) return undefined;
  const name = textOf(first(document, shopName) ?? first(document, 'h1')).slice(0, longestName);
  return found<ShopReading>({ platform, shopId, url: canonical, name: name || undefined });
}

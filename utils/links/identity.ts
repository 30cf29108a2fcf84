import type { PlatformId } from '../core/types';

/** What a platform file says of itself; everything that only needs names imports this and none of the link rules. */
export interface PlatformIdentity {
  id: PlatformId;
  names: { 'zh-CN': string; 'zh-TW': string; en: string };
  /** Hosts that are the platform's own, matched exactly or as a dot-suffix. */
  hosts: readonly string[];
  /** Prefix of item keys; Taobao and Tmall share `ali`. */
  space: string;
}

/** A function, and called as pure, so that bundles with link rules alone carry no names. */
export function nameShop(shop: Omit<PlatformIdentity, 'names'>, names: PlatformIdentity['names']): PlatformIdentity {
  return { ...shop, names };
}

import type { PlatformId } from '../core/types';

/** An address that says what was done in the shop. None that says "paid" is known yet. */
export interface SignalRule {
  signal: 'cart-added' | 'favourited' | 'followed' | 'order-placed' | 'paid' | 'shop-visited';
  platform: PlatformId;
  /** Tested on host and path, in lower case. */
  at: RegExp;
  /** Parameters that hold the ids, in the query or in the JSON of its `data`. */
  item?: string;
  shop?: string;
  order?: string;
  /** An item's address with ID in its place: its key comes from the link rules. */
  itemUrl?: string;
}

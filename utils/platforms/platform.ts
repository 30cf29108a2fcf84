import type { PlatformId, Purchase, Reading } from '../core/types';
import type { ItemFacts, ItemPage } from './item-facts';
import type { OrderPage } from './order-page';

/** What a platform that can be connected says of itself; its names stand in utils/links. */
export interface Platform {
  id: PlatformId;
  /** Match patterns the person is asked for when connecting it. Never one inside another: Chromium would report extra grants. */
  hosts: readonly `https://*.${string}/*`[];
  /** Match patterns of the pages that list or show orders; each lies inside one of `hosts`. */
  orderPages: readonly string[];
  /** Match patterns of the pages that show one item. */
  itemPages: readonly string[];
}

export type SignalName = 'cart-added' | 'favourited' | 'followed' | 'order-placed' | 'paid' | 'shop-visited';

/** An address that says what was done in the shop. */
export interface SignalRule {
  signal: SignalName;
  /** Tested on host and path, in lower case. */
  at: RegExp;
  /** Parameters that hold the ids, in the query or in the JSON of its `data`. */
  item?: string;
  shop?: string;
  order?: string;
  /** An item's address with ID in its place: its key comes from the link rules. */
  itemUrl?: string;
}

/** What utils/platforms/<id>/index.ts exports. */
export interface PlatformModule {
  platform: Platform;
  /** Parts of the addresses, in lower case, from which an order page loads what it shows. */
  orderAnswers: readonly string[];
  readOrders: (page: OrderPage) => Reading<Purchase>;
  readItem: (page: ItemPage) => ItemFacts;
  signals: readonly SignalRule[];
}

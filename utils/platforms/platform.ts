import type { PlatformId } from '../core/types';

/** What a platform that can be connected says of itself; its names stand in utils/links. */
export interface Platform {
  id: PlatformId;
  /** Match patterns the person is asked for when connecting it. Never one inside another: Chromium would report extra grants. */
  hosts: readonly string[];
  /** Match patterns of the pages that list or show orders; each lies inside one of `hosts`. */
  orderPages: readonly string[];
  /** Match patterns of the pages that show one item. */
  itemPages: readonly string[];
  /** Match patterns of the pages that show a shop, or whose address says what was done in it. */
  shopPages: readonly string[];
}

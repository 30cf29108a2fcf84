import type { ClickEvent, LandingEvent, ShopEvent } from './events';
import { findClick, findShopClick, withShop, type OpenClick } from './landings';

/** As many as the ledger itself lets wait. */
const mostClicks = 50;

/** How a click waits; without a tab nothing can be joined to it. */
export function openClickOf({ id, at, tab, link, space }: ClickEvent): OpenClick | undefined {
  if (tab === undefined) return undefined;
  const { itemKey, shopId } = link;
  const target = itemKey === undefined ? shopId !== undefined && { shop: true as const } : { itemKey };
  return { id, at, tab, platform: link.platform, space: space ?? link.platform, linkKey: link.key, ...target };
}

/** The clicks that wait for shop pages while what happened is told by time. */
export class WaitingClicks<C extends OpenClick> {
  #clicks: C[] = [];

  add(click: C): void {
    this.#clicks = [...this.#clicks, click].slice(-mostClicks);
  }

  /** @returns the click that led to this page: it waits no longer */
  takeFor(event: LandingEvent): C | undefined {
    const click = findClick(this.#clicks, event);
    this.#clicks = this.#clicks.filter((each) => each !== click);
    return click;
  }

  /** @returns the click that led to this shop: it goes on waiting, since a page tells its name late */
  findFor(event: ShopEvent): C | undefined {
    const click = findShopClick(this.#clicks, event);
    this.#clicks = withShop(this.#clicks, event);
    return click;
  }
}

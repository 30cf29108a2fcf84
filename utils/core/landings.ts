import type { LandingEvent, ShopEvent } from './events';
import type { PlatformId } from './types';

/** A landing later than this belongs to something else; a slow login page in between still fits. */
export const landingWindowMs = 5 * 60_000;

/** A click that still waits for the shop page it opened. */
export interface OpenClick {
  id: string;
  at: number;
  tab: number;
  platform: PlatformId;
  linkKey: string;
  itemKey?: string;
  /** It leads to a shop, and waits for no item. */
  shop?: true;
  /** The link's item space: a union link of one house may land on its other shop. */
  space: string;
}

/**
 * The click that opened this page: same tab or opener tab, in time, the newest first. Referrers are not asked: shops and
 * note sites suppress them.
 */
export function findClick<C extends OpenClick>(clicks: readonly C[], event: LandingEvent): C | undefined {
  const space = event.itemKey.slice(0, event.itemKey.indexOf(':'));
  const isMeant = ({ itemKey, shop, ...click }: OpenClick) =>
    itemKey === undefined ? !shop && click.space === space : itemKey === event.itemKey;
  return clicks.findLast((click) => canLeadTo(click, event) && isMeant(click));
}

function canLeadTo({ tab, at }: OpenClick, event: LandingEvent | ShopEvent): boolean {
  return (tab === event.tab || tab === event.opener) && at <= event.at && event.at - at <= landingWindowMs;
}

/**
 * The same of a shop, by its own link or by an opaque one of the same house. Its click goes on waiting, for this shop
 * alone: a page tells its name late.
 */
export function findShopClick<C extends OpenClick>(clicks: readonly C[], event: ShopEvent): C | undefined {
  const space = event.space ?? event.platform;
  const isMeant = ({ shop, itemKey, linkKey, ...click }: OpenClick) =>
    shop ? linkKey === event.key : itemKey === undefined && click.space === space;
  return clicks.findLast((click) => canLeadTo(click, event) && isMeant(click));
}

/** Clicks once a shop has opened: an opaque link that led to it leads to no item that is opened from there. */
export function withShop<C extends OpenClick>(clicks: readonly C[], event: ShopEvent): C[] {
  const click = findShopClick(clicks, event);
  return clicks.map((each) => (each === click ? { ...each, shop: true, linkKey: event.key } : each));
}

import { asId, at, withoutAbsent } from '../core/decode';
import type { PlatformId } from '../core/types';
import { resolveLink } from '../links';
import { parseJson } from './embedded-json';
import { modules } from './modules';
import type { SignalName, SignalRule } from './platform';

/** What an address says was done in the shop. No address that says "paid" is known yet. */
export interface ShopSignal {
  signal: SignalName;
  platform: PlatformId;
  itemId?: string;
  itemKey?: string;
  shopId?: string;
  /** A secret, as on a purchase. */
  orderId?: string;
}

function readRule(platform: PlatformId, rule: SignalRule, url: URL): ShopSignal {
  const sent = parseJson(url.searchParams.get('data') ?? '');
  const id = (name = '') => asId(url.searchParams.get(name) ?? at(sent, name));
  const itemId = id(rule.item);
  const itemUrl = itemId && rule.itemUrl?.replace('ID', itemId);
  return withoutAbsent<ShopSignal>({
    signal: rule.signal,
    platform,
    itemId,
    itemKey: itemUrl ? resolveLink(itemUrl)?.itemKey : undefined,
    shopId: id(rule.shop),
    orderId: id(rule.order),
  });
}

function readShopVisit(address: string): ShopSignal[] {
  const link = resolveLink(address);
  if (link?.kind !== 'shop') return [];
  return [
    withoutAbsent<ShopSignal>({
      signal: 'shop-visited',
      platform: link.platform,
      shopId: link.shopId,
    }),
  ];
}

/** What the address of a page, or of a request the page made, says. What was asked for is not yet done: see the answer. */
export function readShopSignals(address: string): ShopSignal[] {
  if (!URL.canParse(address)) return [];
  const url = new URL(address);
  const place = (url.hostname + url.pathname).toLowerCase();
  const signals = modules.flatMap(({ platform, signals: rules }) =>
    rules.filter((rule) => rule.at.test(place)).map((rule) => readRule(platform.id, rule, url)),
  );
  return [...signals, ...readShopVisit(address)];
}

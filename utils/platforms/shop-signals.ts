import { asId, withoutAbsent } from '../core/decode';
import type { PlatformId } from '../core/types';
import { resolveLink } from '../links';
import { parseJson } from './embedded-json';
import { valueAt } from './places';
import type { SignalRule } from './signal-rule';

/** What an address says was done in the shop. */
export interface ShopSignal {
  signal: SignalRule['signal'];
  platform: PlatformId;
  itemId?: string;
  itemKey?: string;
  shopId?: string;
  /** A secret, as on a purchase. */
  orderId?: string;
}

const rules = Object.values(
  import.meta.glob<readonly SignalRule[]>('./*/index.ts', { eager: true, import: 'signals' }),
).flat();

function readRule(rule: SignalRule, url: URL): ShopSignal {
  const sent = parseJson(url.searchParams.get('data') ?? '');
  const id = (name: string | undefined) =>
    name === undefined ? undefined : asId(url.searchParams.get(name) ?? valueAt(sent, name));
  const itemId = id(rule.item);
  return withoutAbsent<ShopSignal>({
    signal: rule.signal,
    platform: rule.platform,
    itemId,
    itemKey: itemId && resolveLink(`${rule.itemUrl}`.replace('ID', itemId))?.itemKey,
    shopId: id(rule.shop),
    orderId: id(rule.order),
  });
}

/** What the address of a page, or of a request the page made, says. What was asked for is not yet done: see the answer. */
export function readShopSignals(address: string): ShopSignal[] {
  if (!URL.canParse(address)) return [];
  const url = new URL(address);
  const place = (url.hostname + url.pathname).toLowerCase();
  const signals = rules.filter((rule) => rule.at.test(place)).map((rule) => readRule(rule, url));
  const link = resolveLink(address);
  if (link?.kind !== 'shop') return signals;
  const { platform, shopId } = link;
  return [...signals, { signal: 'shop-visited', platform, ...(shopId !== undefined && { shopId }) }];
}

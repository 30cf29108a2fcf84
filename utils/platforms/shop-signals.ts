import { withoutAbsent } from '../core/decode';
import type { SignalName } from '../core/events';
import type { PlatformId } from '../core/types';
import { resolveLink } from '../links';
import { rulesAt, type SignalRule } from './signal-rule';

/** What an address says was done with an item or a shop. Orders are told apart, without the link rules: order-signals.ts. */
export interface ShopSignal {
  signal: SignalName;
  platform: PlatformId;
  itemId?: string;
  itemKey?: string;
  shopId?: string;
}

/** What the address of a page, or of a request the page made, says. What was asked for is not yet done: see the answer. */
export function readShopSignals(address: string, by: SignalRule['by']): ShopSignal[] {
  return rulesAt(address, by).flatMap(({ rule, idAt }) => {
    if (rule.order !== undefined) return [];
    const itemId = idAt(rule.item);
    return [
      withoutAbsent<ShopSignal>({
        signal: rule.signal,
        platform: rule.platform,
        itemId,
        itemKey: itemId && resolveLink(`${rule.itemUrl}`.replace('ID', itemId))?.itemKey,
        shopId: idAt(rule.shop),
      }),
    ];
  });
}

import type { OrderSignal } from '../core/events';
import { rulesAt } from './signal-rule';

/** What the address of a page says of an order. */
export function readOrderSignals(address: string): OrderSignal[] {
  return rulesAt(address, 'page').flatMap(({ rule, idAt }) => {
    const orderId = idAt(rule.order);
    return orderId === undefined ? [] : [{ signal: rule.signal, platform: rule.platform, orderId }];
  });
}

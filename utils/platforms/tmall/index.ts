import type { OrderReader } from '../order-page';
import type { Platform } from '../platform';
import type { SignalRule } from '../signal-rule';
import { readTrades } from '../taobao/orders';

export { readItem } from '../taobao/item';

export const platform = {
  id: 'tmall',
  hosts: ['https://*.tmall.com/*', 'https://*.tmall.hk/*'],
  // 2025-11: the list of Tmall orders is Taobao's; only the detail of a trade is on a host of its own
  orderPages: ['https://trade.tmall.com/detail/orderDetail.htm*'],
  itemPages: [
    'https://detail.tmall.com/item.htm*',
    'https://chaoshi.detail.tmall.com/item.htm*',
    'https://detail.m.tmall.com/item.htm*',
    'https://detail.tmall.hk/*',
  ],
  shopPages: ['https://*.tmall.com/', 'https://*.tmall.com/?*', 'https://*.tmall.com/shop/*'],
} as const satisfies Platform;

/** Its pages carry their data; what they ask for is Taobao's. */
export const orderAnswers = /queryboughtlist/i;

export const readOrders: OrderReader = (page) => readTrades(page, 'tmall');

/** Its buttons send Taobao's requests, which Taobao's rules tell. */
export const signals: readonly SignalRule[] = [];

/** What the shop adds to the titles of its pages: `…-天猫…`. */
export const titleEnd = /天猫/;

import type { Platform } from '../platform';

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
} as const satisfies Platform;

import type { Platform } from '../platform';

export const platform = {
  id: 'pinduoduo',
  hosts: ['https://*.yangkeduo.com/*', 'https://*.pinduoduo.com/*'],
  // 2026-08: both hosts serve the same pages; order.html is one order, orders.html the list
  orderPages: [
    'https://mobile.yangkeduo.com/order.html*',
    'https://mobile.yangkeduo.com/orders.html*',
    'https://mobile.pinduoduo.com/order.html*',
    'https://mobile.pinduoduo.com/orders.html*',
  ],
  itemPages: ['https://mobile.yangkeduo.com/goods*', 'https://mobile.pinduoduo.com/goods*'],
} as const satisfies Platform;

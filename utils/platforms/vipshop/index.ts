import type { Platform } from '../platform';

export const platform = {
  id: 'vipshop',
  hosts: ['https://*.vip.com/*'],
  orderPages: ['https://order.vip.com/order/*'],
  itemPages: ['https://detail.vip.com/*', 'https://m.vip.com/product-*'],
} as const satisfies Platform;

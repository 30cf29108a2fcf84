import type { Platform } from '../platform';

export const platform = {
  id: 'meituan',
  hosts: ['https://*.meituan.com/*'],
  // Match patterns see no fragment: the page is /orders/#status=0
  orderPages: ['https://www.meituan.com/orders/*'],
  itemPages: [],
} as const satisfies Platform;

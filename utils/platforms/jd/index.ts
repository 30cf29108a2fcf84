import type { Platform } from '../platform';

export const platform = {
  id: 'jd',
  hosts: ['https://*.jd.com/*', 'https://*.jd.hk/*', 'https://*.yiyaojd.com/*'],
  orderPages: [
    'https://order.jd.com/center/*',
    'https://details.jd.com/normal/item.action*',
    'https://details.yiyaojd.com/normal/item.action*',
    // 2026: mobile list, and the address that leads to it
    'https://trade.m.jd.com/order/*',
    'https://wqs.jd.com/order/*',
  ],
  itemPages: [
    'https://item.jd.com/*',
    'https://item.m.jd.com/*',
    'https://npcitem.jd.hk/*',
    'https://item.yiyaojd.com/*',
  ],
} as const satisfies Platform;

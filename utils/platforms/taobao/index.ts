import type { Platform } from '../platform';

export const platform = {
  id: 'taobao',
  hosts: ['https://*.taobao.com/*'],
  orderPages: [
    // 2025-11: old (tm1) and new (tm2) list, Tmall orders included; detail of one trade
    'https://buyertrade.taobao.com/trade/*',
    'https://trade.taobao.com/trade/*',
    // 2026-08: mobile list
    'https://h5.m.taobao.com/mlapp/olist.html*',
  ],
  itemPages: ['https://item.taobao.com/item.htm*', 'https://h5.m.taobao.com/awp/core/detail.htm*'],
} as const satisfies Platform;

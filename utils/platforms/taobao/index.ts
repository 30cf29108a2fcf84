import type { OrderReader } from '../order-page';
import type { Platform } from '../platform';
import type { SignalRule } from '../signal-rule';
import { readTrades } from './orders';

export { readItem } from './item';

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
  // shop123.taobao.com, and names of the shops' own: nothing but the front page of a host, and the shop's address
  shopPages: ['https://*.taobao.com/', 'https://*.taobao.com/?*', 'https://*.taobao.com/shop/*'],
} as const satisfies Platform;

/** The old list's later pages, and the new and mobile list. */
export const orderAnswers = /\/asyncBought\.htm|queryboughtlist/i;

export const readOrders: OrderReader = (page) => readTrades(page, 'taobao');

const itemUrl = 'https://item.taobao.com/item.htm?id=ID';

// 2026: the page's own requests, also from Tmall's pages, when a button is pressed; `data` is JSON
export const signals: readonly SignalRule[] = [
  {
    signal: 'cart-added',
    platform: 'taobao',
    by: 'request',
    at: /^h5api\.m\.(?:taobao|tmall)\.com\/h5\/mtop\.trade\.addbag\//,
    item: 'itemId',
    itemUrl,
  },
  {
    signal: 'favourited',
    platform: 'taobao',
    by: 'request',
    at: /^h5api\.m\.(?:taobao|tmall)\.com\/h5\/mtop\.taobao\.mercury\.addcollect\//,
    item: 'itemId',
    itemUrl,
  },
];

/** What the shop adds to the titles of its pages: `…-淘宝…`. */
export const titleEnd = /淘宝/;

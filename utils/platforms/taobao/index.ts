import type { Purchase, Reading } from '../../core/types';
import type { OrderPage } from '../order-page';
import { readForms } from '../order-page';
import type { Platform, SignalRule } from '../platform';
import { readTrades, rootOf } from './answer';

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
} as const satisfies Platform;

/** The old list's later pages, and the new and mobile list. */
export const orderAnswers = ['/asyncbought.htm', 'queryboughtlist'];

export function readOrders(page: OrderPage): Reading<Purchase> {
  const root = rootOf(page);
  return readForms(page, [() => readTrades(root, platform.id)]);
}

const itemUrl = 'https://item.taobao.com/item.htm?id=ID';

export const signals: readonly SignalRule[] = [
  // 2026: the page's own request when a button is pressed; `data` is JSON
  { signal: 'cart-added', at: /^h5api\.m\.taobao\.com\/h5\/mtop\.trade\.addbag\//, item: 'itemId', itemUrl },
  {
    signal: 'favourited',
    at: /^h5api\.m\.taobao\.com\/h5\/mtop\.taobao\.mercury\.addcollect\//,
    item: 'itemId',
    itemUrl,
  },
];

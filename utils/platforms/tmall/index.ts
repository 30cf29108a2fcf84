import type { Purchase, Reading } from '../../core/types';
import type { OrderPage } from '../order-page';
import { readForms } from '../order-page';
import type { Platform, SignalRule } from '../platform';
import { readTrades, rootOf } from '../taobao/answer';
import { readTmallDetail } from './trade-detail';

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
} as const satisfies Platform;

export const orderAnswers = [];

export function readOrders(page: OrderPage): Reading<Purchase> {
  const root = rootOf(page);
  return readForms(page, [() => readTmallDetail(root), () => readTrades(root, platform.id)]);
}

const itemUrl = 'https://detail.tmall.com/item.htm?id=ID';

export const signals: readonly SignalRule[] = [
  // 2026: the page's own request when a button is pressed; `data` is JSON
  { signal: 'cart-added', at: /^h5api\.m\.tmall\.com\/h5\/mtop\.trade\.addbag\//, item: 'itemId', itemUrl },
  {
    signal: 'favourited',
    at: /^h5api\.m\.tmall\.com\/h5\/mtop\.taobao\.mercury\.addcollect\//,
    item: 'itemId',
    itemUrl,
  },
];

import type { Purchase, Reading } from '../../core/types';
import type { OrderPage } from '../order-page';
import { readForms } from '../order-page';
import type { Platform, SignalRule } from '../platform';
import { readFailedAnswer } from './failed-answer';
import { readOrderList } from './order-list';

export { readItem } from './item';

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

export const orderAnswers = ['/order_list_v', '/my_order_group'];

export function readOrders(page: OrderPage): Reading<Purchase> {
  return readForms(page, [readOrderList, readFailedAnswer]);
}

/** Nothing by address: no cart on the web, and an order shows itself in the list. */
export const signals: readonly SignalRule[] = [];

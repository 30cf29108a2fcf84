import { readOrderForm } from '../order-form';
import { isErrorCode, noData, type OrderReader } from '../order-page';
import { listAt, valueAt } from '../places';
import type { Platform } from '../platform';
import type { SignalRule } from '../signal-rule';
import { orderList, toOrder } from './order-list';

export { readItem } from './item';

export const platform = {
  id: 'meituan',
  hosts: ['https://*.meituan.com/*'],
  // Match patterns see no fragment: the page is /orders/#status=0
  orderPages: ['https://www.meituan.com/orders/*'],
  // until about 2018 www.meituan.com/deal/1048576.html; no public sample of a newer goods page
  itemPages: ['https://*.meituan.com/deal/*'],
  shopPages: ['https://*.meituan.com/poi/*'],
} as const satisfies Platform;

export const orderAnswers = /\/ptapi\/orders\/orderlist/;

export const readOrders: OrderReader = ({ answer }) => {
  const orders = valueAt(answer, 'data.orders');
  const isError = ['error.code', 'code'].some((place) => isErrorCode(valueAt(answer, place)));
  if (isError && listAt(answer, 'data.orders').length === 0) return noData();
  return Array.isArray(orders) ? readOrderForm(orders.map(toOrder), orderList, 'meituan') : undefined;
};

/** Nothing is told by an address. */
export const signals: readonly SignalRule[] = [];

/** What the shop adds to the titles of its pages: `…-美团…`. */
export const titleEnd = /美团/;

import { asText } from '../../core/decode';
import { assignedJson } from '../embedded-json';
import type { OrderReader } from '../order-page';
import { noData } from '../order-page';
import { firstAt, valueAt } from '../places';
import type { Platform } from '../platform';
import type { SignalRule } from '../signal-rule';
import { readOrderList } from './order-list';
import { rawData } from './raw-data';

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
  shopPages: ['https://mobile.yangkeduo.com/mall_page.html*', 'https://mobile.pinduoduo.com/mall_page.html*'],
} as const satisfies Platform;

export const orderAnswers = /\/order_list_v|\/my_order_group/;

const rootPlaces = ['ordersStore', 'orders', 'data', 'error_code'];

export const readOrders: OrderReader = ({ answer, text }) => {
  const isRoot = (value: unknown) => rootPlaces.some((place) => valueAt(value, place) !== undefined);
  const root = answer ?? assignedJson(text, rawData, isRoot);
  const detail = valueAt(root, 'data');
  const one = firstAt(detail, 'orderSn|order_sn', asText) === undefined ? undefined : [detail];
  const orders = valueAt(root, 'orders') ?? valueAt(root, 'ordersStore.orders') ?? one ?? valueAt(detail, 'orders');
  if (Array.isArray(orders)) return readOrderList(orders);
  return valueAt(root, 'error_code') === undefined ? undefined : noData();
};

/** Nothing is told by an address. */
export const signals: readonly SignalRule[] = [];

/** What the shop adds to the titles of its pages: `…-拼多多…`. */
export const titleEnd = /拼多多/;

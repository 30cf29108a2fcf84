import type { Purchase, Reading } from '../../core/types';
import type { OrderPage } from '../order-page';
import { readForms } from '../order-page';
import type { Platform, SignalRule } from '../platform';
import { readOrderDetail } from './order-detail';
import { readOrderList } from './order-list';

export { readItem } from './item';

export const platform = {
  id: 'vipshop',
  hosts: ['https://*.vip.com/*'],
  orderPages: ['https://order.vip.com/order/*'],
  itemPages: ['https://detail.vip.com/*', 'https://m.vip.com/product-*'],
} as const satisfies Platform;

export const orderAnswers = ['order.vip.com/order/getorderlisttab', 'order.vip.com/detail/info'];

export function readOrders(page: OrderPage): Reading<Purchase> {
  return readForms(page, [readOrderList, readOrderDetail]);
}

export const signals: readonly SignalRule[] = [];

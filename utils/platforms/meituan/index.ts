import type { Purchase, Reading } from '../../core/types';
import type { OrderPage } from '../order-page';
import { readForms } from '../order-page';
import type { Platform, SignalRule } from '../platform';
import { readOrderList } from './order-list';

export { readItem } from './item';

export const platform = {
  id: 'meituan',
  hosts: ['https://*.meituan.com/*'],
  // Match patterns see no fragment: the page is /orders/#status=0
  orderPages: ['https://www.meituan.com/orders/*'],
  itemPages: [],
} as const satisfies Platform;

export const orderAnswers = ['/ptapi/orders/orderlist'];

export function readOrders(page: OrderPage): Reading<Purchase> {
  return readForms(page, [readOrderList]);
}

export const signals: readonly SignalRule[] = [];

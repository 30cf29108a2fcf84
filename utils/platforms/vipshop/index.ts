import { readOrderForm } from '../order-form';
import { asCut, type OrderReader, wholeRows } from '../order-page';
import { listAt, valueAt } from '../places';
import type { Platform } from '../platform';
import type { SignalRule } from '../signal-rule';
import { orderDetail } from './order-detail';
import { orderList } from './order-list';

export { readItem } from './item';

export const platform = {
  id: 'vipshop',
  hosts: ['https://*.vip.com/*'],
  orderPages: ['https://order.vip.com/order/*'],
  itemPages: ['https://detail.vip.com/*', 'https://m.vip.com/product-*'],
  // A sale has a page, a shop has none
  shopPages: [],
} as const satisfies Platform;

export const orderAnswers = /^https:\/\/order\.vip\.com\/(?:order\/getOrderListTab|detail\/info)/;

export const readOrders: OrderReader = ({ answer, document, end }) => {
  if (valueAt(answer, 'orderSummary') !== undefined) return readOrderForm([answer], orderDetail, 'vipshop');
  const page = document();
  if (!page?.querySelector('.m-table')) return undefined;
  const bodies = listAt(page, 'tbody[data-ordersn]');
  if (!end.isOpen('m-table')) return readOrderForm(bodies, orderList, 'vipshop');
  return asCut(readOrderForm(wholeRows(bodies, end), orderList, 'vipshop'));
};

/** Nothing is told by an address. */
export const signals: readonly SignalRule[] = [];

/** What the shop adds to the titles of its pages: `…-唯品会…`. */
export const titleEnd = /唯品会/;

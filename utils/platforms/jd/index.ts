import { emptyReading, readOrderForm } from '../order-form';
import { isErrorCode, noData, type OrderReader } from '../order-page';
import { listAt, valueAt } from '../places';
import type { Platform } from '../platform';
import type { SignalRule } from '../signal-rule';
import { mobileList } from './mobile-list';
import { orderDetail } from './order-detail';
import { orderBodies, orderList } from './order-list';

export { readItem } from './item';

export const platform = {
  id: 'jd',
  hosts: ['https://*.jd.com/*', 'https://*.jd.hk/*', 'https://*.yiyaojd.com/*'],
  orderPages: [
    'https://order.jd.com/center/*',
    'https://details.jd.com/normal/item.action*',
    'https://details.yiyaojd.com/normal/item.action*',
    // 2026: mobile list, and the address that leads to it
    'https://trade.m.jd.com/order/*',
    'https://wqs.jd.com/order/*',
    // Says only that an order was placed, and which
    'https://success.jd.com/success/*',
  ],
  itemPages: [
    'https://item.jd.com/*',
    'https://item.m.jd.com/*',
    'https://npcitem.jd.hk/*',
    'https://item.yiyaojd.com/*',
  ],
  shopPages: ['https://cart.jd.com/addToCart.html*', 'https://mall.jd.com/*', 'https://shop.m.jd.com/*'],
} as const satisfies Platform;

export const orderAnswers = /\/lazy\/getOrderProductInfo\.action|functionId=order_list_m/i;

export const readOrders: OrderReader = ({ answer, document }) => {
  const orders = valueAt(answer, 'body.orderList');
  // 2026, code: {"code":"3"} where nobody is logged in
  if (listAt(answer, 'body.orderList').length === 0 && isErrorCode(valueAt(answer, 'code'))) return noData();
  if (Array.isArray(orders)) return readOrderForm(orders, mobileList, 'jd');
  // Names for the list, which the page writes into its rows: no order, and nothing unread.
  if (valueAt(answer, '0.productId') !== undefined) return emptyReading();
  const page = document();
  if (page?.querySelector('.order-tb')) return readOrderForm(listAt(page, orderBodies), orderList, 'jd');
  return page?.querySelector('.state-top') ? readOrderForm([page], orderDetail, 'jd') : undefined;
};

const itemUrl = 'https://item.jd.com/ID.html';

export const signals: readonly SignalRule[] = [
  // cart.jd.com/gate.action?pid=… leads here
  { signal: 'cart-added', platform: 'jd', by: 'page', at: /^cart\.jd\.com\/addtocart\.html$/, item: 'pid', itemUrl },
  // The page after submitting; that it was paid it does not say
  {
    signal: 'order-placed',
    platform: 'jd',
    by: 'page',
    at: /^success\.jd\.com\/success\/success\.action$/,
    order: 'orderId',
  },
  // The page's own requests, in scripts of 2016
  {
    signal: 'favourited',
    platform: 'jd',
    by: 'request',
    at: /^t\.jd\.com\/product\/followproduct\.action$/,
    item: 'productId',
    itemUrl,
  },
  {
    signal: 'followed',
    platform: 'jd',
    by: 'request',
    at: /^follow-soa\.jd\.com\/rpc\/vender\/follow$/,
    shop: 'venderId',
  },
];

/** What the shop adds to the titles of its pages: `…-京东…`. */
export const titleEnd = /京东/;

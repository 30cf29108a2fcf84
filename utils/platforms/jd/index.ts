import { emptyReading, readOrderForm } from '../order-form';
import { asCut, isErrorCode, noData, type OrderPage, type OrderReader, wholeRows } from '../order-page';
import { listAt, valueAt } from '../places';
import type { Purchase, Reading } from '../../core/types';
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

export const readOrders: OrderReader = ({ answer, document, end }) => {
  const orders = valueAt(answer, 'body.orderList');
  // 2026, code: {"code":"3"} where nobody is logged in
  if (listAt(answer, 'body.orderList').length === 0 && isErrorCode(valueAt(answer, 'code'))) return noData();
  if (Array.isArray(orders)) return readOrderForm(orders, mobileList, 'jd');
  // Names for the list, which the page writes into its rows: no order, and nothing unread.
  if (valueAt(answer, '0.productId') !== undefined) return emptyReading();
  const page = document();
  return page && readPage(page, end);
};

function readPage(page: Document, end: OrderPage['end']): Reading<Purchase> | undefined {
  if (page.querySelector('.order-tb')) {
    const bodies = listAt(page, orderBodies);
    if (!end.isOpen('order-tb')) return readOrderForm(bodies, orderList, 'jd');
    return asCut(readOrderForm(wholeRows(bodies, end), orderList, 'jd'));
  }
  if (!page.querySelector('.state-top')) return undefined;
  const reading = readOrderForm([page], orderDetail, 'jd');
  // The totals are the last of it; without them it may have been cut before
  const isCut = end.isOpen('goods-total') || (!page.querySelector('.goods-total') && end.isEndless());
  return isCut && reading.unread.length === 0 ? asCut(reading) : reading;
}

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

import type { Purchase, Reading } from '../../core/types';
import type { OrderPage } from '../order-page';
import { readForms } from '../order-page';
import type { Platform, SignalRule } from '../platform';
import { readLateNames } from './late-names';
import { readMobileList } from './mobile-list';
import { readOrderDetail } from './order-detail';
import { readOrderList } from './order-list';

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
  ],
  itemPages: [
    'https://item.jd.com/*',
    'https://item.m.jd.com/*',
    'https://npcitem.jd.hk/*',
    'https://item.yiyaojd.com/*',
  ],
} as const satisfies Platform;

export const orderAnswers = ['/lazy/getorderproductinfo.action', 'functionid=order_list_m'];

export function readOrders(page: OrderPage): Reading<Purchase> {
  return readForms(page, [readOrderList, readOrderDetail, readMobileList, readLateNames]);
}

const itemUrl = 'https://item.jd.com/ID.html';

export const signals: readonly SignalRule[] = [
  // cart.jd.com/gate.action?pid=… leads here
  { signal: 'cart-added', at: /^cart\.jd\.com\/addtocart\.html$/, item: 'pid', itemUrl },
  // The page after submitting; that it was paid it does not say
  { signal: 'order-placed', at: /^success\.jd\.com\/success\/success\.action$/, order: 'orderId' },
  // The page's own requests, in scripts of 2016
  { signal: 'favourited', at: /^t\.jd\.com\/product\/followproduct\.action$/, item: 'productId', itemUrl },
  { signal: 'followed', at: /^follow-soa\.jd\.com\/rpc\/vender\/follow$/, shop: 'venderId' },
];

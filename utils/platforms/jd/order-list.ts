import { asText } from '../../core/decode';
import type { OrderForm } from '../order-form';
import { firstAt } from '../places';

/** Shops have a link; JD's own goods have plain text, or nothing in a head that is there. */
function readShop(order: unknown): string | undefined {
  const shop = firstAt(order, '.order-shop .shop-txt', asText);
  if (shop !== undefined && shop !== '京东') return shop;
  return firstAt(order, '.tr-th', asText) && '京东自营';
}

// 2014 to 2026, order.jd.com/center/list.action: one <tbody id="tb-<order>">, one tr.tr-bd per item; amount and
// status stand in the first row and hold for all (fixture jd-order-list.html). `.consignee` has no place here.
// Names are filled in late: the SKU is there at once.
export const orderList: OrderForm = {
  name: 'order-list',
  orderId: '@id|a[name="orderIdLinks"]',
  shop: readShop,
  // Bold is what is due after coupons, 总额 what it was before
  paid: '.amount strong|.amount span',
  orderedAt: '.dealtime@title|.dealtime|[id^="datasubmit-"]@value',
  status: '.order-status',
  lines: 'tr.tr-bd',
  itemId: '.goods-item@class|.p-name a@href|[data-sku]@data-sku',
  skuId: '.goods-item@class|.p-name a@href|[data-sku]@data-sku',
  title: '.p-name a@title|.p-name a',
  quantity: '.goods-number',
};

/** A split order's parts have bodies of their own; a body with items counts whatever its id, so that none is lost unseen. */
export const orderBodies = 'tbody[id^="tb-"], tbody:has(tr.tr-bd)';

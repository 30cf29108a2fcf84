import { asText } from '../../core/decode';
import { type Amount, readYuan } from '../../core/money';
import type { OrderForm } from '../order-form';
import { firstAt, valueAt } from '../places';

/** Shops have a link, whose name may come late; JD's own goods have plain text, or nothing in a head that is there. */
function readShop(order: unknown): string | undefined {
  const shop = firstAt(order, '.order-shop .shop-txt@title|.order-shop .shop-txt', asText);
  if (shop !== undefined && shop !== '京东') return shop;
  const isOwn = valueAt(order, '.order-shop .shop-txt@href') === undefined && valueAt(order, '.tr-th') !== undefined;
  return isOwn ? '京东自营' : undefined;
}

/** The amount of a text that says more, such as how it was paid, where there is no second one. */
function readListed(value: unknown): Amount {
  const amount = readYuan(value);
  const [only, second] = amount === 'bad-amount' ? (String(value).match(/[¥￥]\s*\d[\d,.]*/g) ?? []) : [];
  return only === undefined || second !== undefined ? amount : readYuan(only);
}

// 2014 to 2026, order.jd.com/center/list.action: one <tbody id="tb-<order>">, one tr.tr-bd per item; amount and
// status stand in the first row and hold for all (fixture jd-order-list.html). `.consignee` has no place here.
// Names are filled in late: the SKU is there at once.
export const orderList: OrderForm = {
  name: 'order-list',
  orderId: '@id|a[name="orderIdLinks"]',
  // class="split-tbody parent-<order>"
  partOf: '@class',
  shop: readShop,
  // Bold is what is due after coupons, 总额 what it was before
  paid: '.amount strong|.amount span|.amount',
  readMoney: readListed,
  orderedAt: '.dealtime@title|.dealtime|[id^="datasubmit-"]@value',
  status: '.order-status',
  // 2016: a split order's part ends in an empty row, tr.tr-bd.sep-tr-bd
  lines: 'tr.tr-bd:not(.sep-tr-bd)',
  itemId: '.goods-item@class|.p-name a@href|[data-sku]@data-sku',
  skuId: '.goods-item@class|.p-name a@href|[data-sku]@data-sku',
  title: '.p-name a@title|.p-name a|.p-name',
  quantity: '.goods-number',
};

/** A split order's parts have bodies of their own; a body with items counts whatever its id, so that none is lost unseen. */
export const orderBodies = 'tbody[id^="tb-"], tbody:has(tr.tr-bd)';

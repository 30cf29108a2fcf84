import type { OrderForm } from '../order-form';

// 2026-03, details.jd.com/normal/item.action (fixture made-jd-detail.html): the fifth cell is the quantity, the last
// total what was paid. The receiver's block has no place here.
export const orderDetail: OrderForm = {
  name: 'order-detail',
  orderId: '.state-top|[id^="datesubmit-"]@id',
  shop: '.shop-name',
  paid: '.goods-total li:last-child .count|.goods-total .count',
  orderedAt: '[id^="datesubmit-"]@value',
  status: '.state-txt',
  lines: 'tr[class*="product-"]',
  itemId: '@class|.p-name a@href',
  skuId: '@class|.p-name a@href',
  title: '.p-name a@title|.p-name a',
  quantity: 'td:nth-child(5)',
};

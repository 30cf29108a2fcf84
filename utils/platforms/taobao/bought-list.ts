import type { OrderForm } from '../order-form';
import { givenBackAt } from './closed';
import { tmallBy } from './tmall-mark';

// 2025-11, old list (route_to=tm1): the page itself, asyncBought.htm for the pages after it, and window.data after
// the page's script ran, where quantity is {count} and unquoted ids are rounded: only quoted ids are read
// (fixtures taobao-bought-tm1.html, taobao-asyncBought-tm1.json, taobao-window-data-after-render.json).
export const boughtList: OrderForm = {
  name: 'bought-list',
  // itemUrl is on item.taobao.com for Tmall too; b2C and the link to the trade's detail are not
  platform: tmallBy('orderInfo.b2C|statusInfo.operations.*.url|statusInfo.url'),
  orderId: 'id|orderInfo.id',
  shop: 'seller.shopName',
  paid: 'payInfo.actualFee.value|payInfo.actualFee',
  currency: 'extra.currency',
  orderedAt: 'orderInfo.createTime',
  status: '_back|extra.tradeStatus|statusInfo.text',
  lines: 'subOrders',
  itemId: 'itemInfo.id|itemInfo.itemUrl',
  skuId: 'itemInfo.skuId',
  title: 'itemInfo.title',
  quantity: 'quantity.count|quantity',
  // 查看退款 says that a refund case exists, not that it was granted
  lineStatus: 'operations.*.text',
};

export function toBought(order: unknown): object {
  const lines = ['subOrders.*.operations.*.text'];
  return Object.assign({}, order, {
    _back: givenBackAt(order, { status: 'extra.tradeStatus|statusInfo.text', lines }),
  });
}

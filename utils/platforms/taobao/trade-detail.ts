import type { OrderForm } from '../order-form';
import { listAt, namedAt } from '../places';
import { givenBackAt } from './closed';

// 2025-11, trade_item_detail.htm: `mainOrder` with named values. The same object carries the receiver in
// deliveryInfo, which has no place here.
export const tradeDetail: OrderForm = {
  name: 'trade-detail',
  orderId: 'id|named.订单编号|named.订单编号.*.value',
  shop: 'seller.shopName',
  paid: 'payInfo.actualFee.value|payInfo.actualFee',
  orderedAt: 'named.创建时间',
  paidAt: 'named.付款时间',
  status: '_back|tradeStatus|statusInfo.text',
  lines: 'subOrders',
  itemId: 'itemInfo.id|itemInfo.auctionUrl|itemInfo.itemUrl',
  skuId: 'itemInfo.skuId',
  title: 'itemInfo.title',
  quantity: 'quantity',
  lineStatus: 'tradeStatus.*.content.*.value',
};

/** The order with its values by name, "创建时间:" without the colon. */
export function toNamedOrder(main: object): object {
  const contents = listAt(main, 'orderInfo.lines').flatMap((line) => listAt(line, 'content'));
  const order = { ...main, named: namedAt(contents, 'value.name', 'value.value') };
  const lines = ['subOrders.*.tradeStatus.*.content.*.value', 'subOrders.*.operations.*.text'];
  const _back = givenBackAt(order, { status: 'tradeStatus|statusInfo.text', lines, paidAt: tradeDetail.paidAt });
  return { ...order, _back };
}

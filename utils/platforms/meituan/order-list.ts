import type { OrderForm } from '../order-form';
import { withoutEntities } from '../../core/plain-text';
import { valueAt } from '../places';

// 2018, www.meituan.com/ptapi/orders/orderlist, known from code only (fixture meituan-ptapi-orderlist.inferred.json):
// an order is its one line; quantity and total stand in one text, "数量：1 总价：¥88.00", which may have tags.
export const orderList: OrderForm = {
  name: 'order-list',
  orderId: 'orderid',
  paid: 'total',
  orderedAt: 'ordertime',
  status: 'showstatus',
  pieces: 'count',
  lines: 'lines',
  title: 'title',
};

export function toOrder(order: unknown): object {
  const summary = withoutEntities(String(valueAt(order, 'orderinfo')).replaceAll(/<[^<>]*>/g, ' '));
  const total = /总价[：:]\s*([^\s\d]*\s?\d\S*)/.exec(summary)?.[1];
  return Object.assign({}, order, { lines: [order], total, count: /数量[：:]\s*(\d+)/.exec(summary)?.[1] });
}

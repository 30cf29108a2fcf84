import { asCount, asId, asText, at } from '../../core/decode';
import type { Purchase, Reading } from '../../core/types';
import { readYuan } from '../money';
import type { Order } from '../order';
import { addOrder, emptyReading } from '../order';
import type { OrderPage } from '../order-page';
import { readStatus } from '../status';
import { readUnixSeconds } from '../time';

// 2018, www.meituan.com/ptapi/orders/orderlist, known from code only (fixture meituan-ptapi-orderlist.inferred.json):
// quantity and total stand in one text, "数量：1 总价：¥88.00".

function readOrder(order: unknown, index: number): Order {
  const summary = asText(at(order, 'orderinfo')) ?? '';
  const title = asText(at(order, 'title'));
  return {
    where: `order-list[${index}]`,
    platform: 'meituan',
    orderId: asId(at(order, 'orderid')),
    paid: readYuan(/总价[：:]\s*(\S+)/.exec(summary)?.[1]),
    orderedAt: readUnixSeconds(at(order, 'ordertime')),
    status: readStatus(at(order, 'showstatus')),
    lines: title === undefined ? [] : [{ title, quantity: asCount(/数量[：:]\s*(\d+)/.exec(summary)?.[1]) }],
  };
}

export function readOrderList(page: OrderPage): Reading<Purchase> | undefined {
  const orders = at(page.answer, 'data', 'orders');
  if (!Array.isArray(orders)) return undefined;
  const reading = emptyReading();
  for (const [index, order] of orders.entries()) addOrder(reading, readOrder(order, index));
  return reading;
}

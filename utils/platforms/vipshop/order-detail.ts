import { asArray, asCount, asId, asText, at } from '../../core/decode';
import type { Purchase, Reading } from '../../core/types';
import { itemIdOf } from '../item-id';
import { readYuan } from '../money';
import type { OrderLine } from '../order';
import { addOrder, emptyReading } from '../order';
import type { OrderPage } from '../order-page';
import { readStatus } from '../status';
import { readTime, readUnixSeconds } from '../time';

// 2018, order.vip.com/detail/info?ordersn=, known from code only (fixture made-vip-detail.json).

function readLine(goods: unknown): OrderLine {
  return {
    itemId: itemIdOf(at(goods, 'goodsURL')) ?? asId(at(goods, 'goods_id')),
    title: asText(at(goods, 'good_name')),
    quantity: asCount(at(goods, 'piece')),
  };
}

export function readOrderDetail(page: OrderPage): Reading<Purchase> | undefined {
  const summary = at(page.answer, 'orderSummary', 'result', 'object');
  if (summary === undefined) return undefined;
  const time = at(page.answer, 'order_create_time');
  const reading = emptyReading();
  addOrder(reading, {
    where: 'order-detail',
    platform: 'vipshop',
    orderId: asId(at(summary, 'sn')),
    paid: readYuan(at(summary, 'amount')),
    orderedAt: readTime(time) ?? readUnixSeconds(time),
    status: readStatus(at(summary, 'status_name')),
    lines: asArray(at(page.answer, 'goodsList', 'result', 'object', 'goods_list')).map(readLine),
  });
  return reading;
}

import { asCount, asId, asText } from '../../core/decode';
import type { Purchase, Reading } from '../../core/types';
import { textAt } from '../dom';
import { itemIdOf } from '../item-id';
import { readYuan } from '../money';
import type { Order, OrderLine } from '../order';
import { addOrder, emptyReading } from '../order';
import type { OrderPage } from '../order-page';
import { readStatus } from '../status';
import { readTime } from '../time';

// 2018, order.vip.com, known from code only (fixture vip-getOrderListTab.inferred.html): one tbody[data-ordersn] per
// order. data-receiver and data-mobile are never looked at.

function readLine(link: Element): OrderLine {
  return { itemId: itemIdOf(link.getAttribute('href')), title: asText(link.textContent) };
}

function readOrder(body: Element, index: number): Order {
  const [first, ...others] = [...body.querySelectorAll('.order-bd .name')].map(readLine);
  // The pieces are counted per order: they are the line's only where there is one line.
  const quantity = others.length === 0 ? asCount(body.getAttribute('data-sizeamount')) : undefined;
  return {
    where: `order-list[${index}]`,
    platform: 'vipshop',
    orderId: asId(body.getAttribute('data-ordersn')),
    paid: readYuan(body.getAttribute('data-money')),
    orderedAt: readTime(textAt(body, '.order-gen-date')),
    status: readStatus(textAt(body, '.purple')),
    lines: first ? [{ ...first, quantity }, ...others] : [],
  };
}

export function readOrderList(page: OrderPage): Reading<Purchase> | undefined {
  const document = page.document();
  if (!document?.querySelector('.m-table')) return undefined;
  const reading = emptyReading();
  for (const [index, body] of [...document.querySelectorAll('tbody[data-ordersn]')].entries()) {
    addOrder(reading, readOrder(body, index));
  }
  return reading;
}

import { asArray, asCount, asId, asText, at } from '../../core/decode';
import type { Purchase, Reading } from '../../core/types';
import type { OrderLine } from '../order';
import { addOrder, emptyReading } from '../order';
import type { OrderPage } from '../order-page';
import { readStatus } from '../status';

// 2026, api.m.jd.com functionId=order_list_m, known from code only (fixture jd-order_list_m.inferred.json).
// It states neither amount nor time.

function readLine(ware: unknown): OrderLine {
  const sku = asId(at(ware, 'skuId'));
  return { itemId: sku, skuId: sku, title: asText(at(ware, 'wareName')), quantity: asCount(at(ware, 'num')) };
}

export function readMobileList(page: OrderPage): Reading<Purchase> | undefined {
  const orders = at(page.answer, 'body', 'orderList');
  if (!Array.isArray(orders)) return undefined;
  const reading = emptyReading();
  for (const [index, order] of orders.entries()) {
    addOrder(reading, {
      where: `mobile-list[${index}]`,
      platform: 'jd',
      orderId: asId(at(order, 'orderId')),
      shop: asText(at(order, 'shopInfo', 'shopName')),
      status: readStatus(at(order, 'orderStatusInfo', 'orderStatusName')),
      lines: asArray(at(order, 'wareInfoList')).map(readLine),
    });
  }
  return reading;
}

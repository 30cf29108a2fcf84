import { asArray, asCount, asId, asText, at } from '../../core/decode';
import type { Purchase, PurchaseStatus, Reading } from '../../core/types';
import { assignedJson } from '../embedded-json';
import { readYuanOrFen } from '../money';
import type { Order, OrderLine } from '../order';
import { addOrder, emptyReading } from '../order';
import type { OrderPage } from '../order-page';
import { readStatus } from '../status';
import { readUnixSeconds } from '../time';

// 2026-08: the first page is window.rawData in camelCase, money as a yuan string (fixture pdd-orders.html); pages after
// it come from order_list_v4 in snake_case, money in fen (fixture pdd-order_list_v4.json). One reader, both spellings.

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** A field by its snake_case name, whichever spelling the copy has. */
function pick(value: unknown, ...path: string[]): unknown {
  return path.reduce((here, name) => at(here, name) ?? at(here, camelCase(name)), value);
}

const statusNumbers: Record<number, PurchaseStatus> = { 2: 'paid', 3: 'shipped', 4: 'completed' };

// 6 is "refunded before it was sent", whatever the prompt says; the others only help where the prompt is new.
// order_status and pay_status were the same in every order seen: not used.
function readOrderStatus(order: unknown): PurchaseStatus {
  const number = pick(order, 'status');
  if (number === 6) return 'refunded';
  const status = readStatus(pick(order, 'order_status_prompt'));
  return status === 'unknown' && typeof number === 'number' ? (statusNumbers[number] ?? status) : status;
}

function readLine(goods: unknown): OrderLine {
  return {
    itemId: asId(pick(goods, 'goods_id')),
    skuId: asId(pick(goods, 'sku_id')),
    title: asText(pick(goods, 'goods_name')),
    quantity: asCount(pick(goods, 'goods_number')),
  };
}

/** A combined order has orders inside: its number and amount are the outer ones, the rest is each inner order's own. */
function readOrder(order: unknown, outer: unknown, where: string): Order {
  const main = asId(pick(outer, 'order_sn')) === undefined ? order : outer;
  const prompted = pick(order, 'order_status_prompt') === undefined ? outer : order;
  return {
    where,
    platform: 'pinduoduo',
    orderId: asId(pick(main, 'order_sn')),
    shop: asText(pick(order, 'mall', 'mall_name')) ?? asText(pick(outer, 'mall', 'mall_name')),
    paid: readYuanOrFen(pick(main, 'order_amount') ?? pick(main, 'display_amount')),
    orderedAt: [order, outer]
      .flatMap((level) => [pick(level, 'order_time'), pick(level, 'group_order', 'success_time')])
      .map(readUnixSeconds)
      .find((time) => time !== undefined),
    status: readOrderStatus(prompted),
    lines: asArray(pick(order, 'order_goods')).map(readLine),
  };
}

function ordersOf(root: unknown): unknown {
  const detail = at(root, 'data');
  return at(root, 'orders') ?? at(root, 'ordersStore', 'orders') ?? (pick(detail, 'order_sn') ? [detail] : undefined);
}

export function readOrderList(page: OrderPage): Reading<Purchase> | undefined {
  const root = page.answer ?? assignedJson(page.text, /\bwindow\.rawData\s*=/g);
  const orders = ordersOf(root);
  if (!Array.isArray(orders)) return undefined;
  const reading = emptyReading();
  for (const [index, order] of orders.entries()) {
    const inner = asArray(at(order, 'orders'));
    for (const one of inner.length > 0 ? inner : [order]) {
      addOrder(reading, readOrder(one, order, `order-list[${index}]`));
    }
  }
  return reading;
}

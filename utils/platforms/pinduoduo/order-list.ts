import { readYuan } from '../../core/money';
import type { Purchase, Reading } from '../../core/types';
import { type OrderForm, readOrderForm } from '../order-form';
import { amountAt, listAt, valueAt } from '../places';
import { amounts, ordersInYuan } from './money';

// 2026-08: the first page is window.rawData in camelCase, money as a yuan string (fixture pdd-orders.html); pages after
// it come from order_list_v4 in snake_case, money in fen (fixture pdd-order_list_v4.json).
const orderList: OrderForm = {
  name: 'order-list',
  orderId: 'order_sn|orderSn',
  shop: 'mall.mall_name|mall.mallName',
  paid: 'order_amount|orderAmount|display_amount|displayAmount',
  orderedAt: 'order_time|orderTime|group_order.success_time|groupOrder.successTime',
  // order_status and pay_status were the same in every order seen: not used
  status: 'refund|order_status_prompt|orderStatusPrompt|meaning',
  lines: 'goods',
  itemId: 'goods_id|goodsId',
  skuId: 'sku_id|skuId',
  title: 'goods_name|goodsName',
  quantity: 'goods_number|goodsNumber',
};

/** What the number in `status` means, for prompts nobody has seen; 6, refunded before it was sent, beats the prompt. */
const meanings: Record<string, string> = { 2: '待发货', 3: '已发货', 4: '已收货' };

const numbers = ['order_sn', 'orderSn'];

const unsaid = Object.fromEntries([...numbers, ...amounts].map((name) => [name, undefined]));

/** Fields that say something: an empty one hides none of another order's. */
function saidBy(order: unknown, names: readonly string[]): object {
  const fields = names.map((name) => [name, valueAt(order, name)] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined && value !== null && value !== ''));
}

/** The number and amount of a combined order; the orders inside make up its amount, where it has none and all of them do. */
function sharedBy(order: unknown, inside: readonly unknown[]): object {
  const number = saidBy(order, numbers);
  if (Object.keys(number).length === 0) return {};
  const own = saidBy(order, amounts);
  if (Object.keys(own).length > 0) return { ...unsaid, ...number, ...own };
  const parts = inside.map((one) => amountAt(one, amounts.join('|'), readYuan));
  const known = parts.filter((part) => typeof part === 'number');
  if (known.length < parts.length) return { ...unsaid, ...number };
  const fen = known.reduce((all, part) => all + part, 0);
  return { ...unsaid, ...number, order_amount: (fen / 100).toFixed(2) };
}

/** An order as it is, or the orders inside a combined one, which share its number and amount if it has any. */
function splitOrder(order: unknown): object[] {
  const inside = listAt(order, 'orders');
  const shared = sharedBy(order, inside);
  const inner = inside.map((one) => Object.assign({}, order, saidBy(one, Object.keys(Object(one))), shared));
  return (inner.length > 0 ? inner : [Object.assign({}, order)]).map((one) => {
    const status = String(valueAt(one, 'status'));
    const goods = valueAt(one, 'order_goods') ?? valueAt(one, 'orderGoods');
    return { ...one, goods, meaning: meanings[status], refund: status === '6' ? '退款成功' : undefined };
  });
}

/** The orders of a page or an answer. */
export function readOrderList(orders: readonly unknown[]): Reading<Purchase> {
  return readOrderForm(ordersInYuan(orders).flatMap(splitOrder), orderList, 'pinduoduo');
}

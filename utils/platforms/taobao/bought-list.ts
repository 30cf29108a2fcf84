import { asArray, asCount, asId, asText, at } from '../../core/decode';
import type { Purchase, Reading } from '../../core/types';
import { itemIdOf } from '../item-id';
import type { Amount } from '../money';
import { readYuan } from '../money';
import type { Order, OrderLine } from '../order';
import { addOrder, emptyReading } from '../order';
import { isClosed, readStatus } from '../status';
import { readTime } from '../time';

// 2025-11, old list (route_to=tm1): the page itself, asyncBought.htm for the pages after it, and window.data after
// the page's script ran, where quantity is {count} and unquoted ids are rounded
// (fixtures taobao-bought-tm1.html, taobao-asyncBought-tm1.json, taobao-window-data-after-render.json).

function readLine(line: unknown, order: Pick<Order, 'status'>): OrderLine {
  const item = at(line, 'itemInfo');
  const quantity = at(line, 'quantity');
  const words = asArray(at(line, 'operations')).map((operation) => at(operation, 'text'));
  // 查看退款 says that a refund case exists, not that it was granted; on a closed order it adds nothing.
  const hasRefundCase = !isClosed(order.status) && words.includes('查看退款');
  return {
    itemId: asId(at(item, 'id')) ?? itemIdOf(at(item, 'itemUrl')),
    skuId: asId(at(item, 'skuId')),
    title: asText(at(item, 'title')),
    quantity: asCount(at(quantity, 'count') ?? quantity),
    status: hasRefundCase ? 'refunding' : undefined,
  };
}

// itemUrl is on item.taobao.com for Tmall too; b2C and the link to the trade's detail are not.
function isTmall(order: unknown): boolean {
  const detail = asArray(at(order, 'statusInfo', 'operations')).find((entry) => at(entry, 'id') === 'viewDetail');
  return at(order, 'orderInfo', 'b2C') === true || /^(?:https?:)?\/\/trade\.tmall\./.test(String(at(detail, 'url')));
}

function readPaid(order: unknown): Amount {
  const currency = asText(at(order, 'extra', 'currency')) ?? 'CNY';
  return currency === 'CNY' ? readYuan(at(order, 'payInfo', 'actualFee')) : 'foreign-currency';
}

function readOrder(order: unknown, index: number): Order {
  const status = readStatus(at(order, 'extra', 'tradeStatus'), at(order, 'statusInfo', 'text'));
  return {
    where: `bought-list[${index}]`,
    platform: isTmall(order) ? 'tmall' : 'taobao',
    // Not extra.id: it is a number and may already be rounded.
    orderId: asId(at(order, 'id')) ?? asId(at(order, 'orderInfo', 'id')),
    shop: asText(at(order, 'seller', 'shopName')),
    paid: readPaid(order),
    orderedAt: readTime(at(order, 'orderInfo', 'createTime')),
    status,
    lines: asArray(at(order, 'subOrders')).map((line) => readLine(line, { status })),
  };
}

export function readBoughtList(root: unknown): Reading<Purchase> | undefined {
  const orders = at(root, 'mainOrders');
  if (!Array.isArray(orders)) return undefined;
  const reading = emptyReading();
  for (const [index, order] of orders.entries()) addOrder(reading, readOrder(order, index));
  return reading;
}

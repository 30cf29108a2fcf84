import { asCount, asId, asRecord, asText, at } from '../../core/decode';
import type { Purchase, Reading } from '../../core/types';
import { itemIdOf } from '../item-id';
import { readYuan } from '../money';
import type { Order, OrderLine } from '../order';
import { addOrder, emptyReading } from '../order';
import { readStatus } from '../status';
import { readTime } from '../time';

// 2026-09, new list (tm2): parts keyed shopInfo_<order>, orderItemInfo_<order>_<line> … (fixture
// taobao-queryboughtlistV2-pc.json). 2026-08, mobile list: the same answer with other part names, Main_<order>,
// item_<order>_1_1, pay_<order>/0 (fixture taobao-queryboughtlistv2-h5.jsonp).

/** One order's parts by name; a name that occurs once per line holds the lines. */
type Parts = Map<string, unknown[]>;

function groupByOrder(components: object): Map<string, Parts> {
  const orders = new Map<string, Parts>();
  for (const [key, component] of Object.entries(components)) {
    const [, name, orderId] = /^([a-z]+)_(\d{6,})(?:[_/]|$)/i.exec(key) ?? [];
    if (name === undefined || orderId === undefined) continue;
    const parts: Parts = orders.get(orderId) ?? new Map();
    orders.set(orderId, parts.set(name, [...(parts.get(name) ?? []), at(component, 'fields')]));
  }
  return orders;
}

function readLine(fields: unknown): OrderLine {
  const item = at(fields, 'item');
  return {
    itemId: asId(at(item, 'itemId')) ?? itemIdOf(at(item, 'itemUrl')),
    skuId: asId(at(item, 'skuId')),
    title: asText(at(item, 'title')),
    quantity: asCount(at(item, 'quantity')),
  };
}

// The form has no mark for Tmall; only a link that leads there says so.
function isTmall(items: unknown[]): boolean {
  return items.some((fields) => /^(?:https?:)?\/\/[\w.]*detail\.tmall\./.test(String(at(fields, 'item', 'itemUrl'))));
}

function readOrder(orderId: string, parts: Parts, where: string): Order {
  const first = (name: string, ...path: string[]) => at(parts.get(name)?.[0], ...path);
  const items = [...(parts.get('orderItemInfo') ?? []), ...(parts.get('item') ?? [])];
  const fee = first('orderPayment', 'actualFee') ?? first('pay', 'actualFee');
  return {
    where,
    platform: isTmall(items) ? 'tmall' : 'taobao',
    orderId,
    shop: asText(first('shopInfo', 'shopName')),
    paid: readYuan(asRecord(fee) ? at(fee, 'value') : fee),
    orderedAt: readTime(first('shopInfo', 'createTime')),
    status: readStatus(
      first('orderStatus', 'title'),
      first('shopInfo', 'tradeTitle'),
      first('sellerInfo', 'status', 'text'),
      first('mainWaitSendShipTime', 'title'),
    ),
    lines: items.map(readLine),
  };
}

/** The desktop has items with every order; on the phone an order is there only where its `Main` part is. */
const orderMarks = ['Main', 'shopInfo', 'orderItemInfo', 'orderPayment'];

export function readComponentMap(root: unknown): Reading<Purchase> | undefined {
  const components = asRecord(at(root, 'data', 'data'));
  if (!components) return undefined;
  const reading = emptyReading();
  let index = 0;
  for (const [orderId, parts] of groupByOrder(components)) {
    if (!orderMarks.some((mark) => parts.has(mark))) continue;
    addOrder(reading, readOrder(orderId, parts, `component-map[${index++}]`));
  }
  return reading;
}

import { asText } from '../../core/decode';
import { readStatus } from '../../core/status';
import type { OrderForm } from '../order-form';
import { firstAt, valueAt } from '../places';
import { asGivenBack, isRefund } from './closed';
import { tmallBy } from './tmall-mark';

// 2026-09, new list (tm2): parts keyed shopInfo_<order>, orderItemInfo_<order>_<line> … (fixture
// taobao-queryboughtlistV2-pc.json). 2026-08, mobile list: the same answer with other part names, Main_<order>,
// item_<order>_1_1, pay_<order>/0 (fixture taobao-queryboughtlistv2-h5.jsonp).
export const componentMap: OrderForm = {
  name: 'component-map',
  // The form has no mark for Tmall; only a link that leads there says so
  platform: tmallBy('_items.*.item.itemUrl'),
  orderId: '_id',
  shop: 'shopInfo.shopName|shopInfo.sellerName',
  paid: 'orderPayment.actualFee.value|orderPayment.actualFee|pay.actualFee.value|pay.actualFee',
  orderedAt: 'shopInfo.createTime',
  status: '_refund|orderStatus.title|shopInfo.tradeTitle|sellerInfo.status.text|mainWaitSendShipTime.title',
  refunded: 'orderStatus.subTitle|orderStatus.title|shopInfo.tradeTitle|sellerInfo.status.text',
  lines: '_items',
  itemId: 'item.itemId|item.itemUrl',
  skuId: 'item.skuId',
  title: 'item.title',
  quantity: 'item.quantity',
};

const ownParts = ['Main', 'shopInfo', 'orderStatus', 'orderPayment', 'orderItemInfo'];

/** A part of the line that says what came back: a sentence may name a refund that is none. */
function refundIn(below = ''): string | undefined {
  const parts = below.split(/[，。；;]/);
  return parts.find((part) => readStatus(part) === 'refunded' && !/[若如后後]/.test(part));
}

interface Parts extends Record<string, unknown> {
  _items: unknown[];
}

/**
 * The parts of each order by name; a part's name has no underscore, so ours cannot clash. On the phone an order is there
 * only where its `Main` part is: other things that are shown have an `item` too.
 */
export function groupComponents(components: object): Parts[] {
  const orders = new Map<string, Parts>();
  for (const [key, component] of Object.entries(components)) {
    const [, name = '', id = ''] = /^([a-z]+)_(\d{6,})(?:[_/]|$)/i.exec(key) ?? [];
    const order = orders.get(id) ?? { _id: id, _items: [] };
    const fields = valueAt(component, 'fields');
    if (name === 'item' || name === 'orderItemInfo') order._items.push(fields);
    order[name] = fields;
    orders.set(id, order);
  }
  const own = [...orders.values()].filter((order) => ownParts.some((name) => name in order));
  return own.map((order) => {
    // A closed order was paid where the line below its status says that the money went back
    const below = refundIn(asText(valueAt(order, 'orderStatus.subTitle')));
    const title = firstAt(order, 'orderStatus.title|shopInfo.tradeTitle|sellerInfo.status.text', asText);
    const back = asGivenBack(title, below !== undefined || isRefund(JSON.stringify(order.operations)));
    return { ...order, _refund: back ?? below };
  });
}

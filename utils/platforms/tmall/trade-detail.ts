import type { OrderForm } from '../order-form';
import { firstAt, listAt, namedAt, valueAt } from '../places';
import { readTime } from '../../core/time';
import { asGivenBack } from '../taobao/closed';

// 2025-11, orderDetail.htm: `detailData` with a step bar and keyed lists. The list under 收货地址 has no place here.
// The paid amount was in no page seen.
export const tmallDetail: OrderForm = {
  name: 'trade-detail',
  orderId: 'named.订单编号.0.text|orders.id',
  orderedAt: 'steps.拍下商品',
  paidAt: 'more.付款时间.0.text|steps.付款到支付宝',
  status: '_back|tradeStatus|words',
  lines: 'lines',
  itemId: 'itemInfo.auctionUrl|itemInfo.itemUrl',
  skuId: 'itemInfo.skuId',
  title: 'itemInfo.title',
  quantity: 'quantity',
  lineStatus: 'words',
  doLinesSpeak: true,
};

/** The page's lists by name, and the lines of all parcels in one list, each with its parcel's words. */
export function toTmallOrder(root: object): object {
  const named = namedAt(listAt(root, 'basic.lists'), 'key', 'content');
  const more = namedAt(
    listAt(named, '订单编号').flatMap((content) => listAt(content, 'moreList')),
    'key',
    'content',
  );
  const order = { ...root, named, more, steps: namedAt(listAt(root, 'stepbar.options'), 'content', 'time') };
  const isPaid = firstAt(order, tmallDetail.paidAt, readTime) !== undefined;
  const parcels = listAt(root, 'orders.list').flatMap((entry) => listAt(entry, 'status'));
  const lines = parcels.flatMap((parcel) => {
    const words = valueAt(parcel, 'statusInfo.*.text');
    return listAt(parcel, 'subOrders').map((line) =>
      Object.assign({ words: asGivenBack(words, isPaid) ?? words }, line),
    );
  });
  // Without a code, the parcels speak for the order where they say one thing; one of them that came back does not.
  const words = lines[0]?.words;
  return {
    ...order,
    lines,
    words: lines.every((line) => line.words === words) && words,
    _back: asGivenBack(valueAt(root, 'tradeStatus'), isPaid),
  };
}

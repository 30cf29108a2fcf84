import { asArray, asCount, asText, asId, at } from '../../core/decode';
import type { Purchase, Reading } from '../../core/types';
import { itemIdOf } from '../item-id';
import type { OrderLine } from '../order';
import { addOrder, emptyReading } from '../order';
import { readStatus } from '../status';
import { readTime } from '../time';

// 2025-11, orderDetail.htm: `detailData` with a step bar and keyed lists. The list under 收货地址 is never looked at.
// The paid amount was in no page seen, so none is read.

function firstText(entry: unknown): unknown {
  return at(entry, 'content', 0, 'text');
}

function findByKey(lists: unknown, key: string): unknown {
  return asArray(lists).find((entry) => String(at(entry, 'key')).replace(/[:：]$/, '') === key);
}

function readStep(root: unknown, content: string): number | undefined {
  return readTime(
    at(
      asArray(at(root, 'stepbar', 'options')).find((step) => at(step, 'content') === content),
      'time',
    ),
  );
}

function readLine(line: unknown, status: OrderLine['status']): OrderLine {
  const item = at(line, 'itemInfo');
  return {
    itemId: itemIdOf(at(item, 'auctionUrl')) ?? itemIdOf(at(item, 'itemUrl')),
    skuId: asId(at(item, 'skuId')),
    title: asText(at(item, 'title')),
    quantity: asCount(at(line, 'quantity')),
    status,
  };
}

function readLines(root: unknown): OrderLine[] {
  const groups = asArray(at(root, 'orders', 'list')).flatMap((entry) => asArray(at(entry, 'status')));
  return groups.flatMap((group) => {
    const words = asArray(at(group, 'statusInfo')).map((entry) => at(entry, 'text'));
    const status = readStatus(`${String(at(root, 'tradeStatus'))} ${words.join(' ')}`);
    return asArray(at(group, 'subOrders')).map((line) => readLine(line, status));
  });
}

export function readTmallDetail(root: unknown): Reading<Purchase> | undefined {
  const lists = at(root, 'basic', 'lists');
  if (!Array.isArray(lists) || at(root, 'orders') === undefined) return undefined;
  const number = findByKey(lists, '订单编号');
  const more = asArray(at(number, 'content')).flatMap((content) => asArray(at(content, 'moreList')));
  const reading = emptyReading();
  addOrder(reading, {
    where: 'trade-detail',
    platform: 'tmall',
    orderId: asId(firstText(number)),
    orderedAt: readStep(root, '拍下商品'),
    paidAt: readTime(firstText(findByKey(more, '付款时间'))) ?? readStep(root, '付款到支付宝'),
    status: readStatus(at(root, 'tradeStatus')),
    lines: readLines(root),
  });
  return reading;
}

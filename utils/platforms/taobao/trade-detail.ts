import { asArray, asCount, asId, asText, at } from '../../core/decode';
import type { PlatformId, Purchase, Reading } from '../../core/types';
import { itemIdOf } from '../item-id';
import { readYuan } from '../money';
import type { OrderLine } from '../order';
import { addOrder, emptyReading } from '../order';
import { isClosed, readStatus } from '../status';
import { readTime } from '../time';

// 2025-11, trade_item_detail.htm: `mainOrder` with named values. The same object carries the receiver in
// deliveryInfo, which is never looked at.

/** The page's name-value pairs, "创建时间:" without the colon. */
function readNamed(main: unknown): Map<string, unknown> {
  const contents = asArray(at(main, 'orderInfo', 'lines')).flatMap((line) => asArray(at(line, 'content')));
  const pairs = contents.map((content): [string, unknown] => {
    const value = at(content, 'value', 'value');
    return [String(at(content, 'value', 'name')).replace(/[:：]$/, ''), at(value, 0, 'value') ?? value];
  });
  return new Map(pairs);
}

function statusWords(line: unknown): string {
  const contents = asArray(at(line, 'tradeStatus')).flatMap((entry) => asArray(at(entry, 'content')));
  return contents.map((content) => String(at(content, 'value'))).join(' ');
}

function readLine(line: unknown): OrderLine {
  const item = at(line, 'itemInfo');
  const status = readStatus(statusWords(line));
  return {
    itemId: asId(at(item, 'id')) ?? itemIdOf(at(item, 'auctionUrl')) ?? itemIdOf(at(item, 'itemUrl')),
    skuId: asId(at(item, 'skuId')),
    title: asText(at(item, 'title')),
    quantity: asCount(at(line, 'quantity')),
    status: status === 'refunding' || status === 'refunded' ? status : undefined,
  };
}

export function readTradeDetail(root: unknown, platform: PlatformId): Reading<Purchase> | undefined {
  const main = at(root, 'mainOrder');
  if (main === undefined) return undefined;
  const named = readNamed(main);
  const fee = at(main, 'payInfo', 'actualFee');
  const status = readStatus(at(main, 'tradeStatus'), at(main, 'statusInfo', 'text'));
  const lines = asArray(at(main, 'subOrders')).map(readLine);
  const reading = emptyReading();
  addOrder(reading, {
    where: 'trade-detail',
    platform,
    orderId: asId(at(main, 'id')) ?? asId(named.get('订单编号')),
    shop: asText(at(main, 'seller', 'shopName')),
    paid: readYuan(at(fee, 'value') ?? fee),
    orderedAt: readTime(named.get('创建时间')),
    paidAt: readTime(named.get('付款时间')),
    status,
    lines: isClosed(status) ? lines.map((line) => ({ ...line, status: undefined })) : lines,
  });
  return reading;
}

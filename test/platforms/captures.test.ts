// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOrders } from '../../utils/platforms/orders';
import { captures, hasCaptures } from './fixtures';

const at = Date.parse('2025-01-01T12:00:00+08:00');
const list = 'https://buyertrade.taobao.com/trade/itemlist/list_bought_items.htm';
const shared = { title: '示例商品', status: 'shipped', source: 'page', orderedAt: at, paidAt: at };

const rows: [string, string, object, string[]][] = [
  [
    'taobao-trade-detail.redacted.json',
    'https://buyertrade.taobao.com/trade/detail/trade_item_detail.htm?bizOrderId=4564022992310657751',
    { ...shared, platform: 'taobao', orderId: '4564022992310657751', quantity: 10, orderPaidFen: 9900 },
    [],
  ],
  [
    'tmall-trade-detail.redacted.json',
    'https://trade.tmall.com/detail/orderDetail.htm?bizOrderId=5220871476438669624',
    { ...shared, platform: 'tmall', orderId: '5220871476438669624', itemId: '778034935307', quantity: 1 },
    [],
  ],
  [
    'taobao-boughtlist-h5-ultron.json',
    list,
    {
      platform: 'taobao',
      orderId: '9900112233445566778',
      title: '耳罩冬季男士耳捂子 保暖带听筒耳朵套毛绒耳暖',
      quantity: 1,
      status: 'paid',
      source: 'page',
    },
    ['foreign-currency'],
  ],
];

const texts = (name: string) => {
  const json = readFileSync(join(captures, name), 'utf8');
  const literal = json.replace(/[\\"'/]/g, '\\$&').replaceAll('\n', '');
  return {
    'as an answer': json,
    'as JSONP': ` mtopjsonp3(${json});`,
    'in the page as a literal': `<html><script>var data = JSON.parse('${literal}');\n window.x = 1;</script></html>`,
    'in the page as an object': `<html><script>\nvar detailData = ${json};\nvar other = {};</script></html>`,
  };
};

const cases = rows.flatMap(([name, url, found, reasons]) =>
  (['as an answer', 'as JSONP', 'in the page as a literal', 'in the page as an object'] as const).map(
    (form) => [name, form, { url, found, reasons }] as const,
  ),
);

test.skipIf(!hasCaptures).each(cases)('%s %s', (name, form, { url, found, reasons }) => {
  const reading = readOrders(url, texts(name)[form]);
  expect(reading.found).toEqual([found]);
  expect(reading.unread.map(({ reason }) => reason)).toEqual(reasons);
});

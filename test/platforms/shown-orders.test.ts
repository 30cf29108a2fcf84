// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { Purchase } from '../../utils/core/types';
import { readOrderAnswer } from '../../utils/platforms/orders';
import { orderFinder } from '../../utils/platforms/shown-orders';
import { readFixture } from './fixtures';

const line: Purchase = {
  platform: 'pinduoduo',
  orderId: '260815-625140067923519',
  title: '示例商品 收纳袋 大号',
  orderPaidFen: 109_800,
  status: 'shipped',
  source: 'page',
};
const other = { ...line, title: '示例商品 挂钩' };

const shows = (html: string, ...lines: Purchase[]) =>
  orderFinder(new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html'))(lines.length > 0 ? lines : [line]);

describe('a page shows an order', () => {
  test.each([
    ['its number in text', `<p>订单编号：${line.orderId}</p>`],
    ['its number in an address', `<a href="order.html?order_sn=${line.orderId}&x=1">详情</a>`],
    ['its number in an id', `<div id="shopOrderContainer_${line.orderId}"></div>`],
    ['title and amount in one row', `<li><b>${line.title}</b><i>实付 ¥1098.00</i></li>`],
    ['a thousands mark', `<li><b>${line.title}</b><i>￥1,098</i></li>`],
    ['the title among other words', `<li><b>【包邮】${line.title}（灰色）</b><i>1098.0元</i></li>`],
  ])('by %s', (_, html) => expect(shows(html)).toBe(true));

  test('of two lines, both beside the amount', () => {
    const html = `<li><b>${line.title}</b><b>${other.title}</b><i>¥1098.00</i></li>`;
    expect(shows(html, line, other)).toBe(true);
  });
});

describe('a page does not show an order', () => {
  const long = '填'.repeat(3_001);
  test.each([
    ['an empty page', ''],
    ['its number in a script alone', `<script>var a = '${line.orderId}'</script>`],
    ['its number in a script’s attribute', `<script data-id="${line.orderId}"></script>`],
    ['its number in a style', `<style>/* ${line.orderId} */</style>`],
    ['its number inside a longer one', `<p>9${line.orderId}</p><p>${line.orderId}1</p>`],
    ['the title alone', `<li>${line.title}</li>`],
    ['the amount alone', '<li>¥1098.00</li>'],
    ['the title with another amount', `<li>${line.title} ¥11098.00 ¥1098.50 ¥21,098.00 ¥1098.001</li>`],
    ['title and amount in two parts of the page', `<div>${line.title}${long}</div><div>¥1098.00</div>`],
    ['title and amount in the body alone', `${line.title}<p>¥1098.00</p>`],
  ])('%s', (_, html) => expect(shows(html)).toBe(false));

  test.each([
    ['a title that is too short', { ...line, title: '袋' }, '<li>袋 ¥1098.00</li>'],
    ['no amount stated', (({ orderPaidFen: _none, ...rest }) => rest)(line), `<li>${line.title} ¥1098.00</li>`],
    ['no title yet', { ...line, title: '' }, '<li>¥1098.00</li>'],
  ])('%s', (_, purchase, html) => expect(shows(html, purchase)).toBe(false));

  test('one of its two lines', () => {
    expect(shows(`<li>${line.title} ¥1098.00</li>`, line, other)).toBe(false);
  });

  test('no lines at all', () => {
    expect(orderFinder(document)([])).toBe(false);
  });

  test('a form whose inputs hide the members that a reader would call', () => {
    const names = ['attributes', 'getAttribute', 'getAttributeNames', 'textContent', 'parentElement', 'id'];
    const inputs = names.map((name) => `<input name="${name}">`).join('');
    expect(shows(`<form>${inputs}<li>${line.title}</li></form><p>¥1098.00</p>`)).toBe(false);
  });
});

describe('an answer', () => {
  const bought = readFixture('taobao-queryboughtlistV2-pc.json');
  const list = 'https://buyertrade.taobao.com/trade/itemlist/list_bought_items.htm';
  const mtop = 'https://h5api.m.taobao.com/h5/mtop.taobao.order.queryboughtlistv2/1.0/?data=%7B%7D';
  const names = 'https://order.jd.com/lazy/getOrderProductInfo.action';

  test('of the page’s own shop is read', () => {
    expect(readOrderAnswer(list, mtop, bought)?.found.length).toBeGreaterThan(0);
    expect(readOrderAnswer('https://order.jd.com/center/list.action', names, '[]')).toBeDefined();
  });

  test.each([
    ['another shop’s', 'https://order.jd.com/center/list.action', mtop],
    ['one that holds no orders', list, 'https://h5api.m.taobao.com/h5/mtop.trade.query.bag/5.0/'],
    ['one from no host of the shop', list, 'https://evil.example/queryboughtlist'],
    ['one on a page of nobody', 'https://evil.example/', mtop],
    ['one without an address', list, ''],
  ])('%s is none of this page’s', (_, page, address) => {
    expect(readOrderAnswer(page, address, bought)).toBeUndefined();
  });

  test('of an expired session is no data, never no orders', () => {
    const reading = readOrderAnswer(list, mtop, readFixture('mtop-session-expired.jsonp'));
    expect(reading).toEqual({ found: [], unread: [{ where: 'answer', reason: 'no-data' }], skipped: 0 });
  });
});

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
const { orderPaidFen: _none, ...unpriced } = line;
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

describe('a page shows an order that states no amount', () => {
  test.each<[string, string, Partial<Purchase>]>([
    ['by title and status', `<li><b>${line.title}</b><i>待收货</i></li>`, {}],
    ['in other words for the status', `<li><b>${line.title}</b><i>卖家已发货</i></li>`, {}],
    ['that was never paid', `<li><b>${line.title}</b><i>待付款</i><i>¥1098.00</i></li>`, { status: 'unpaid' }],
    ['that was cancelled', `<li><p>交易已取消</p><b>${line.title}</b></li>`, { status: 'cancelled' }],
    ['of several pieces', `<li><b>${line.title}</b><i>x2</i><i>待收货</i></li>`, { quantity: 2 }],
    ['of several pieces, in words', `<li><b>${line.title}</b><i>共2件</i><i>待收货</i></li>`, { quantity: 2 }],
  ])('%s', (...[, html, change]) => expect(shows(html, { ...unpriced, ...change })).toBe(true));

  test.each<[string, string, Partial<Purchase>]>([
    ['another status', `<li><b>${line.title}</b><i>待付款</i></li>`, {}],
    ['no status', `<li><b>${line.title}</b><i>x1</i></li>`, {}],
    ['a status nobody knows', `<li><b>${line.title}</b><i>待使用</i></li>`, { status: 'unknown' }],
    ['a status in a sentence alone', `<li><b>${line.title}</b><i>48小时内未支付的话，待收货订单会取消</i></li>`, {}],
    ['a status as part of the title alone', '<li><b>待收货贴纸 示例商品</b></li>', { title: '待收货贴纸 示例商品' }],
    ['another number of pieces', `<li><b>${line.title}</b><i>x12</i><i>待收货</i></li>`, { quantity: 2 }],
    ['the status in another row', `<ul><li>${line.title}${'填'.repeat(3_001)}</li><li>待收货</li></ul>`, {}],
  ])('and not %s', (...[, html, change]) => expect(shows(html, { ...unpriced, ...change })).toBe(false));
});

describe('a row shows one order', () => {
  const row = `<li><b>${line.title}</b><i>¥1098.00</i><u>待收货</u></li>`;
  const finder = (html: string) =>
    orderFinder(new DOMParser().parseFromString(`<body><ul>${html}</ul></body>`, 'text/html'));
  const second = { ...line, orderId: '260815-625140067923520' };

  test.each([
    ['by its amount', [line], [second]],
    ['by its status', [unpriced], [{ ...unpriced, orderId: second.orderId }]],
  ])('%s, and no second one of the same goods', (...[, first, another]) => {
    const isShown = finder(row);
    expect([isShown(first), isShown(another), isShown(first)]).toEqual([true, false, true]);
    const two = finder(row + row);
    expect([two(first), two(another)]).toEqual([true, true]);
  });

  test('an order known by its number takes its row', () => {
    const isShown = finder(row.replace('<li>', `<li id="${line.orderId}">`));
    expect([isShown([line]), isShown([second])]).toEqual([true, false]);
  });

  test('two lines of one order may stand in one row', () => {
    const isShown = finder(`<li><b>${line.title}</b><b>${other.title}</b><i>¥1098.00</i></li>`);
    expect(isShown([line, other])).toBe(true);
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
    ['no amount stated', unpriced, `<li>${line.title} ¥1098.00</li>`],
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

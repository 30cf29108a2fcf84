// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { Purchase } from '../../utils/core/types';
import { readOrders } from '../../utils/platforms';

/** Pages and answers of known forms with what the fixtures do not have: made-up data throughout. */
const list = 'https://buyertrade.taobao.com/trade/itemlist/list_bought_items.htm';
const mtop = 'https://h5api.m.taobao.com/h5/mtop.taobao.order.queryboughtlistv2/1.0/';

const first = (url: string, content: string): Purchase | undefined => readOrders(url, content).found[0];

function order(change: object = {}) {
  return {
    id: '4000000000000000101',
    extra: { id: 1, tradeStatus: 'TRADE_FINISHED', currency: 'CNY' },
    orderInfo: { createTime: '2026-01-05 12:34:56' },
    payInfo: { actualFee: '47.40' },
    statusInfo: { text: '交易成功' },
    subOrders: [{ quantity: '6', itemInfo: { id: 700000000001, title: '示例商品' } }],
    ...change,
  };
}

describe('Taobao, old list: how the page carries its data', () => {
  const json = JSON.stringify({ error: '', mainOrders: [order()] });
  const escaped = json.replaceAll('"', '\\"').replaceAll('/', '\\/');
  const read = (script: string) => readOrders(list, `<!doctype html><script>${script}</script>`);

  test.each([
    ['single quotes', `var data = JSON.parse('${escaped}');\n window.x = 1;`],
    ['double quotes', `var data = JSON.parse("${escaped}");`],
    ['hex escapes', `var data = JSON.parse('${escaped.replaceAll(':', '\\x3a')}');`],
    ['let', `let data = JSON.parse('${escaped}');`],
    ['an object', `const data=${json};`],
    ['a field of window', `window["data"] = ${json};`],
    ['one of several', `var a=1,data=JSON.parse('${escaped}')`],
    ['behind data of another kind', `var data = {"ret":0,"error":""}; var data = JSON.parse('${escaped}');`],
    [
      'a literal of a script',
      `var data=${json.replace('{', '{"x":undefined,"y":[NaN,-Infinity,void 0,],').replace(/\}$/, ',}')};`,
    ],
    ['behind other data', `var data = {}; window.data = {"a":1}; var data = JSON.parse('${escaped}');`],
  ])('%s', (_name, script) => {
    expect(read(script).found).toEqual([expect.objectContaining({ quantity: 6, orderPaidFen: 4740 })]);
  });

  test.each([
    ['other data', 'var data = {"a":1};'],
    ['another name', `var metadata = ${json};`],
    ['a comparison', `if (data == ${json}) {}`],
    ['cut', `var data = JSON.parse('${escaped.slice(0, -20)}`],
  ])('%s is none', (_name, script) => {
    expect(read(script)).toEqual({ found: [], unread: [{ where: 'page', reason: 'unknown-form' }], skipped: 0 });
  });
});

describe('Taobao, old list: what an order says', () => {
  const read = (change: object) => readOrders(list, JSON.stringify({ mainOrders: [order(change)] }));
  const tmall = '//trade.tmall.com/detail/orderDetail.htm?bizOrderId=4000000000000000101';

  test.each<[string, object, object]>([
    ['its fee in parts', { payInfo: { actualFee: { value: '￥47.40' } } }, { orderPaidFen: 4740 }],
    ['its fee as a number', { payInfo: { actualFee: 47.4 } }, { orderPaidFen: 4740 }],
    ['RMB', { extra: { tradeStatus: 'TRADE_FINISHED', currency: 'RMB' } }, { orderPaidFen: 4740 }],
    ['Tmall by the link of its status', { statusInfo: { url: tmall } }, { platform: 'tmall' }],
    [
      'closed by Taobao',
      { extra: { tradeStatus: 'TRADE_CLOSED_BY_TAOBAO' }, statusInfo: { text: '交易关闭' } },
      { status: 'cancelled' },
    ],
    [
      'signed for',
      { extra: { tradeStatus: 'TRADE_BUYER_SIGNED' }, statusInfo: { text: '买家已签收' } },
      { status: 'completed' },
    ],
    ['part of it refunded', { extra: {}, statusInfo: { text: '部分已退款' } }, { status: 'unknown' }],
  ])('%s', (_name, change, expected) => expect(read(change).found[0]).toMatchObject(expected));

  test('a gift is a line, services are none', () => {
    const lines = [
      '示例商品',
      '【赠品】袜子',
      '买家秀同款连衣裙',
      '【保险服务】运费',
      '店铺购物金充值 充500',
      '退货运费险',
    ];
    const { found, skipped } = read({ subOrders: lines.map((title) => ({ itemInfo: { title } })) });
    expect([found.map(({ title }) => title), skipped]).toEqual([lines.slice(0, 3), 3]);
  });

  test('a word about an error takes back no order that stands beside it', () => {
    const { found, unread } = readOrders(list, JSON.stringify({ error: '部分数据加载失败', mainOrders: [order()] }));
    expect([found.length, unread]).toEqual([1, []]);
  });

  test('money of another country is told and left out', () => {
    const { found, unread } = read({ extra: { tradeStatus: 'TRADE_FINISHED', currency: 'USD' } });
    expect(found[0]).not.toHaveProperty('orderPaidFen');
    expect(unread).toEqual([{ where: 'bought-list[0]', reason: 'foreign-currency' }]);
  });
});

describe('Taobao, new list', () => {
  const id = '4000000000000000301';
  const parts = {
    [`orderStatus_${id}`]: { fields: { title: '交易成功' } },
    [`orderItemInfo_${id}_1`]: { fields: { item: { itemId: '700000000001', title: '示例商品' } } },
  };
  const answer = (data: object, ret: unknown = ['SUCCESS::调用成功']) => JSON.stringify({ ret, data: { data } });

  test.each([
    'mtopjsonp3(%)',
    ' mtopjsonp12 ( % ) ;\n',
    '\ufeffmtopjsonp1(%)',
    '/**/jsonp_1(%);',
    'try{mtopjsonp1(%)}catch(e){}',
    'window["cb"]&&window["cb"](%)',
    'callbacks[0](%)',
    ")]}'\n%",
  ])('%s', (around) => {
    const inside = (json: string) =>
      readOrders(
        mtop,
        around.replace('%', () => json),
      );
    expect(inside(answer(parts)).found).toHaveLength(1);
    const failed = answer({}, ['FAIL_SYS_SESSION_EXPIRED::Session过期']);
    expect(inside(failed)).toEqual({ found: [], unread: [{ where: 'answer', reason: 'no-data' }], skipped: 0 });
  });

  test('a refusal may be a text instead of a list', () => {
    expect(readOrders(mtop, answer({}, 'FAIL_SYS_TOKEN_EMPTY::令牌为空')).unread).toEqual([
      { where: 'answer', reason: 'no-data' },
    ]);
  });

  test('an answer that asks whether somebody is there is no data', () => {
    expect(readOrders(mtop, JSON.stringify({ rgv587_flag: 'sm', url: 'https://example.org/' }))).toEqual({
      found: [],
      unread: [{ where: 'answer', reason: 'no-data' }],
      skipped: 0,
    });
  });

  test('an order is one without the part of its shop, and takes its seller’s name where the shop has none', () => {
    expect(first(mtop, answer(parts))).toMatchObject({ orderId: id, status: 'completed', title: '示例商品' });
    const shop = { [`shopInfo_${id}`]: { fields: { sellerName: '示例卖家' } } };
    expect(first(mtop, answer({ ...parts, ...shop }))).toMatchObject({ shop: '示例卖家' });
  });

  test.each([
    ['退款成功，已退回原支付方式', { status: 'refunded', orderPaidFen: 990 }],
    ['超时未付款', { status: 'cancelled' }],
    ['部分退款成功', { status: 'cancelled' }],
  ])('closed, and below it %s', (subTitle, expected) => {
    const closed = {
      [`orderStatus_${id}`]: { fields: { title: '交易关闭', subTitle } },
      [`orderPayment_${id}`]: { fields: { actualFee: { value: '￥9.90' } } },
    };
    const { found } = readOrders(mtop, answer({ ...parts, ...closed }));
    expect(found).toEqual([expect.objectContaining(expected)]);
    expect(found[0]?.orderPaidFen).toBe('orderPaidFen' in expected ? 990 : undefined);
  });

  test.each([{ value: '￥9.90' }, { value: 9.9 }, '￥9.90'])('the fee as %j', (actualFee) => {
    const paid = { [`orderPayment_${id}`]: { fields: { actualFee } } };
    expect(readOrders(mtop, answer({ ...parts, ...paid }))).toMatchObject({
      found: [{ orderPaidFen: 990 }],
      unread: [],
    });
  });

  test('an item of the phone’s page without an order is none', () => {
    const advice = { [`item_${id}_1_1`]: { fields: { item: { title: '猜你喜欢' } } } };
    expect(readOrders(mtop, answer(advice))).toEqual({ found: [], unread: [], skipped: 0 });
  });
});

describe('JD, list', () => {
  const jd = 'https://order.jd.com/center/list.action';
  const head = (shop: string) =>
    `<tr class="tr-th"><td><span class="dealtime" title="2026-01-05 10:00:00"></span>订单号<span class="order-shop">${shop}</span></td></tr>`;
  const row = (name: string) =>
    `<tr class="tr-bd"><td><div class="goods-item p-100000000001"><div class="p-name">${name}</div></div><div class="goods-number"> x1 </div></td><td><div class="amount"><span>总额&nbsp;&yen;29.90</span></div></td><td><span class="order-status">等待收货</span></td></tr>`;
  const link = '<a href="//item.jd.com/100000000001.html" title="示例商品">示例商品</a>';
  const page = (body: string) => `<table class="td-void order-tb">${body}</table>`;

  test('a split order: its parts are orders, their last row is empty', () => {
    const parent =
      '<tbody id="parent-300000000001"><tr class="tr-th tr-th-split"><td><div class="split-row split-row02"><span class="order-count">订单金额：<em>¥254.70</em></span><span class="order-status">订单状态：已拆分</span></div></td></tr></tbody>';
    const part = `<tbody id="tb-300000000002" class="split-tbody parent-300000000001">${head('<span class="shop-txt">京东自营</span>')}${row(link)}<tr class="tr-bd sep-tr-bd"><td></td><td></td></tr></tbody>`;
    const { found, unread } = readOrders(jd, page(parent + part));
    expect(found).toEqual([
      expect.objectContaining({ orderId: '300000000002', orderPaidFen: 2990, quantity: 1, shop: '京东自营' }),
    ]);
    expect(unread).toEqual([]);
  });

  test.each([
    [
      'a shop whose name comes late',
      '<a class="shop-txt venderName1" href="//mall.jd.com/index-1.html"></a>',
      undefined,
    ],
    [
      'a name in the link’s title',
      '<a class="shop-txt" href="//mall.jd.com/index-1.html" title="示例店"></a>',
      '示例店',
    ],
    ['JD itself', '<span class="shop-txt">京东</span>', '京东自营'],
    ['nothing', '', '京东自营'],
  ])('%s', (_name, shop, expected) => {
    const content = page(`<tbody id="tb-300000000001">${head(shop)}${row(link)}</tbody>`);
    expect(first(jd, content)?.shop).toBe(expected);
  });

  test.each([
    ['<span>总额 ¥61.90</span><br><span class="ftx-13">在线支付</span>', 6190],
    ['<span>¥61.90</span>', 6190],
    ['¥1,061.90<br><span class="ftx-13">在线支付</span>', 106_190],
    ['<span class="ftx-13">微信支付</span><br><span>¥61.90</span>', 6190],
    ['<p><span>总额&nbsp;</span><span>¥61.90</span></p>', 6190],
    ['<span>订单金额：¥61.90</span>', 6190],
    ['<span>总额 ¥61.90</span><br/><strong>实付 ¥51.90</strong>', 5190],
    ['<span>总额 ¥61.90</span><br>应付 <strong>¥51.90</strong>', 5190],
    ['<span>在线支付</span> ¥61.90 ¥6.00', undefined],
    ['<span>总额 HK$61.90</span>', undefined],
    ['<span>订单金额：HK$61.90</span>', undefined],
  ])('the amount in %s', (amount, fen) => {
    const whole = page(`<tbody id="tb-300000000001">${head('')}${row(link)}</tbody>`);
    const content = whole.replace(/(?<=<div class="amount">).*?(?=<\/div>)/, () => amount);
    expect(content).toContain(amount);
    const { found, unread } = readOrders(jd, content);
    expect(found[0]?.orderPaidFen).toBe(fen);
    expect(unread).toHaveLength(fen === undefined ? 1 : 0);
  });

  test('a class without a number gives no id; the link has it', () => {
    const content = page(`<tbody id="tb-300000000001">${head('')}${row(link)}</tbody>`);
    const found = first(jd, content.replace('goods-item p-100000000001', 'goods-item'));
    expect(found).toMatchObject({ itemId: '100000000001', skuId: '100000000001' });
  });

  test('something virtual has a name and no link', () => {
    const content = page(`<tbody id="tb-300000000001">${head('')}${row('话费充值 50元')}</tbody>`);
    expect(first(jd, content)).toMatchObject({ title: '话费充值 50元', skuId: '100000000001' });
    const unnumbered = readOrders(jd, content.replace('p-100000000001', 'p-0')).found;
    expect(unnumbered).toEqual([expect.objectContaining({ title: '话费充值 50元' })]);
    expect(unnumbered[0]).not.toHaveProperty('itemId');
    expect(unnumbered[0]).not.toHaveProperty('skuId');
  });
});

test.each([
  ['数量：1 总价：¥88.00', 1, 8800],
  ['数量：2  总价：¥ 1,088.00', 2, 108_800],
  ['总价: 88元 数量: 3', 3, 8800],
  ['总价：¥88.00<br>数量：1', 1, 8800],
  ['数量：1&nbsp;总价：&yen;88.00', 1, 8800],
  ['数量：2&#160;<b>总价：</b>&#xa5;1,088.00', 2, 108_800],
  ['数量：2<br/>总价：<em>¥88.00</em><br/>有效期', 2, 8800],
])('Meituan: %s', (orderinfo, quantity, orderPaidFen) => {
  const order = { orderid: '4900000001', title: '示例双人餐', orderinfo, showstatus: '已完成' };
  const [found] = readOrders(
    'https://www.meituan.com/ptapi/orders/orderlist',
    JSON.stringify({ data: { orders: [order] } }),
  ).found;
  expect([found?.quantity, found?.orderPaidFen]).toEqual([quantity, orderPaidFen]);
});

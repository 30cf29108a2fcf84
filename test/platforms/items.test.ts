// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { resolveLink } from '@/utils/links';
import { readItemPage } from '../../utils/platforms/item-page';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

const ice = (res: object) =>
  `<script>!(function () {var a = window.__ICE_APP_CONTEXT__ || {};var b = ${JSON.stringify({
    appData: null,
    loaderData: { home: { data: { res } } },
  })};for (var k in a) { b[k] = a[k] }window.__ICE_APP_CONTEXT__=b;})();</script>`;

const taobao = (price: object, quantity: unknown = '200') =>
  ice({
    item: { itemId: '700000000001', title: '示例商品 手机壳' },
    seller: { shopName: '示例小店' },
    skuCore: { sku2info: { '0': { quantity } } },
    componentsVO: { priceVO: { price } },
  });
const pdd = (goods: object) =>
  `<script>window.rawData=${JSON.stringify({ store: { initDataObj: { goods, mall: { mallName: '示例店' } } } })};window.leo={};</script>`;

const tb = 'https://item.taobao.com/item.htm?id=700000000001&mi_id=x';
const tm = 'https://detail.tmall.com/item.htm?id=700000000001&skuId=5';
const jd = 'https://item.jd.com/100000000001.html';
const pd = 'https://mobile.yangkeduo.com/goods.html?goods_id=900000000001';
const vip = 'https://detail.vip.com/detail-1710000001-6900000000000000001.html';
const mt = 'https://www.meituan.com/deal/12345678.html';

const ali = {
  itemId: '700000000001',
  itemKey: 'ali:700000000001',
  title: '示例商品 手机壳',
  shop: '示例小店',
  stock: 'in',
};

/** What is shown, address, page, and what is read. */
type Row = [string, string, string, object];

describe('an item page by the data the server wrote into it', () => {
  test.each<Row>([
    ['Taobao', tb, taobao({ priceText: '7.90' }), { ...ali, platform: 'taobao', priceFen: 790, priceKind: 'list' }],
    [
      'Tmall, price after coupon',
      tm,
      taobao({ priceText: '1,299.5', priceTitle: '券后' }),
      { ...ali, platform: 'tmall', priceFen: 129950, priceKind: 'coupon' },
    ],
    [
      'Taobao, price for members, sold out',
      tb,
      taobao({ priceText: '￥59', priceTitle: '88VIP价' }, '0'),
      { ...ali, platform: 'taobao', priceFen: 5900, priceKind: 'member', stock: 'out' },
    ],
    [
      'Taobao, price not a price',
      tb,
      taobao({ priceText: '2.01起' }, null),
      { ...ali, platform: 'taobao', stock: undefined },
    ],
    [
      'Pinduoduo, yuan',
      pd,
      pdd({ goodsName: '示例商品 收纳袋', minGroupPrice: '98.90', minOnSaleGroupPrice: 9890 }),
      {
        platform: 'pinduoduo',
        itemId: '900000000001',
        itemKey: 'pdd:900000000001',
        title: '示例商品 收纳袋',
        shop: '示例店',
        priceFen: 9890,
        priceKind: 'list',
      },
    ],
    [
      'Pinduoduo, a whole number may be yuan or fen',
      pd,
      pdd({ goodsName: '示例商品 收纳袋', minGroupPrice: 98 }),
      {
        platform: 'pinduoduo',
        itemId: '900000000001',
        itemKey: 'pdd:900000000001',
        title: '示例商品 收纳袋',
        shop: '示例店',
      },
    ],
  ])('%s', (_, ...[url, html, item]) =>
    expect(readItemPage(url, parse(html))).toEqual({
      ...JSON.parse(JSON.stringify(item)),
      itemUrl: resolveLink(url)?.canonical,
    }),
  );
});

describe('an item page by its elements', () => {
  test.each<Row>([
    [
      'JD',
      jd,
      '<div class="sku-name"> 示例商品 U盘 </div><span class="p-price"><span>￥</span><span class="price">61.90</span></span><div id="store-prompt">有货</div>',
      { title: '示例商品 U盘', priceFen: 6190, priceKind: 'list', stock: 'in' },
    ],
    [
      'JD, late price',
      jd,
      '<div class="sku-name">示例商品</div><span class="p-price">￥ ？</span>',
      { title: '示例商品' },
    ],
    ['JD by its title', jd, '<title>【示例商品 U盘】 行情 报价 价格 评测-京东</title>', { title: '示例商品 U盘' }],
    ['Taobao by its title', tb, '<title>示例商品-大号-淘宝网</title>', { title: '示例商品-大号' }],
    ['Tmall by its title', tm, '<title>示例商品-tmall.com天猫</title>', { title: '示例商品' }],
    [
      'Taobao',
      tb,
      '<h1 class="mainTitle--x1">示例商品</h1><i class="priceText--x2">9.9</i><b class="shopName--x3">示例小店</b>',
      { title: '示例商品', shop: '示例小店', priceFen: 990, priceKind: 'list' },
    ],
    ['Vipshop', vip, '<title>示例商品 - 唯品会</title><h1>示例商品 卫衣</h1>', { title: '示例商品 卫衣' }],
    ['Meituan', mt, '<h1>示例双人餐</h1>', { title: '示例双人餐' }],
    ['nothing but the address', jd, '', {}],
    ['server data cut in half', tb, taobao({ priceText: '7.90' }).slice(0, 180), {}],
    ['a form that hides a property', jd, '<form><input name="querySelector"></form><script>var x = 1</script>', {}],
  ])('%s', (_, ...[url, html, facts]) => {
    const { platform, itemId, itemKey, itemUrl, ...rest } = readItemPage(url, parse(html))!;
    expect(rest).toEqual(facts);
    expect(itemUrl).toBe(resolveLink(url)?.canonical);
    expect([platform, itemId, itemKey].every((text) => text.length > 1)).toBe(true);
  });
});

test.each([
  'https://order.jd.com/center/list.action',
  'https://mall.jd.com/index-10001.html',
  'https://s.taobao.com/search?q=x',
  'https://item.jd.com.evil.example/100000000001.html',
  'https://www.xiaohongshu.com/goods-detail/6512f0f0000000000000a1b2',
  'https://u.jd.com/abcdefg',
  'about:blank',
  '',
])('%s is no item page of a platform that can be connected', (url) => {
  expect(readItemPage(url, parse('<h1>示例商品</h1>'))).toBeUndefined();
});

import { expect, test } from 'vitest';
import { resolveText } from '../../utils/links';

const read = (text: string) => resolveText(text).map(({ platform, kind, key }) => [platform, kind, key]);

test.each([
  ['看这里https://u.jd.com/bXJPKh，快去', [['jd', 'short', 'https://u.jd.com/bXJPKh']]],
  ['（https://u.jd.com/bXJPKh）', [['jd', 'short', 'https://u.jd.com/bXJPKh']]],
  ['See https://u.jd.com/bXJPKh.', [['jd', 'short', 'https://u.jd.com/bXJPKh']]],
  ['“https://u.jd.com/bXJPKh”', [['jd', 'short', 'https://u.jd.com/bXJPKh']]],
  ['https://u.jd.com/bXJPKh👈', [['jd', 'short', 'https://u.jd.com/bXJPKh']]],
  ['https://item.taobao.com/item.htm?id=7「标题」', [['taobao', 'item', 'ali:7']]],
  ['//item.taobao.com/item.htm?id=7&amp;_u=1', [['taobao', 'item', 'ali:7']]],
  ['taobao://item.taobao.com/item.htm?id=7', [['taobao', 'deeplink', 'ali:7']]],
  ['taobao://item.taobao.com/item.htm?id=7 复制打开', [['taobao', 'deeplink', 'ali:7']]],
  ['打开taobao://item.taobao.com/item.htm?id=7，快去', [['taobao', 'deeplink', 'ali:7']]],
  ['openApp.jdMobile://virtual?params={ "des": "productDetail", "skuId": "7" }', [['jd', 'deeplink', 'jd:7']]],
  [
    '点 openapp.jdmobile://virtual?params=%7B%22des%22%3A%22productDetail%22%2C%22skuId%22%3A7%7D 看',
    [['jd', 'deeplink', 'jd:7']],
  ],
  // zero-width signs hide words from searches
  ['￥yKnu\u200bUEInvoQ\u200b￥', [['taobao', 'token', 'token:yKnuUEInvoQ']]],
  ['https://u.jd.com/bXJPKh\u200b看', [['jd', 'short', 'https://u.jd.com/bXJPKh']]],
  [`${'\u200b'.repeat(200)}【京\u200b东】https://u.jd.com/bXJPKh`, [['jd', 'sharetext', 'https://u.jd.com/bXJPKh']]],
  [
    '先 https://u.jd.com/bXJPKh 再 https://m.tb.cn/h.e18JeHI',
    [
      ['jd', 'short', 'https://u.jd.com/bXJPKh'],
      ['taobao', 'short', 'https://m.tb.cn/h.e18JeHI'],
    ],
  ],
  // each name belongs to the address beside it
  [
    'https://u.jd.com/bXJPKh 和【淘宝】https://m.tb.cn/h.e18JeHI',
    [
      ['jd', 'short', 'https://u.jd.com/bXJPKh'],
      ['taobao', 'sharetext', 'https://m.tb.cn/h.e18JeHI'],
    ],
  ],
  ['【天猫】https://detail.tmall.com/item.htm?id=7 「标题」', [['tmall', 'sharetext', 'ali:7']]],
  // Xianyu shares by Taobao's short links
  ['【闲鱼】https://m.tb.cn/h.e18JeHI CZ0001 「标题」', [['taobao', 'sharetext', 'https://m.tb.cn/h.e18JeHI']]],
  ['https://u.jd.com/bXJPKh https://u.jd.com/bXJPKh', [['jd', 'short', 'https://u.jd.com/bXJPKh']]],
  ['￥yKnuUEInvoQ￥ CZ11/', [['taobao', 'token', 'token:yKnuUEInvoQ']]],
  ['1復制( CZ3457 WCRJWdrj9qo)打开tao寳', [['taobao', 'token', 'token:WCRJWdrj9qo']]],
  ['（WCRJWdrj9qo）打开淘宝', [['taobao', 'token', 'token:WCRJWdrj9qo']]],
  ['(yKnuUEInvoQ)打开淘宝', [['taobao', 'token', 'token:yKnuUEInvoQ']]],
  ['(axBdXo1mIOk)打开淘宝', [['taobao', 'token', 'token:axBdXo1mIOk']]],
  ['5👈 xixi:/哈axBdXo1mIOk信  ECCO', [['taobao', 'token', 'token:axBdXo1mIOk']]],
  ['好物\n5👈 xixi:/哈axBdXo1mIOk信  ECCO', [['taobao', 'token', 'token:axBdXo1mIOk']]],
  ['￥yKnuUEInvoQ￥ 打开京东', [['jd', 'token', 'token:yKnuUEInvoQ']]],
  ['￥yKnuUEInvoQ￥ 打开闲鱼', [['xianyu', 'token', 'token:yKnuUEInvoQ']]],
  ['7.0 復製(aBcD3FgHiJk):/ 咑閞τáobao', [['taobao', 'token', 'token:aBcD3FgHiJk']]],
  ['【得物】￥yKnuUEInvoQ￥', [['dewu', 'token', 'token:yKnuUEInvoQ']]],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  '',
  '今天天气不错',
  '【淘宝】',
  '打开【小红书】App',
  '价格￥129.00￥99.00 今天下单',
  '￥12345678￥',
  '￥abcdefghij￥',
  '￥ABCDEFGHIJ￥',
  '￥yKnuUEInvoQ€',
  '￥yKnuUE￥',
  '优惠码 CZ3457',
  '（TripAdvisor）',
  '(AirPodsPro2) 很好用',
  '(AirPodsPro2)打开淘宝搜',
  '（MacBookPro16）打开淘宝就有',
  '(iPhone15Pro) 打開京東',
  '（TripAdvisor）打开看看',
  '(XiaomiPad6S)打开淘宝',
  'Wardrobista TripAdvisor',
  '今天买了 axBdXo1mIOk 这个',
  '😆 6E8kGnSd9JiMk7l 😆',
  'http://',
  'https://evil.example/?u=https://item.taobao.com/item.htm?id=7',
  'https://evil.example/【淘宝】',
  '【淘宝】https://evil.example/h.e18JeHI',
  '【小红书】https://www.xiaohongshu.com/explore/69b68cb01b6b3f0001385bc6',
  "javascript:location='https://item.taobao.com/item.htm?id=7'",
  'mailto:a@taobao.com',
  'xtaobao://item.taobao.com/item.htm?id=7 x',
  'taobao：//item.taobao.com/item.htm?id=7',
])('nothing in %s', (text) => {
  expect(resolveText(text)).toEqual([]);
});

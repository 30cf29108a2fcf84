import { describe, expect, test } from 'vitest';
import { resolveLink } from '../../utils/links';

const HEX = '69b68cb01b6b3f0001385bc6';
const encode = encodeURIComponent;
const item = (platform: string, id: string) => ({ platform, kind: 'item', itemId: id });

// Forms that are known and stand in no real row of the table.
test.each([
  ['https://item.ny.taobao.com/item.htm?id=612345678901', item('taobao', '612345678901')],
  ['https://m.intl.taobao.com/detail/detail.html?id=612345678901', item('taobao', '612345678901')],
  ['https://world.taobao.com/item/wap/612345678901.htm', item('taobao', '612345678901')],
  ['https://ju.taobao.com/m/jusp/alone/detailwap/mtp.htm?item_id=612345678901', item('taobao', '612345678901')],
  ['https://nmi.juhuasuan.com/market/ju/detail_wap.php?item_id=612345678901', item('taobao', '612345678901')],
  ['https://detail.m.tmall.com/item.htm?id=612345678901', item('tmall', '612345678901')],
  ['https://m.tmall.com/item.htm?id=612345678901', item('tmall', '612345678901')],
  ['https://detail.m.tmall.hk/item.htm?id=612345678901', item('tmall', '612345678901')],
  ['https://detail.liangxinyao.com/item.htm?id=612345678901', item('tmall', '612345678901')],
  ['https://detail.yao.95095.com/item.htm?id=612345678901', item('tmall', '612345678901')],
  ['https://i-item.jd.com/100012043978.html', item('jd', '100012043978')],
  ['https://item.jkcsjd.com/100012043978.html', item('jd', '100012043978')],
  ['https://item.m.jd.com/product/100012043978.web', item('jd', '100012043978')],
  ['https://item.m.jd.com/detail/100012043978.html', item('jd', '100012043978')],
  ['https://item.m.jd.com/detail/100012043978', item('jd', '100012043978')],
  ['https://mitem.jd.hk/ware/view.action?wareId=100012043978', item('jd', '100012043978')],
  ['https://mitem.jd.hk/product/100012043978.html', item('jd', '100012043978')],
  ['https://wqitem.jd.com/product/100012043978.html', item('jd', '100012043978')],
  ['https://m.yiyaojd.com/product/100012043978.html', item('jd', '100012043978')],
  ['https://m.jd.hk/product/100012043978.html', item('jd', '100012043978')],
  ['https://re.m.jd.com/list/item/9756-32859144513.html', item('jd', '32859144513')],
  ['https://mobile.pinduoduo.com/goods.html?goods_id=297881222686703616', item('pinduoduo', '297881222686703616')],
  ['https://m.vip.com/preheating-product-1710616528-6919197068968114384.html', item('vipshop', '6919197068968114384')],
  ['https://pages.xiaohongshu.com/goods/' + HEX + '?xhs_g_s=0002', item('xiaohongshu', HEX)],
  ['https://mall.xiaohongshu.com/goods-detail/' + HEX, item('xiaohongshu', HEX)],
  ['https://www.rednote.com/goods-detail/' + HEX, item('xiaohongshu', HEX)],
  ['https://haohuo.jinritemai.com/views/product/detail?id=3624312858713682681', item('douyin', '3624312858713682681')],
  ['https://m.1688.com/offer/558138661205.html', item('1688', '558138661205')],
  ['https://product.suning.com/0070067092/601396653.html', item('suning', '0070067092-601396653')],
  ['https://m-goods.kaola.com/product/27979.html', item('kaola', '27979')],
  ['https://m.dewu.com/router/product/ProductDetail?spuId=1488865', item('dewu', '1488865')],
  ['https://h5.m.goofish.com/item?id=1045171414271', item('xianyu', '1045171414271')],
  ['https://2.taobao.com/item.htm?id=1045171414271', item('xianyu', '1045171414271')],
  ['https://traveldetail.fliggy.com/item.htm?id=612345678901', item('fliggy', '612345678901')],
])('%s', (url, expected) => {
  expect(resolveLink(url)).toMatchObject(expected);
});

test.each([
  ['https://shop36108681.taobao.com/', 'taobao', '36108681', 'https://shop36108681.taobao.com/'],
  ['https://nike.tmall.com/shop/view_shop.htm?spm=1', 'tmall', 'nike', 'https://nike.tmall.com/'],
  // begins like a functional subdomain (mytaobao, brand)
  ['https://nike.m.tmall.com/?spm=1', 'tmall', 'nike', 'https://nike.tmall.com/'],
  ['https://myprotein.tmall.com/', 'tmall', 'myprotein', 'https://myprotein.tmall.com/'],
  ['https://brandname.tmall.com/', 'tmall', 'brandname', 'https://brandname.tmall.com/'],
  ['https://shop.m.jd.com/?shopId=17529', 'jd', '17529', 'https://mall.jd.com/index-17529.html'],
  ['https://shop.m.jd.com/shop/home?venderId=17529', 'jd', '17529', 'https://mall.jd.com/index-17529.html'],
  [
    'https://m.dianping.com/shopshare/H3wfj71c5YJ8Jpkf',
    'dianping',
    'H3wfj71c5YJ8Jpkf',
    'https://www.dianping.com/shop/H3wfj71c5YJ8Jpkf',
  ],
  ['https://www.xiaohongshu.com/shop/' + HEX, 'xiaohongshu', HEX, 'https://www.xiaohongshu.com/vendor/' + HEX],
  [
    'https://winport.m.1688.com/page/index.html?memberId=b2b-1',
    '1688',
    'b2b-1',
    'https://winport.m.1688.com/page/index.html?memberId=b2b-1',
  ],
])('%s is a shop', (...[url, platform, shopId, canonical]) => {
  expect(resolveLink(url)).toMatchObject({ platform, kind: 'shop', shopId, canonical, key: canonical });
});

const TMALL = 'https://detail.tmall.com/item.htm?id=612345678901';

// What unwraps, and through what.
test.each([
  [`https://s.click.taobao.com/t_9?p=mm_1_2_3&l=${encode(TMALL)}`, 'redirector', ['s.click.taobao.com']],
  [`https://click.simba.taobao.com/rd?f=${encode(TMALL)}`, 'redirector', ['click.simba.taobao.com']],
  [
    `https://ace.tb.cn/t?smburl=${encode(`tbopen://m.taobao.com/tbopen/index.html?h5Url=${encode(TMALL)}`)}`,
    'redirector',
    ['ace.tb.cn', 'tbopen'],
  ],
  [`https://weibo.cn/sinaurl?u=${encode(TMALL)}`, 'redirector', ['weibo.cn']],
  [`https://link.zhihu.com/?target=${encode(TMALL)}`, 'redirector', ['link.zhihu.com']],
  [`alipays://platformapi/startapp?appId=20000067&url=${encode(TMALL)}`, 'item', ['alipays']],
  [`tmall://tmallclient/?{"action":"item:id=612345678901"}`, 'deeplink', ['tmall']],
  [`tmall://tmallclient/?${encode('{"action":"item:id=612345678901"}')}`, 'deeplink', ['tmall']],
  [`tmall://page.tm/appLink?h5Url=${encode(TMALL)}`, 'deeplink', ['tmall', 'page.tm']],
  [`taobao://detail.tmall.com/item.htm?id=612345678901`, 'deeplink', ['taobao']],
  // pasted in raw: the id is the outer query's
  [
    `tbopen://m.taobao.com/tbopen/index.html?h5Url=https://detail.tmall.com/item.htm?spm=1&id=612345678901`,
    'deeplink',
    ['tbopen'],
  ],
  // the first address leads nowhere
  [
    `tbopen://m.taobao.com/tbopen/index.html?linkUrl=${encode(TMALL)}&h5Url=${encode('https://h5.m.taobao.com/x')}`,
    'deeplink',
    ['tbopen'],
  ],
  // encoded twice
  [`tbopen://m.taobao.com/tbopen/index.html?h5Url=${encode(encode(TMALL))}`, 'deeplink', ['tbopen']],
  [`intent://m.taobao.com/x#Intent;scheme=unknown;S.browser_fallback_url=${encode(TMALL)};end`, 'deeplink', ['intent']],
  [`snssdk1128://webview?url=${encode(TMALL)}`, 'deeplink', ['snssdk1128']],
  [`xhsdiscover://webview?url=${encode(TMALL)}`, 'deeplink', ['xhsdiscover']],
])('%s → Tmall', (url, kind, via) => {
  expect(resolveLink(url)).toMatchObject({
    platform: 'tmall',
    kind,
    itemKey: 'ali:612345678901',
    canonical: TMALL,
    via,
  });
});

const JD = { platform: 'jd', itemKey: 'jd:100012043978' };
const PRODUCT = '{"category":"jump","des":"productDetail","skuId":"100012043978"}';

test.each([
  ['openApp.jdMobile://item.jd.com/100012043978.html', 'deeplink'],
  [`openjd://virtual?params=${PRODUCT.toLowerCase().replace('productdetail', 'productDetail')}`, 'deeplink'],
  [`openapp.jdmobile://virtual?params=${PRODUCT.replace('"100012043978"', '100012043978')}`, 'deeplink'],
  [`jdmobile://virtual?params=${encode(encode(PRODUCT))}`, 'deeplink'],
  [
    `openapp.jdmobile://virtual?params=${encode(`{"des":"m","url":"${encode('https://item.jd.com/100012043978.html')}"}`)}`,
    'deeplink',
  ],
  [
    `https://cfe.m.jd.com/privatedomain/risk_handler/03101900/?returnurl=${encode(encode('https://item.m.jd.com/product/100012043978.html'))}`,
    'redirector',
  ],
  [
    `http://click.union.360buy.com/JdClick/?unionId=75&to=${encode('http://item.jd.com/100012043978.html')}`,
    'redirector',
  ],
  [`https://ccc-x.jd.com/dsp/nc?ext=${btoa('https://item.jd.com/100012043978.html')}`, 'redirector'],
  [`https://ccc-x.jd.com/dsp/cl?posid=1&to=${encode('https://item.jd.com/100012043978.html')}`, 'redirector'],
])('%s → JD', (url, kind) => {
  expect(resolveLink(url)).toMatchObject({ ...JD, kind });
});

test.each([
  [`https://mobile.yangkeduo.com/login.html?from=${encode('goods.html?goods_id=7')}`, 'redirector', 'pdd:7'],
  [`https://mobile.yangkeduo.com/app.html?launch_url=${encode('/goods.html?goods_id=7')}`, 'redirector', 'pdd:7'],
  [
    `https://mobile.yangkeduo.com/app.html?launch_url=${encode(encode('goods.html?goods_id=7'))}`,
    'redirector',
    'pdd:7',
  ],
  [
    `https://mobile.yangkeduo.com/login.html?from=${encode('https://mobile.yangkeduo.com/goods2.html?goods_id=7')}`,
    'redirector',
    'pdd:7',
  ],
  [
    `https://click.union.vip.com/redirect.php?url=${btoa('{"desturl":"https:\\/\\/m.vip.com\\/product-0-7.html","ucode":"u1"}')}`,
    'redirector',
    'vip:7',
  ],
  [`https://weixin.vip.com/deeplink/showGoodsDetail?pid=7`, 'redirector', 'vip:7'],
  [`vipshop://showWeb?url=${encode('https://m.vip.com/product-12-7.html')}`, 'deeplink', 'vip:7'],
  [
    `https://oia.xiaohongshu.com/oia?deeplink=${encode(`xhsdiscover://goods_detail/${HEX}?a=1`)}`,
    'redirector',
    `xhs:${HEX}`,
  ],
  [`xhsdiscover://mini_goods_detail/${HEX}`, 'deeplink', `xhs:${HEX}`],
  [`imeituan://www.meituan.com/web?url=${encode('https://www.meituan.com/deal/7.html')}`, 'deeplink', 'mt:7'],
])('%s → %s %s', (url, kind, itemKey) => {
  expect(resolveLink(url)).toMatchObject({ kind, itemKey });
});

test('four levels are unwrapped, a fifth is not', () => {
  const wrap = (url: string) => `https://link.zhihu.com/?target=${encode(url)}`;
  const four = wrap(wrap(wrap(wrap(TMALL))));
  expect(resolveLink(four)).toMatchObject({ itemKey: 'ali:612345678901', via: Array(4).fill('link.zhihu.com') });
  expect(resolveLink(wrap(four))).toBeUndefined();
});

test('the goods shown by Taobao, Tmall and Ali Health are one item', () => {
  const keys = ['item.taobao.com', 'detail.tmall.com', 'detail.tmall.hk', 'detail.liangxinyao.com'].map(
    (host) => resolveLink(`https://${host}/item.htm?id=7`)?.key,
  );
  expect(new Set(keys)).toEqual(new Set(['ali:7']));
});

test('an id longer than a number can hold stays what it is', () => {
  const id = '29788122268670361612';
  expect(resolveLink(`openapp.jdmobile://virtual?params={"des":"productDetail","skuId":${id}}`)?.itemId).toBe(id);
  expect(resolveLink(`https://mobile.yangkeduo.com/goods.html?goods_id=${id}`)?.itemId).toBe(id);
});

// Nothing tells where they lead; each is a link of its own all the same.
test('opaque links have keys of their own', () => {
  const urls = [
    'taobao://',
    'openapp.jdmobile://',
    'kwai://home',
    'xhsdiscover://home',
    'xhsdiscover://search/result?keyword=a',
    'xhsdiscover://search/result?keyword=b',
    'imeituan://www.meituan.com/mrn?mrn_biz=a&productId=1',
    'imeituan://www.meituan.com/mrn?mrn_biz=a&productId=2',
    'tmall://tmallclient/?{"action":"shop:id=1"}',
    'tmall://tmallclient/?{"action":"shop:id=2"}',
    'openapp.jdmobile://virtual?params={"des":"getCoupon"}',
    'openapp.jdmobile://virtual?params={"des":"productList","keyWord":"a"}',
    'https://ccc-x.jd.com/dsp/cl?posid=1&union_id=3',
    `https://ccc-x.jd.com/dsp/cl?posid=1&to=${encode('https://pro.jd.com/mall/1')}`,
    `https://ccc-x.jd.com/dsp/cl?posid=1&to=${encode('https://pro.jd.com/mall/2')}`,
    `http://click.union.360buy.com/JdClick/?unionId=75&to=${encode('http://www.360buy.com/')}`,
    `http://click.union.360buy.com/JdClick/?unionId=75&to=${encode('http://sale.360buy.com/')}`,
  ];
  const links = urls.map((url) => resolveLink(url));
  expect(links.map((link) => link?.kind)).toEqual([...Array(12).fill('deeplink'), ...Array(5).fill('redirector')]);
  expect(new Set(links.map((link) => link?.key)).size).toBe(urls.length);
});

describe('a page that the app opens', () => {
  const jd = 'https://item.jd.com/100012043978.html';

  test.each([
    `xhsdiscover://webview/${encode(jd)}`,
    `xhsdiscover://webview/${encode(jd).toLowerCase()}?naviHidden=yes`,
    `xhsdiscover://webview/${jd}`,
    `xhsdiscover://webview/${jd}?naviHidden=yes`,
    `xhsdiscover://webview/${jd.slice('https://'.length)}`,
    `xhsdiscover://webview/?link=${encode(jd)}`,
    `xhsdiscover://webview?link=${encode(jd)}`,
    `xhsdiscover://webview?url=${encode(jd)}&link=`,
  ])('%s → JD', (url) =>
    expect(resolveLink(url)).toMatchObject({
      platform: 'jd',
      kind: 'deeplink',
      itemKey: 'jd:100012043978',
      via: ['xhsdiscover'],
    }),
  );

  test.each([
    `xhsdiscover://webview/${encode(`https://www.xiaohongshu.com/explore/${HEX}`)}`,
    `xhsdiscover://webview?link=${encode(`https://www.xiaohongshu.com/explore/${HEX}`)}`,
  ])('%s is a note, and no link', (url) => expect(resolveLink(url)).toBeUndefined());
});

import { expect, test } from 'vitest';
import { resolveLink, resolveText } from '../../utils/links';
import { isTarget, linkRows } from './tables';

// No link to a shop, though it looks like one or stands on a shop's host.
test.each([
  '',
  ' ',
  'taobao',
  'item.taobao.com/item.htm?id=612345678901',
  'https://',
  'https://www.taobao.com/',
  'https://s.taobao.com/search?q=1',
  'https://item.taobao.com/item.htm',
  'https://item.taobao.com/item.htm?id=',
  'https://item.taobao.com/item.htm?id=0',
  'https://item.taobao.com/item.htm?id=lpjnOjEWStk',
  'https://item.taobao.com/item.htm?ID=612345678901',
  'https://item.taobao.com/item.htm#id=612345678901',
  'https://item.taobao.com/x/item.htm.php?id=612345678901',
  'https://item.taobao.com:8443/item.htm?id=612345678901',
  'https://someone@item.taobao.com/item.htm?id=612345678901',
  'https://item.taobao.com:pass@evil.example/item.htm?id=612345678901',
  'ftp://item.taobao.com/item.htm?id=612345678901',
  'file:///item.taobao.com/item.htm?id=612345678901',
  'blob:https://item.taobao.com/612345678901',
  'view-source:https://item.taobao.com/item.htm?id=612345678901',
  'https://item.tаobao.com/item.htm?id=612345678901', // a Cyrillic а
  'https://item.taobao.com。evil.example/item.htm?id=612345678901',
  'https://evil.example/https://item.taobao.com/item.htm?id=612345678901',
  'https://evil.example#https://item.taobao.com/item.htm?id=612345678901',
  'https://evil.example\\@item.taobao.com/item.htm?id=612345678901',
  'https://detail.ju.taobao.com/home.htm?id=10000058857012',
  'https://shop.m.taobao.com/shop/shop_index.htm',
  'https://favorite.taobao.com/',
  'https://top.taobao.com/',
  'https://upload.taobao.com/',
  'https://food.tmall.com/',
  'https://brand.tmall.com/',
  'https://list.tmall.com/search_product.htm?q=1',
  'https://pages.tmall.com/wow/a/act/tmall/tmc/1',
  'https://login.tmall.com/',
  'https://detail.m.tmall.com/',
  'https://m.tmall.com/',
  'https://m.tb.cn/',
  'https://s.click.taobao.com/t',
  'https://ace.tb.cn/',
  'https://www.jd.com/',
  'https://item.jd.com/',
  'https://item.jd.com/abc.html',
  'https://search.jd.com/Search?keyword=1',
  'https://u.jd.com/',
  'https://3.cn/',
  'https://union-click.jd.com/jdc',
  'https://ccc-x.jd.com/dsp/nc',
  'https://order.jd.com/center/list.action',
  'https://mobile.yangkeduo.com/goods.html',
  'https://mobile.yangkeduo.com/login.html',
  'https://mobile.yangkeduo.com/personal.html',
  'https://mobile.yangkeduo.com/orders.html?type=0',
  'https://mobile.yangkeduo.com/duo_transfer_channel.html?resourceType=1',
  'https://mobile.yangkeduo.com/duo_theme_activity.html?themeId=1',
  'https://youhui.pinduoduo.com/?pid=1_2',
  'https://m.vip.com/brand-100741036-0-0-0-1-0-1-20.html',
  'https://mst.vip.com/x',
  'https://www.meituan.com/',
  'https://click.meituan.com/t',
  'https://www.dianping.com/beijing',
  'https://www.xiaohongshu.com/user/profile/69b68cb01b6b3f0001385bc6',
  'https://www.xiaohongshu.com/board/69b68cb01b6b3f0001385bc6',
  'https://www.xiaohongshu.com/goods-detail/69b68cb01b6b3f0001385bc',
  'https://oia.xiaohongshu.com/oia?deeplink=xhsdiscover%3A%2F%2Fitem%2F69b68cb01b6b3f0001385bc6',
  'https://xhslink.com/',
  'xhsdiscover://item/69b68cb01b6b3f0001385bc6',
  'xhsdiscover://item/discovery.69b68cb01b6b3f0001385bc6',
  'xhsdiscover://video_feed/69b68cb01b6b3f0001385bc6',
  'xhsdiscover://user/69b68cb01b6b3f0001385bc6',
  'xhsdiscover://topic/v2/1',
  'xhsdiscover://live?room_id=1',
  'xhsdiscover://live_audience?room_id=5699',
  'xhsdiscover://webview/www.xiaohongshu.com/explore/69b68cb01b6b3f0001385bc6',
  'https://www.1688.com/',
  'https://s.1688.com/selloffer/offer_search.htm',
  'https://www.suning.com/',
  'https://www.goofish.com/',
  'https://www.douyin.com/video/7300000000000000000',
  'https://link.zhihu.com/?target=https%3A//www.zhihu.com/question/1',
  'https://link.zhihu.com/',
  'https://weibo.cn/sinaurl?u=https%3A%2F%2Fevil.example%2F',
  'https://link.zhihu.com/?target=https%3A//item.taobao.com.evil.example/item.htm%3Fid%3D1',
  'alipays://platformapi/startapp?appId=1',
  'weixin://dl/business/?t=1',
  'intent://scan/#Intent;scheme=zxing;end',
  'intent://item.taobao.com/item.htm?id=612345678901',
])('%s is refused', (url) => {
  expect(resolveLink(url)).toBeUndefined();
});

const plain = linkRows.filter((row) => isTarget(row) && /^https?:\/\/\S+$/i.test(row.url));
const hostOf = (url: string) => /^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? '';

// The same address on hosts that only look like the shop's.
test.each(plain.map(({ url }) => url))('look-alikes of %s are refused', (url) => {
  const host = hostOf(url);
  const labels = host.split('.').filter(Boolean);
  const fakes = [
    `${host}.evil.example`,
    `evil.example/${host}`,
    `${host}@evil.example`,
    `evil@${host}`,
    `${host}:8080`,
    `${labels.slice(0, -2).join('.')}.fake${labels.slice(-2).join('.')}`,
    labels.join('-'),
  ].map((fake) => url.replace(host, fake.replace(/^\./, '')));
  expect(fakes.filter((fake) => resolveLink(fake))).toEqual([]);
  expect(resolveLink(`https://evil.example/?u=${url}`)).toBeUndefined();
  expect(resolveText(`javascript:location='${url}'`)).toEqual([]);
  expect(resolveText(`data:text/html,${url}`)).toEqual([]);
});

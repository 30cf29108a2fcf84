import { expect, test } from 'vitest';
import { resolveLink } from '@/utils/links';

// Keys are stored: what an address inside an unresolved one says of people and sessions must not be in them.
test.each([
  [
    'xhsdiscover://foo?url=https%3A%2F%2Fwww.example.com%2Fa%3Fxsec_token%3DSECRET',
    'xhsdiscover://foo/?url=https://www.example.com/a',
  ],
  [
    'tbopen://m.taobao.com/tbopen/index.html?h5Url=https%3A%2F%2Fpages.tmall.com%2Fwow%3Fut_sk%3DSECRET%26suid%3DSECRET',
    'tbopen://m.taobao.com/tbopen/index.html?h5Url=https://pages.tmall.com/wow',
  ],
  ['vipshop://goHome?url=https%3A%2F%2Fmst.vip.com%2Fx%3Fnuid%3DSECRET', 'vipshop://gohome/?url=https://mst.vip.com/x'],
  [
    'imeituan://www.meituan.com/web?url=https%3A%2F%2Fx.meituan.com%2Fa%3Ftoken%3DSECRET%26userid%3DSECRET',
    'imeituan://www.meituan.com/web?url=https://x.meituan.com/a',
  ],
  [
    'https://mobile.yangkeduo.com/app.html?launch_url=foo.html%3Frefer_share_uid%3DSECRET',
    'mobile.yangkeduo.com/app.html?launch_url=foo.html',
  ],
  [
    'https://cfe.m.jd.com/privatedomain/risk_handler/1?returnurl=https%3A%2F%2Fx.jd.com%2F%3Ftoken%3DSECRET',
    'cfe.m.jd.com/privatedomain/risk_handler/1?returnurl=https://x.jd.com/',
  ],
  [
    'xhsdiscover://rn/lancer-slim/order/list?xsec_token=ABSECRET=&tab=2&shareRedId=SECRETME',
    'xhsdiscover://rn/lancer-slim/order/list?tab=2',
  ],
  ['xhsdiscover://rn/app?shareRedId=SECRETME', 'xhsdiscover://rn/app'],
  ['taobao://m.taobao.com/x?ut_sk=1.SECRETID_21646297&id=x&suid=SECRET-0c1d', 'taobao://m.taobao.com/x?id=x'],
  ['pinduoduo://com.xunmeng.pinduoduo/foo?a=1&refer_share_uid=SECRET12', 'pinduoduo://mobile.yangkeduo.com/foo?a=1'],
  [
    'https://oia.xiaohongshu.com/oia?deeplink=xhsdiscover%3A%2F%2Frn%2Fapp%3Fa%3D1%26xsec_token%3DSECRET12',
    'xhsdiscover://rn/app?a=1',
  ],
  ['xhsdiscover://rn/app?go=list%26xsec_token%3DSECRET1234', 'xhsdiscover://rn/app?go=list'],
  ['xhsdiscover://rn/app?go=list%26xsec_token%3DSECRET12%26id%3D1', 'xhsdiscover://rn/app?go=list%26id%3D1'],
  ['xhsdiscover://rn/lancer-slim/goods%3Fid%3D1', 'xhsdiscover://rn/lancer-slim/goods%3Fid%3D1'],
  ['xhsdiscover://rn/app?go=list%2526xsec_token%253DSECRET1234', 'xhsdiscover://rn/app?go=list'],
  [
    'xhsdiscover://rn/app?go=list%2526xsec_token%253DSECRET12%2526id%253D1',
    'xhsdiscover://rn/app?go=list%2526id%253D1',
  ],
  ['xhsdiscover://rn/app%253Fxsec_token%253DSECRET1234', 'xhsdiscover://rn/app'],
  ['https://mo.m.taobao.com/union/abc%3Fid%3D2', 'mo.m.taobao.com/union/abc'],
  ['https://mo.m.taobao.com/union/abc%3Fsid%3DSECRET%26userid%3DSECRET', 'mo.m.taobao.com/union/abc'],
  [
    'xhsdiscover://webview/https%3A%2F%2Fx.example.com%2Fa%3Ftoken%3DSECRET%26userid%3DSECRET',
    'xhsdiscover://webview/https%3A%2F%2Fx.example.com%2Fa',
  ],
  [
    'xhsdiscover://webview/www.example.com/a%3Fid%3D1%26xsec_token%3DSECRET12',
    'xhsdiscover://webview/www.example.com/a',
  ],
  ['xhsdiscover://webview/www.example.com/a%3Fxsec_token%3DSECRET12', 'xhsdiscover://webview/www.example.com/a'],
])('%s', (url, key) => {
  const link = resolveLink(url);
  expect(link?.key).toBe(key);
  expect(JSON.stringify(link)).not.toContain('SECRET');
});

test('what is no address stays whole: two union links never share a key', () => {
  const key = (e: string) => resolveLink(`https://s.click.taobao.com/t?e=${encodeURIComponent(e)}`)?.key;
  expect(key('m=2&s=ab?cd')).not.toBe(key('m=2&s=ab?ce'));
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { matchesPattern } from '../../utils/core/patterns';
import { resolveLink } from '../../utils/links';
import { platformIdentities } from '../../utils/links/list';
import { isOrderAnswer } from '../../utils/platforms/orders';
import { itemIdAt } from '../../utils/platforms/page-ids';
import { platforms } from '../../utils/platforms/list';
import { orderFixtures } from './fixtures';

const isOrderPage = (address: string) =>
  platforms.some(({ orderPages }) => orderPages.some((pattern) => matchesPattern(pattern, address)));

const folder = join(import.meta.dirname, '../../utils/platforms');
const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test('every folder is a platform with the folder as its id', () => {
  expect(platforms.map(({ id }) => id)).toEqual(folders.map(({ name }) => name));
});

describe.each(platforms)('$id', ({ id, hosts, orderPages, itemPages }) => {
  test('is known to the link rules', () => expect(platformIdentities.map((identity) => identity.id)).toContain(id));

  test('asks for whole hosts over https, none twice', () => {
    for (const host of hosts) expect(host).toMatch(/^https:\/\/\*\.[a-z\d]+\.[a-z]+\/\*$/);
    const others = platforms.filter((other) => other.id !== id).flatMap((other) => other.hosts);
    expect(hosts.filter((host) => others.includes(host))).toEqual([]);
  });

  test.each([...orderPages, ...itemPages])('%s lies inside its hosts', (page) => {
    expect(hosts.some((host) => matchesPattern(host, page.replaceAll('*', 'x')))).toBe(true);
  });

  test('has an order fixture', () => {
    const urls = orderFixtures.map(([, { page = '' }]) => page);
    expect(urls.some((url) => hosts.some((host) => matchesPattern(host, url)))).toBe(true);
  });
});

test.each(orderFixtures.map(([name, { page = '' }]) => [page, name]))('%s is an order page (%s)', (page) => {
  expect(isOrderPage(page)).toBe(true);
});

test.each([
  'https://item.taobao.com/item.htm?id=1',
  'https://cart.jd.com/addToCart.html?pid=1',
  'https://order.jd.com.evil.example/center/list.action',
  'http://order.jd.com/center/list.action',
  'https://mobile.yangkeduo.com/goods.html?goods_id=1',
  'not an address',
  '',
])('%s is no order page', (page) => expect(isOrderPage(page)).toBe(false));

const requests = orderFixtures.flatMap(([, { request }]) => request ?? []);
test.each([...new Set(requests)])('%s brings orders', (url) => expect(isOrderAnswer(url)).toBe(true));

test.each([
  'https://api.m.jd.com/client.action?functionId=cart',
  'https://h5api.m.taobao.com/h5/mtop.trade.query.bag/5.0/',
  'https://mobile.yangkeduo.com/proxy/api/api/oak/goods',
  '',
])('%s brings none', (url) => expect(isOrderAnswer(url)).toBe(false));

describe('the short reader of item addresses agrees with the link rules', () => {
  test.each([
    'https://item.taobao.com/item.htm?id=700000000001&_u=x',
    '//detail.tmall.com/item.htm?id=778034935307',
    '//detail.tmall.com/item.htm?spm=a1z0&id=778034935307&skuId=1',
    'https://item.jd.com/100000000001.html',
    '//item.jd.com/100000000001.html?x=1#y',
    'https://detail.vip.com/detail-1710000001-6900000000000000001.html',
    'https://m.vip.com/product-0-6900000000000000001.html',
  ])('%s', (url) => {
    expect(itemIdAt(url)).toMatch(/^\d+$/);
    expect(itemIdAt(url)).toBe(resolveLink(url)?.itemId);
  });

  test.each([
    '//trade.taobao.com/trade/detail/tradeSnap.htm?trade_id=4564022992310657751',
    '//buyertrade.taobao.com/trade/detail/tradeSnap.htm?tradeID=4000000000000000101&snapShot=true',
    '//refund2.taobao.com/dispute/detail.htm?bizOrderId=4000000000000000101',
    'javascript:;',
    '#none',
    '',
  ])('%s is no item', (url) => {
    expect(itemIdAt(url)).toBeUndefined();
    expect(resolveLink(url)?.itemId).toBeUndefined();
  });
});

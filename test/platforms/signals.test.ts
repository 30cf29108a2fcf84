import { describe, expect, test } from 'vitest';
import { readOrderSignals } from '../../utils/platforms/order-signals';
import { readShopSignals } from '../../utils/platforms/shop-signals';

const bag = encodeURIComponent(JSON.stringify({ itemId: '700000000001', skuId: '5', quantity: 1 }));
const ali = { platform: 'taobao', itemId: '700000000001', itemKey: 'ali:700000000001' };
const sku = { platform: 'jd', itemId: '100000000001', itemKey: 'jd:100000000001' };
const mtop = 'https://h5api.m.taobao.com/h5';

describe('what the address of a page says was done', () => {
  test.each([
    ['https://cart.jd.com/addToCart.html?rcd=1&pid=100000000001&pc=1', { signal: 'cart-added', ...sku }],
    ['https://cart.jd.com/addToCart.html', { signal: 'cart-added', platform: 'jd' }],
    ['https://cart.jd.com/addToCart.html?pid=%3Cscript%3E', { signal: 'cart-added', platform: 'jd' }],
  ])('%s', (url, signal) => {
    expect(readShopSignals(url, 'page')).toEqual([signal]);
    expect(readShopSignals(url, 'request')).toEqual([]);
  });
});

describe('what the address of a request says was asked for', () => {
  test.each([
    [`${mtop}/mtop.trade.addBag/3.1/?data=${bag}`, { signal: 'cart-added', ...ali }],
    [`https://h5api.m.tmall.com/h5/mtop.trade.addbag/3.1/?jsv=2&data=${bag}`, { signal: 'cart-added', ...ali }],
    [`${mtop}/mtop.trade.addBag/3.1/`, { signal: 'cart-added', platform: 'taobao' }],
    [`${mtop}/mtop.taobao.mercury.addCollect/1.0/?data=${bag}`, { signal: 'favourited', ...ali }],
    ['https://t.jd.com/product/followProduct.action?productId=100000000001', { signal: 'favourited', ...sku }],
    [
      'https://follow-soa.jd.com/rpc/vender/follow?venderId=10001',
      { signal: 'followed', platform: 'jd', shopId: '10001' },
    ],
  ])('%s', (url, signal) => {
    expect(readShopSignals(url, 'request')).toEqual([signal]);
    expect(readShopSignals(url, 'page')).toEqual([]);
  });
});

const placed = 'https://success.jd.com/success/success.action?orderId=300000000001&rid=1';

test('the page after an order names the order, and no item', () => {
  expect(readOrderSignals(placed)).toEqual([{ signal: 'order-placed', platform: 'jd', orderId: '300000000001' }]);
  expect(readShopSignals(placed, 'page')).toEqual([]);
});

describe('nothing was done', () => {
  test.each([
    'https://cart.jd.com/cart_index',
    'https://cart.taobao.com/cart.htm',
    `${mtop}/mtop.trade.query.bag/5.0/?data=${bag}`,
    `${mtop}/mtop.taobao.mercury.delCollects/1.0/?data=${bag}`,
    `${mtop}/mtop.taobao.mercury.checkCollect/1.0/?data=${bag}`,
    'https://cart.jd.com.evil.example/addToCart.html?pid=100000000001',
    'https://evil.example/cart.jd.com/addToCart.html?pid=100000000001',
    'https://evil.example/?u=https://success.jd.com/success/success.action?orderId=300000000001',
    'https://success.jd.com/success/success.action?orderId=0',
    'https://success.jd.com/success/success.action',
    'https://item.jd.com/100000000001.html',
    'https://order.jd.com/center/list.action',
    'javascript:alert(1)',
    'not an address',
    '',
  ])('%s', (url) => {
    expect([readShopSignals(url, 'page'), readShopSignals(url, 'request')]).toEqual([[], []]);
    expect(readOrderSignals(url)).toEqual([]);
  });
});

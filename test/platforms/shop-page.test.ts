// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readShopPage } from '@/utils/platforms/shop-page';

function page(title: string): Document {
  return new DOMParser().parseFromString(`<title>${title}</title>`, 'text/html');
}

describe('the front page of a shop', () => {
  test.each([
    [
      'https://mall.jd.com/index-1000004123.html',
      { platform: 'jd', shopId: '1000004123', url: 'https://mall.jd.com/index-1000004123.html' },
    ],
    [
      'https://shop.m.jd.com/shop/home?shopId=17529',
      { platform: 'jd', shopId: '17529', url: 'https://mall.jd.com/index-17529.html' },
    ],
    ['https://example.tmall.com/?spm=a1z', { platform: 'tmall', url: 'https://example.tmall.com/' }],
    ['https://shop123456.taobao.com/', { platform: 'taobao', url: 'https://shop123456.taobao.com/' }],
    [
      'https://mobile.yangkeduo.com/mall_page.html?mall_id=987',
      { platform: 'pinduoduo', shopId: '987', url: 'https://mobile.yangkeduo.com/mall_page.html?mall_id=987' },
    ],
  ])('%s', (url, told) => expect(readShopPage(url, page('示例旗舰店'))).toMatchObject({ ...told, name: '示例旗舰店' }));

  test('is named by its title, without what the house adds', () => {
    expect(readShopPage('https://mall.jd.com/index-1.html', page('示例旗舰店 - 京东'))?.name).toBe('示例旗舰店');
  });

  test('has no name while its title is not there', () => {
    expect(readShopPage('https://mall.jd.com/index-1.html', page(''))).toEqual({
      platform: 'jd',
      shopId: '1',
      url: 'https://mall.jd.com/index-1.html',
    });
  });

  test.each([
    'https://item.jd.com/1.html',
    'https://cart.jd.com/addToCart.html?pid=1',
    'https://www.taobao.com/',
    'https://cart.taobao.com/cart.htm',
    'https://mall.jd.com.evil.example/index-1.html',
  ])('is not %s', (url) => expect(readShopPage(url, page('x'))).toBeUndefined());
});

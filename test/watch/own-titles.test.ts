// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readOwnItem, readOwnTitles } from '@/utils/sites/own-item';
import { readShop } from '@/utils/sites/xiaohongshu/shop';
import { ids } from '../sites/pages';
import { changePage, endAll, madeDoor, madeSite, settle, watchNote } from './made-page';

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) }));
afterEach(() => {
  endAll();
  vi.useRealTimers();
  document.head.innerHTML = '';
  document.body.innerHTML = '';
});

const otherGoods = ids.goods.replace(/^69/, '68');
const own = (id: string) => `https://www.xiaohongshu.com/goods-detail/${id}`;

function show(heading: string, meta = ''): void {
  document.head.innerHTML = meta && `<meta property="og:title" content="${meta}">`;
  document.body.innerHTML = heading && `<h1>${heading}</h1>`;
}

async function go(id: string): Promise<void> {
  window.history.pushState(undefined, '', `/goods-detail/${id}`);
  window.dispatchEvent(new Event('popstate'));
  await settle(500);
}

/** Follows the pages from here; the address of happy-dom's own host stands for the site's. */
async function watch() {
  const { door, rows } = madeDoor();
  const { site } = madeSite({
    readPlace: (url) => ({ kind: url.includes('/goods-detail/') ? 'goods' : 'feed' }),
    readOwnTitles,
    readOwnItem: (_window, former) => {
      const location = new URL(own(window.location.pathname.split('/').at(-1) ?? ''));
      return readOwnItem({ document, location } as unknown as Window, former);
    },
  });
  watchNote(door, site);
  await settle(3_000);
  return () => rows.flatMap((row) => (row.type === 'landing' ? [[row.itemKey === `xhs:${ids.goods}`, row.title]] : []));
}

test('the item of a page that was loaded has the title of its page', async () => {
  show('杯子', '一只杯子');
  window.history.replaceState(undefined, '', `/goods-detail/${ids.goods}`);
  const { door, rows } = madeDoor();
  const { site } = madeSite({
    readPlace: () => ({ kind: 'goods' }),
    readOwnTitles,
    readOwnItem: (_window, former) =>
      readOwnItem({ document, location: new URL(own(ids.goods)) } as unknown as Window, former),
  });
  watchNote(door, site);
  await settle(3_000);
  expect(rows).toMatchObject([{ type: 'landing', title: '一只杯子' }]);
});

test('the title of the page before is not the item’s, however long it stands', async () => {
  show('发现好物', '小红书');
  const landings = await watch();
  await go(ids.goods);
  changePage();
  await settle(5_000);
  expect(landings()).toEqual([[true, undefined]]);
});

test('the item is called what the page calls it once that has changed', async () => {
  show('发现好物', '小红书');
  const landings = await watch();
  await go(ids.goods);
  show('杯子', '小红书');
  await settle(5_000);
  expect(landings()).toEqual([
    [true, undefined],
    [true, '杯子'],
  ]);
});

test('one item after the other, each by its own heading, and back', async () => {
  const landings = await watch();
  await go(ids.goods);
  show('杯子', '杯子');
  await settle(5_000);
  await go(otherGoods);
  changePage();
  await settle(5_000);
  show('椅子', '杯子');
  await settle(5_000);
  await go(ids.goods);
  show('杯子', '杯子');
  await settle(5_000);
  expect(landings()).toEqual([
    [true, undefined],
    [true, '杯子'],
    [false, undefined],
    [false, '椅子'],
    [true, undefined],
    [true, '杯子'],
  ]);
});

test('a shop is called by its own page, not by the one before', async () => {
  show('发现好物');
  const { door, rows } = madeDoor();
  const { site } = madeSite({
    readPlace: (url) => ({ kind: url.includes('/shop/') ? 'shop' : 'feed' }),
    readShop: (url, page) => readShop(url.replace(/^[^/]*\/\/[^/]*/, 'https://www.xiaohongshu.com'), page),
  });
  watchNote(door, site);
  await settle(3_000);
  window.history.pushState(undefined, '', `/shop/${ids.shop}`);
  changePage();
  await settle(5_000);
  show('一窑器物');
  await settle(5_000);
  const shops = rows.flatMap((row) => (row.type === 'shop' ? [[row.shopId, row.name]] : []));
  expect(shops).toEqual([
    [ids.shop, undefined],
    [ids.shop, '一窑器物'],
  ]);
});

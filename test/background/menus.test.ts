import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Menus, Tabs } from 'webextension-polyfill';
import { createMenus, wishOf } from '@/entrypoints/background/menus';
import { jdItem } from '../ledger/made-events';
import { answers, frontUrl, madeBrowser, noteUrl, pageWith } from '../popup/made-popup';

const tab: Tabs.Tab = {
  ...{ id: 7, index: 0, highlighted: true, active: true, pinned: false, incognito: false },
  url: frontUrl,
};
const note = { id: '65f000000000000012345678', title: '秋天的第一件毛衣' };
const link = { surface: 'ad-link' as const, link: jdItem, layer: 'L1', rule: 'made', verified: true };
const itemUrl = 'https://item.jd.com/100012043978.html?utm_source=made';

function pressed(change: Partial<Menus.OnClickData>): Menus.OnClickData {
  return { menuItemId: 'made', editable: false, modifiers: [], pageUrl: frontUrl, ...change };
}

beforeEach(() => madeBrowser());

describe('on a link', () => {
  test('of an item: it is wanted, with what the note’s page says of it', async () => {
    answers.describe.mockResolvedValue(pageWith({ note, links: [link] }));
    expect(await wishOf(pressed({ linkUrl: itemUrl }), tab)).toEqual({
      ...{ type: 'want', key: jdItem.key, wanted: true },
      seen: { site: 'xiaohongshu', url: noteUrl, note, link },
    });
  });

  test.each([
    ['the page does not answer', tab, undefined],
    ['the page shows another link', tab, pageWith({ note })],
    ['the page is of no note site', { ...tab, url: 'https://example.test/' }, pageWith({ note, links: [link] })],
    ['the tab is gone', undefined, pageWith({ note, links: [link] })],
  ])('of an item, and %s: it is wanted all the same', async (_name, from, page) => {
    answers.describe.mockResolvedValue(page);
    expect(await wishOf(pressed({ linkUrl: itemUrl }), from)).toEqual({ type: 'want', key: jdItem.key, wanted: true });
  });

  test.each(['https://example.test/100.html', 'https://shop.jd.com/index-1.html', 'javascript:alert(1)', 'nonsense'])(
    'that is no item: %s',
    async (linkUrl) => expect(await wishOf(pressed({ linkUrl }), tab)).toBeUndefined(),
  );
});

describe('on a page', () => {
  test('of an item: it is wanted by its own address, without what else stands there', async () => {
    expect(await wishOf(pressed({ pageUrl: itemUrl }), { ...tab, url: itemUrl })).toEqual({
      ...{ type: 'want', key: jdItem.key, wanted: true },
      item: { platform: 'jd', url: 'https://item.jd.com/100012043978.html' },
    });
  });

  test.each(['https://order.jd.com/center/list.action', frontUrl])('that is no item: %s', async (pageUrl) =>
    expect(await wishOf(pressed({ pageUrl }), tab)).toBeUndefined(),
  );
});

test('both entries are made, each where it can mean something', () => {
  const create = vi.fn<(menu: Menus.CreateCreatePropertiesType) => void>();
  Object.assign(fakeBrowser, { contextMenus: { create } });
  createMenus();
  const [onLink, onPage] = create.mock.calls.map(([menu]) => menu);
  expect([onLink?.contexts, onPage?.contexts]).toEqual([['link'], ['page']]);
  expect(onLink?.documentUrlPatterns).toContain('https://www.xiaohongshu.com/*');
  // Nearly all links to the note site itself are notes.
  expect(onLink?.targetUrlPatterns?.filter((pattern) => pattern.includes('xiaohongshu'))).toEqual([]);
  expect(onLink?.targetUrlPatterns).toContain('*://*.jd.com/*');
  expect(onPage?.documentUrlPatterns?.some((pattern) => pattern.includes('item.jd.com'))).toBe(true);
});

import { expect, test } from 'vitest';
import { saveItemMenu, saveLinkMenu, wantOfLink, wantOfPage } from '@/utils/writer/menu';
import { jdItem, unionLink } from '../ledger/made-events';

test('the entry stands on shop links of note pages alone', () => {
  const menu = saveLinkMenu({
    title: 'Save',
    pages: ['https://www.xiaohongshu.com/*'],
    platforms: [
      { id: 'jd', hosts: ['jd.com'] },
      { id: 'xiaohongshu', hosts: ['xiaohongshu.com'] },
    ],
    sites: [{ id: 'xiaohongshu' }],
  });
  expect(menu).toMatchObject({
    contexts: ['link'],
    documentUrlPatterns: ['https://www.xiaohongshu.com/*'],
    targetUrlPatterns: ['*://jd.com/*', '*://*.jd.com/*'],
  });
});

test.each([
  ['an item', jdItem, 'jd:100012043978'],
  ['an opaque link', unionLink, 'https://u.jd.com/aB3dE9'],
  ['a shop', { ...jdItem, kind: 'shop' as const, itemKey: undefined as never, shopId: '1' }, undefined],
  ['no link', undefined, undefined],
])('%s is wanted under %s', (_title, link, key) => {
  expect(wantOfLink(link)?.key).toBe(key);
});

test('the other entry stands on the pages of items', () => {
  expect(saveItemMenu({ title: 'Save', pages: ['https://item.jd.com/*'] })).toMatchObject({
    contexts: ['page'],
    documentUrlPatterns: ['https://item.jd.com/*'],
  });
});

test.each([
  ['an item', jdItem, { key: jdItem.key, wanted: true, item: { platform: 'jd', url: jdItem.canonical } }],
  ['an opaque link', unionLink, undefined],
  ['no item', undefined, undefined],
])('of a page that is %s', (_title, link, wish) => {
  if (wish) expect(wantOfPage(link)).toMatchObject(wish);
  else expect(wantOfPage(link)).toBeUndefined();
});

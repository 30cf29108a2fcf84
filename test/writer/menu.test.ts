import { expect, test } from 'vitest';
import { saveLinkMenu, wantOfLink } from '@/utils/writer/menu';
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

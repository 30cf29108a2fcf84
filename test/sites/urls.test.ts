import { expect, test } from 'vitest';
import { readerAt, siteAt } from '../../utils/sites';
import { readPlace, readUserId } from '../../utils/sites/xiaohongshu/urls';
import { ids } from './pages';

const site = 'https://www.xiaohongshu.com';

test.each([
  ['/', 'feed'],
  ['/explore', 'feed'],
  ['/explore?channel_id=homefeed.food_v3', 'feed'],
  ['/search_result?keyword=%E9%9C%B2%E8%90%A5&source=web_explore_feed', 'search'],
  ['/search_result/?keyword=a', 'search'],
  [`/user/profile/${ids.author}?tab=fav&subTab=note`, 'profile'],
  [`/board/${ids.note}`, 'board'],
  [`/goods-detail/${ids.goods}?t=1`, 'goods'],
  [`/goods/${ids.goods}`, 'goods'],
  [`/shop/${ids.shop}`, 'shop'],
  [`/vendor/${ids.shop}`, 'shop'],
  ['/livestream/569900000000000001', 'live'],
  ['/livelist', 'live'],
  ['/notification', 'other'],
  ['/explorer', 'other'],
  ['/constructor', 'other'],
  ['/__proto__', 'other'],
])('%s is a %s page and no note', (path, kind) => expect(readPlace(site + path)).toEqual({ kind }));

test.each([
  `/explore/${ids.note}`,
  `/explore/${ids.note}?xsec_token=ABx=&xsec_source=`,
  `/explore/${ids.note}/`,
  `/search_result/${ids.note}?xsec_token=a`,
  `/discovery/item/${ids.note}?source=webshare`,
  `/user/profile/${ids.author}/${ids.note}?xsec_source=pc_user`,
])('%s is the note', (path) => expect(readPlace(site + path)).toEqual({ kind: 'note', noteId: ids.note }));

test.each([
  '/explore/undefined',
  '/explore/123',
  `/explore/${ids.note}0`,
  '/discovery/item/x',
  `/search_result/${ids.note.slice(1)}`,
])('%s is a note page without id', (path) => expect(readPlace(site + path)).toEqual({ kind: 'note' }));

test('a link of a card is read as it stands', () => expect(readPlace(`/explore/${ids.note}`).noteId).toBe(ids.note));

test.each([
  [`/user/profile/${ids.author}?channel_type=explore_feed`, ids.author],
  ['/user/profile/u1', 'u1'],
  ['/user/profile/', undefined],
  [`/explore/${ids.note}`, undefined],
])('%s is of user %s', (href, id) => expect(readUserId(href)).toBe(id));

test.each([
  [`${site}/explore`, 'xiaohongshu'],
  ['https://www.rednote.com/explore', 'xiaohongshu'],
  ['https://www.xiaohongshu.com.evil.example/explore', undefined],
  ['http://www.xiaohongshu.com/explore', undefined],
  ['https://creator.xiaohongshu.com/', undefined],
  ['not an address', undefined],
])('%s belongs to %s', (url, id) => {
  expect(siteAt(url)?.id).toBe(id);
  expect(readerAt(url) !== undefined).toBe(id !== undefined);
});

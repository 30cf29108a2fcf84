import { expect, test } from 'vitest';
import { readerAt, siteAt } from '../../utils/sites';
import { readNoteId, readPlace, readUserId } from '../../utils/sites/xiaohongshu/urls';
import { ids } from './pages';

const site = 'https://www.xiaohongshu.com';

test.each([
  ['/', { kind: 'feed' }],
  ['/explore', { kind: 'feed' }],
  ['/explore/', { kind: 'feed' }],
  ['/explore?channel_id=homefeed.food_v3', { kind: 'feed', part: 'homefeed.food_v3' }],
  ['/explore?channel_id=', { kind: 'feed' }],
  ['/explore?channel_id=%3Cb%3E我的', { kind: 'feed' }],
  ['/search_result?keyword=%E9%9C%B2%E8%90%A5&source=web_explore_feed', { kind: 'search' }],
  ['/search_result/?keyword=a', { kind: 'search' }],
  [`/user/profile/${ids.author}`, { kind: 'profile' }],
  [`/user/profile/${ids.author}?tab=fav&subTab=note`, { kind: 'profile', part: 'fav/note' }],
  [`/user/profile/${ids.author}?xsec_token=T&subTab=board&tab=fav#x`, { kind: 'profile', part: 'fav/board' }],
  [`/user/profile/${ids.author}?tab=liked`, { kind: 'profile', part: 'liked' }],
  [`/board/${ids.note}`, { kind: 'board' }],
  [`/goods-detail/${ids.goods}?t=1`, { kind: 'goods' }],
  [`/goods/${ids.goods}`, { kind: 'goods' }],
  [`/shop/${ids.shop}`, { kind: 'shop' }],
  [`/vendor/${ids.shop}`, { kind: 'shop' }],
  ['/livestream/569900000000000001?source=web_feed', { kind: 'live', part: 'room' }],
  ['/livestream/dynpathabc', { kind: 'live', part: 'room' }],
  [`/livestream/host/${ids.author}`, { kind: 'live', part: 'host' }],
  ['/livelist', { kind: 'live', part: 'list' }],
  ['/notification', { kind: 'other' }],
  [`/page/topics/${ids.note}`, { kind: 'other' }],
  ['/red_video', { kind: 'other' }],
  ['/ai_chat', { kind: 'other' }],
  ['/explorer', { kind: 'other' }],
  ['/constructor', { kind: 'other' }],
  ['/__proto__', { kind: 'other' }],
])('%s is %j and no note', (path, place) => {
  expect(readPlace(site + path)).toEqual(place);
  expect(readPlace(`https://www.rednote.com${path}`)).toEqual(place);
});

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

test.each([
  [`/explore/${ids.note}`, ids.note],
  [`/search_result/${ids.goods}?xsec_token=T`, ids.goods],
  [`/vlog/v2/${ids.note}?x=1`, ids.note],
  [`xhsdiscover://item/${ids.note}?type=normal`, ids.note],
  [`xhsdiscover://item/discovery.${ids.note}`, ids.note],
  [`/vlog/${ids.goods}`, undefined],
  [`/user/profile/${ids.author}`, undefined],
  [`/board/${ids.note}`, undefined],
  [`/goods-detail/${ids.goods}`, undefined],
  ['/search_result?keyword=x', undefined],
  [`xhsdiscover://user/${ids.author}`, undefined],
  ['', undefined],
])('%s leads to note %s', (href, id) => expect(readNoteId(href)).toBe(id));

test.each([
  [`/user/profile/${ids.author}?channel_type=explore_feed`, ids.author],
  ['/user/profile/u1', 'u1'],
  ['/user/profile/', undefined],
  [`/explore/${ids.note}`, undefined],
])('%s is of user %s', (href, id) => expect(readUserId(href)).toBe(id));

test.each([
  [`${site}/explore`, 'xiaohongshu'],
  ['https://www.rednote.com/explore', 'xiaohongshu'],
  ['https://xiaohongshu.com/explore', 'xiaohongshu'],
  ['https://rednote.com/explore', 'xiaohongshu'],
  ['https://www.xiaohongshu.com.evil.example/explore', undefined],
  ['http://www.xiaohongshu.com/explore', undefined],
  ['https://creator.xiaohongshu.com/', undefined],
  ['https://xiaohongshu.com.evil.example/explore', undefined],
  ['not an address', undefined],
])('%s belongs to %s', (url, id) => {
  expect(siteAt(url)?.id).toBe(id);
  expect(readerAt(url) !== undefined).toBe(id !== undefined);
});

import { describe, expect, test } from 'vitest';
import { readerAt } from '../../utils/sites';
import { ids, parse } from './pages';

const site = 'https://www.xiaohongshu.com';
const reader = readerAt(`${site}/`)!;
const name = (path: string, tabs?: string) =>
  reader.namePage(path.startsWith('http') ? path : site + path, tabs === undefined ? undefined : parse(tabs));
const profile = `/user/profile/${ids.author}`;

describe('one page under two addresses', () => {
  test.each([
    ['/explore', '/explore?channel_id=homefeed_recommend'],
    ['/explore', '/explore/'],
    ['/explore', '/explore#'],
    ['/explore?channel_id=homefeed.food_v3', '/explore?channel_id=homefeed.food_v3&x=1'],
    ['/explore', 'https://www.rednote.com/explore'],
    [profile, `${profile}?tab=note`],
    [`${profile}?tab=fav`, `${profile}?tab=fav&subTab=note&xsec_token=T&xsec_source=pc_note`],
    ['/search_result?keyword=%E7%81%AF', '/search_result?keyword=%25E7%2581%25AF&source=web_explore_feed&type=51'],
    ['/search_result?keyword=100%', '/search_result?keyword=100%25&source=x'],
    [`/explore/${ids.note}?xsec_token=T`, `/explore/${ids.note}?xsec_token=U#comments`],
    [`/board/${ids.note}`, `/board/${ids.note}?source=web_user_page`],
  ])('%s and %s', (one, other) => expect(name(one)).toBe(name(other)));
});

describe('two pages of one path', () => {
  test.each([
    ['/explore', '/explore?channel_id=homefeed.food_v3'],
    [profile, `${profile}?tab=fav`],
    [`${profile}?tab=fav`, `${profile}?tab=fav&subTab=board`],
    ['/search_result?keyword=%E7%81%AF', '/search_result?keyword=%E5%8C%85'],
    [`/explore/${ids.note}`, `/search_result/${ids.note}`],
  ])('%s and %s', (one, other) => expect(name(one)).not.toBe(name(other)));
});

const tab = (word: string, isOn: boolean) =>
  `<div class="reds-tab-item sub-tab-list${isOn ? ' active' : ''}"><span>${word}</span></div>`;
const tabs = (on: string) => ['笔记', '收藏', '点赞'].map((word) => tab(word, word === on)).join('');
const kinds = (on: string) =>
  ['all', 'image', 'video', 'user']
    .map((id) => `<div id="${id}" class="channel${id === on ? ' active' : ''}">${id}</div>`)
    .join('');

describe('tabs say what the address does not', () => {
  test.each([
    [profile, tabs('收藏'), `${profile}?tab=fav`],
    [profile, tabs('收藏') + tab('专辑', true), `${profile}?tab=fav&subTab=board`],
    [profile, tabs('点赞'), `${profile}?tab=liked`],
    [profile, tabs('笔记'), profile],
    [profile, tabs(''), profile],
    [
      '/explore',
      '<div id="homefeed.food_v3" class="active channel">美食</div>',
      '/explore?channel_id=homefeed.food_v3',
    ],
    ['/search_result?keyword=a', kinds('all'), '/search_result?keyword=a'],
  ])('%s with %s is %s', (path, markup, named) => expect(name(path, markup)).toBe(name(named)));

  test('the kinds of a search are pages of their own', () =>
    expect(
      new Set(['all', 'image', 'video', 'user'].map((id) => name('/search_result?keyword=a', kinds(id)))).size,
    ).toBe(4));

  test('what the address says goes before', () =>
    expect(name(`${profile}?tab=note`, tabs('收藏'))).toBe(name(`${profile}?tab=note`)));

  test('a note has none', () =>
    expect(name(`/explore/${ids.note}`, kinds('video'))).toBe(name(`/explore/${ids.note}`)));
});

test('a press on any part of a tab is one on a tab', () => {
  const document = parse(tabs('笔记') + '<a class="link-wrapper"><span class="channel">发现</span></a>');
  const pathOf = (selector: string) => {
    const path: EventTarget[] = [];
    for (let part = document.querySelector(selector); part; part = part.parentElement) path.push(part);
    return path;
  };
  expect([reader.isTab(pathOf('.reds-tab-item span')), reader.isTab(pathOf('a span')), reader.isTab([])]).toEqual([
    true,
    false,
    false,
  ]);
});

import { describe, expect, test } from 'vitest';
import { readPage } from '../../utils/sites';
import { parseOtherwise } from './other-parser';
import { ids, parse } from './pages';

const site = 'https://www.xiaohongshu.com';
const [profile, search, room] = [
  `${site}/user/profile/${ids.author}`,
  `${site}/search_result?keyword=x`,
  `${site}/livestream/569900000000000001`,
];
const tabs = (open: string) =>
  ['all', 'image', 'video', 'user'].map(
    (id) => `<div id="${id}" class="channel${id === open ? ' active' : ''}">x</div>`,
  );

const tab = (inner: string) => `<div class="reds-tab-item">点赞${inner}</div>`;

describe.each([
  ['one parser', parse],
  ['another', parseOtherwise],
])('%s', (_which, read) => {
  const missingOn = (url: string, markup: string) => readPage(url, read(markup)).unread.map(({ where }) => where);

  test.each([
    ['a profile without notes', profile, '<div class="empty"><img><p>TA 还没有发布任何内容哦</p></div>'],
    ['one’s own', profile, '<div class="empty"><img>你还没有发布任何笔记，快去发布吧</div>'],
    ['a saved list without any', `${profile}?tab=fav`, '<span>还没有收藏任何笔记</span>'],
    [
      'a search without hits',
      search,
      '<div class="no-result"><span>没有找到相关内容</span><span>换个词试试吧</span></div>',
    ],
    ['the people that a search finds', search, `${tabs('user').join('')}<a href="/user/profile/${ids.author}">人</a>`],
    ['a room that is over', room, '<div class="live-end"><div>直播已结束</div></div>'],
    ['a search by another word', search, '<span>没找到相关笔记</span>'],
    ['one by a third', search, '<p>暂无搜索结果</p>'],
    ['a profile by another word', profile, '<span>还没有笔记</span>'],
    ['a saved list by another word', `${profile}?tab=fav`, '<p>暂无收藏</p>'],
    ['one by a third', `${profile}?tab=fav`, '<p>暂时没有内容</p>'],
    ['a shop without goods', `${site}/shop/${ids.shop}`, '<h1>一窑器物</h1><p>暂无商品</p>'],
    ['a list that is private', `${profile}?tab=liked`, `${tab('')}<div><i class="lock-icon"></i></div>`],
    ['a list of boards', `${profile}?tab=fav&subTab=board`, '<div class="board-card">一</div>'],
    ['a room whose host has gone', room, '<div>主播已下播</div>'],
    ['the same abroad', room, '<p>直播已結束</p>'],
  ])('%s misses nothing', (_what, url, markup) => expect(missingOn(url, markup)).toEqual([]));

  test.each([
    ['a list that has not come', profile, '<div class="feeds-container"></div>'],
    ['one that says so where nobody sees it', search, '<p style="display: none">没有找到相关内容</p>'],
    ['a person who says so of themselves', profile, '<div class="user-desc"><span>还没有发布任何内容</span></div>'],
    ['one who is called so', profile, '<span class="user-name">暂无内容</span>'],
    ['one who says nothing', profile, '<div>还没有简介</div><div>暂无简介</div>'],
    ['a list that has not come, beside it the lock of another', profile, tab('<i class="lock-icon"></i>')],
    ['the same, the lock behind its tab', profile, `<div>${tab('')}<i class="lock-icon"></i></div>`],
    ['a list that has not come, boards of another tab hidden', profile, `<p hidden><b class="board-card">一</b></p>`],
    ['a feed, whatever is locked', `${site}/explore`, '<i class="lock-icon"></i>'],
    ['a search in whose titles nothing is found', search, '<span>没有找到工作怎么办</span>'],
    ['a search, something else being empty', search, '<div class="popup"><p>暂无内容</p></div>'],
    ['another tab of a search', search, tabs('all').join('')],
    ['a sentence about it', search, `<p>${'我'.repeat(9)}没有找到相关内容</p>`],
    ['a room that shows nothing', room, '<p>直播</p>'],
  ])('%s is missed', (_what, url, markup) => expect(missingOn(url, markup)).toEqual([url === room ? 'live' : 'cards']));

  test.each([
    '没有找到',
    '没有搜索到',
    '没有搜到哦',
    '抱歉，没有找到。',
    '沒有搜尋到',
    '没有找到“xyz”的结果',
    '没有找到与“abc”相关的内容',
    '没有搜索到与"露营 灯"有关的笔记',
    '沒有找到與「abc」相關的內容',
    '没有找到与「<em>很长的一个关键词 of two languages</em>」相关的结果，换个词试试吧',
    '没有找到符合条件的笔记',
    '沒有搜到符合條件的筆記',
    '暂无结果',
    '暂无相关结果',
    '暫無搜索結果',
  ])('a search that says %s misses nothing', (words) => expect(missingOn(search, `<p>${words}</p>`)).toEqual([]));

  test.each([
    '没有找到你',
    '没有找到工作，还是没有搜到房子',
    '没有找到“灵魂伴侣”的第三年',
    '“没有找到”的人',
    '搜到符合条件的笔记',
    '暂无结果怎么办',
    '暂无相关内容',
  ])('%s is a title, and a search that shows no more is missed', (words) =>
    expect(missingOn(search, `<p>${words}</p>`)).toEqual(['cards']),
  );
});

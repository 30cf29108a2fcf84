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
});

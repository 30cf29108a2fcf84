import { describe, expect, test } from 'vitest';
import { readerAt, readPage } from '../../utils/sites';
import { cardMarkup, commentMarkup, feed, ids, noteMarkup, noteUrl, overlay, parse } from './pages';

// What field notes say a page may hold, in the forms that are not on the captured pages.

const site = 'https://www.xiaohongshu.com';
const read = (url: string, markup: string) => readPage(url, parse(markup));
const noteOf = (markup: string) => read(noteUrl, markup).note;
const cardOf = (markup: string) => read(`${site}/explore`, feed(markup)).cards[0];

describe('the kind of a page', () => {
  test.each([
    ['', 'feed'],
    ['/', 'feed'],
    ['?source=x', 'feed'],
    ['#a', 'feed'],
    ['/explore/', 'feed'],
    ['/explore?channel_id=homefeed.food_v3', 'feed'],
    ['/search_result/?keyword=%E9%9C%B2%E8%90%A5&source=web_explore_feed', 'search'],
    [`/explore/${ids.note}`, 'note'],
    [`/explore/${ids.note}/?xsec_token=T`, 'note'],
    [`/search_result/${ids.note}?xsec_token=T&xsec_source=`, 'note'],
    [`/discovery/item/${ids.note}?source=webshare&xhsshare=pc_web&xsec_token=T&xsec_source=pc_share`, 'note'],
    [`/user/profile/${ids.author}/${ids.note}?xsec_token=T&xsec_source=pc_user`, 'note'],
    [`/user/profile/${ids.author}?tab=fav&subTab=note`, 'profile'],
    [`/user/profile/${ids.author}/`, 'profile'],
    [`/board/${ids.shop}?source=web_user_page`, 'board'],
    [`/goods-detail/${ids.goods}`, 'goods'],
    [`/shop/${ids.shop}?instation_link=xhsdiscover%3A%2F%2Fshop_detail%3Fseller_id%3D1`, 'shop'],
    ['/livestream/569900000000000001', 'live'],
    [`/livestream/host/${ids.author}`, 'live'],
    ['/livelist', 'live'],
    ['/notification', 'other'],
    [`/page/topics/${ids.shop}`, 'other'],
  ])('%s is %s, on both hosts', (path, kind) => {
    for (const host of [site, 'https://www.rednote.com', 'https://xiaohongshu.com'])
      expect(read(host + path, '').kind).toBe(kind);
  });
});

describe('the kind of a card', () => {
  const live = `<section class="note-item" data-index="0"><div><a class="cover" href="/livestream/569900000000000001"><img></a></div></section>`;
  test.each([
    ['a note', cardMarkup(ids.other, 0), 'note'],
    ['a room, by where it leads', live, 'live'],
    ['a room, by its badge', cardMarkup(ids.other, 0, '<span class="xhs-live-note-item-badge">直播中</span>'), 'live'],
    [
      'a note whose author is on air',
      cardMarkup(ids.other, 0, '<a class="live-avatar" href="/livestream/569900000000000001"><img></a>'),
      'note',
    ],
    [
      'words searched for',
      '<section class="note-item" data-index="0"><div class="query-note-wrapper">大家都在搜</div></section>',
      'query',
    ],
    [
      'the same on the card itself',
      '<section class="note-item query-note-wrapper" data-index="0">大家都在搜</section>',
      'query',
    ],
    ['a machine’s answer', '<section class="note-item xhs-ai-message-card" data-index="0"><p>答</p></section>', 'ai'],
    [
      'the same inside',
      '<section class="note-item" data-index="0"><div class="ai-chat-section">答</div></section>',
      'ai',
    ],
  ])('%s', (_what, markup, kind) => expect(cardOf(markup)).toMatchObject({ kind, position: 0 }));
});

describe('image or video', () => {
  const slides = '<div class="note-slider"><img src="a.webp"></div>';
  const withMedia = (media: string, attributes = '') =>
    noteMarkup({ comments: commentMarkup('好', '<video src="a.mp4"></video>') })
      .replace(slides, media)
      .replace('class="note-container"', `$& ${attributes}`);
  test.each([
    ['pictures', slides, 'image'],
    ['a film', '<video src="blob:x"></video>', 'video'],
    ['a player', '<div class="xgplayer"><video></video></div>', 'video'],
    [
      'a live photo among pictures',
      '<div class="note-slider"><div class="swiper-slide"><img><video></video></div></div>',
      'image',
    ],
  ])('%s', (_what, media, is) => expect(noteOf(withMedia(media))?.media).toBe(is));
  test.each([
    ['normal', 'image'],
    ['video', 'video'],
  ])('what the container says, %s', (type, is) => {
    expect(noteOf(withMedia('<div class="live-photo"><video></video></div>', `data-type="${type}"`))?.media).toBe(is);
  });
});

describe('how many comments', () => {
  const chat = (count: string) => (markup: string) =>
    markup.replace(
      '<span class="collect-wrapper"',
      `<span class="chat-wrapper"><svg><use xlink:href="#chat"></use></svg><span class="count">${count}</span></span>$&`,
    );
  test.each([
    ['共 14 条评论', 14],
    ['共14条评论', 14],
    ['共\u00a014\u00a0条评论', 14],
    ['共 1,234 条评论', 1234],
    ['共 1.2万 条评论', 12_000],
    ['共 10+ 条评论', 10],
    ['14 条评论', 14],
    ['评论 14', 14],
    ['14 comments', 14],
    ['1 Comment', 1],
    ['共 0 条评论', 0],
  ])('%s', (total, declared) => expect(noteOf(noteMarkup({ total }))?.commentsDeclared).toBe(declared));
  test.each([
    ['14', 14],
    ['1.2万', 12_000],
    ['10+', 10],
    ['评论', undefined],
  ])('%s on the button alone', (count, declared) => {
    const markup = chat(count)(noteMarkup({ total: '' }));
    expect(noteOf(markup.replace('<div class="total"></div>', ''))?.commentsDeclared).toBe(declared);
  });
  test('the line goes before the button', () =>
    expect(noteOf(chat('10+')(noteMarkup({ total: '共 14 条评论' })))?.commentsDeclared).toBe(14));
  const none = (style: string) => `<div class="no-comments-text" style="${style}">这是一片荒地</div>`;
  test('none', () =>
    expect(noteOf(noteMarkup({ total: '' }).replace('<div class="total"></div>', none('')))?.commentsDeclared).toBe(0));
  test('what says none may stand hidden beside some', () =>
    expect(noteOf(noteMarkup({ comments: commentMarkup('好') + none('display: none;') }))?.commentsDeclared).toBe(2));
  test('an end that stands hidden is none', () => {
    const end = '<div class="end-container" style="display: none;">- THE END -</div>';
    expect(noteOf(noteMarkup({ comments: commentMarkup('好') + end }))?.commentsComplete).toBe(false);
  });
});

describe('who comments', () => {
  const of = (markup: string) => read(noteUrl, noteMarkup({ comments: markup })).comments;
  const mention = `<a class="note-content-user" href="/user/profile/${ids.author}">@作者名</a>`;
  test('nobody, where the account is gone: who is mentioned has not written it', () => {
    const gone = commentMarkup(`${mention} 好看`).replace(new RegExp(`<a[^>]*${ids.reader}[^>]*>(.*?)</a>`, 'g'), '$1');
    expect(of(gone)).toMatchObject([{ id: ids.comment, authorRole: 'unknown', text: '@作者名 好看' }]);
  });
  test.each([
    ['<span class="tag">作者</span>', { authorRole: 'author', pinned: false }],
    ['<span class="tag"> 作者 </span>', { authorRole: 'author', pinned: false }],
    ['<span class="tag">置顶</span>', { authorRole: 'other_user', pinned: true }],
    ['<span class="tag">作者</span><span class="top">置顶评论</span>', { authorRole: 'author', pinned: true }],
    ['<span class="tag">作者赞过</span>', { authorRole: 'other_user', pinned: false }],
    ['<span class="tag">首评</span>', { authorRole: 'other_user', pinned: false }],
    ['<span class="tag">你的好友</span>', { authorRole: 'other_user', pinned: false }],
  ])('%s', (tag, is) => {
    const [comment] = of(commentMarkup('好').replace('读者名</a>', `$&${tag}`));
    expect(comment).toMatchObject({ ...is, text: '好' });
    const [below] = of(commentMarkup('好').replace('<div class="info">', `<div class="labels">${tag}</div>$&`));
    expect(below).toMatchObject({ ...is, text: '好' });
  });
  test.each([
    '刚刚',
    '3分钟前',
    '2小时前',
    '昨天 12:30',
    '前天',
    '前天 08:00',
    '3天前',
    '04-05',
    '2024-04-05',
    '编辑于 04-05',
    '1 day ago',
    'Yesterday 12:30',
  ])('at %s', (text) => {
    const at = (place: string) =>
      of(
        commentMarkup('好').replace(
          '<div class="date"><span>04-05</span></div>',
          `<div class="date"><span>${text}</span>${place}</div>`,
        ),
      );
    expect(at('<span class="location">广东</span>')[0]?.time).toEqual({ text });
  });
  test('a comment of pictures alone, and one whose words are broken by pictures', () => {
    const comments =
      commentMarkup('', '<div class="comment-picture"><img></div>') +
      commentMarkup('好<img class="note-content-emoji">看', '', ids.other);
    expect(of(comments)).toMatchObject([{ text: '' }, { text: '好看' }]);
  });
});

describe('in a file, what a page hides says nothing', () => {
  test.each([
    'style="display:none"',
    'style="display: none;"',
    'hidden',
    'style="visibility: hidden"',
    'style="opacity: 0;"',
  ])('%s', (how) => {
    const label = `<div class="bottom-tag-area"><span ${how}>广告</span></div>`;
    expect(cardOf(cardMarkup(ids.other, 0, label))?.label).toBeUndefined();
    expect(cardOf(cardMarkup(ids.other, 0, `<div ${how}><span>广告</span></div>`))?.label).toBeUndefined();
    expect(noteOf(noteMarkup({ content: label }))?.label).toBeUndefined();
  });
});

test('behind an overlay the feed is the feed', () => {
  const page = read(noteUrl, feed(cardMarkup(ids.other, 0)) + overlay(ids.note, noteMarkup()));
  expect([page.note?.id, page.cards.map(({ noteId }) => noteId)]).toEqual([ids.note, [ids.other]]);
});

describe('what was clicked is part of', () => {
  const list = feed(cardMarkup(ids.other, 0));
  const hit = (markup: string, selector: string, noteId?: string) => {
    const document = parse(markup);
    return readerAt(noteUrl)?.noteAt([document.querySelector(selector)!], document, noteId);
  };
  const inNote = '#detail-desc';
  test.each([
    [
      'the note of an overlay, whatever the address',
      list + overlay(ids.note, noteMarkup()),
      inNote,
      undefined,
      ids.note,
    ],
    [
      'the note before, under the next one’s address',
      list + overlay(ids.note, noteMarkup()),
      inNote,
      ids.other,
      ids.note,
    ],
    ['the note of a page', noteMarkup(), inNote, ids.note, true],
    ['a note that a list’s address does not name', noteMarkup(), inNote, undefined, true],
    ['no note, on a list', list, '.cover', undefined, false],
    ['no note, on the list that stands there yet', list, '.cover', ids.note, false],
    ['no note, on a list beside one', noteMarkup() + list, '.cover', ids.note, false],
    ['the note, where no part is known', '<p>正文</p>', 'p', ids.note, true],
  ])('%s', (...[, markup, selector, noteId, is]) => expect(hit(markup, selector, noteId)).toBe(is));
});

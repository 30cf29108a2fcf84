import { describe, expect, test } from 'vitest';
import { readerAt, readPage } from '../../utils/sites';
import { cardMarkup, commentMarkup, feed, ids, jdUrl, noteMarkup, noteUrl, overlay, parse } from './pages';

const feedUrl = 'https://www.xiaohongshu.com/explore';

const clobbered = [
  'attributes',
  'children',
  'childNodes',
  'parentNode',
  'parentElement',
  'firstChild',
  'href',
  'id',
  'nodeType',
  'nodeName',
  'textContent',
  'innerText',
  'querySelector',
  'querySelectorAll',
  'matches',
  'closest',
  'contains',
  'getAttribute',
  'className',
  'childElementCount',
  'localName',
  'compareDocumentPosition',
];
const inputs = clobbered.map((name) => `<input name="${name}" value="${name}">`).join('');

test('a form that hides its own members costs nothing', () => {
  const form = `<form data-url="${jdUrl}">${inputs}<a href="/vendor/${ids.shop}">店</a></form>`;
  const page = readPage(
    noteUrl,
    parse(noteMarkup({ content: form, comments: commentMarkup(`好看<form>${inputs}</form>`) })),
  );
  expect(page.links.map(({ surface }) => surface)).toEqual(['ad-link', 'shop-entry']);
  expect(page.comments).toMatchObject([{ id: ids.comment, text: '好看' }]);
  expect(page.unread).toEqual([]);
});

test('a form as card, as comment, as note', () => {
  const card = cardMarkup(ids.other, 0).replace('<div>', `<form>${inputs}`);
  const markup = noteMarkup({ comments: commentMarkup('好').replace('<div id', `<form>${inputs}</form><div id`) });
  expect(readPage(feedUrl, parse(feed(card))).cards).toMatchObject([{ noteId: ids.other, kind: 'note' }]);
  expect(readPage(noteUrl, parse(`<form>${inputs}${markup}</form>`)).note).toMatchObject({
    title: '标题',
    authorId: ids.author,
  });
});

test('one broken node is counted and costs no other', () => {
  const document = parse(feed(cardMarkup(ids.other, 0), cardMarkup(ids.note, 1), cardMarkup(ids.goods, 2)));
  const broken = document.querySelectorAll('section')[1]!;
  Object.setPrototypeOf(
    broken,
    new Proxy(Object.getPrototypeOf(broken) as object, {
      get(target, key, receiver) {
        if (key === 'querySelector') throw new Error('torn out');
        return Reflect.get(target, key, receiver) as unknown;
      },
    }),
  );
  const page = readPage(feedUrl, document);
  expect(page.cards.map(({ noteId }) => noteId)).toEqual([ids.other, ids.goods]);
  expect(page.unread).toEqual([{ where: 'section', reason: 'shape' }]);
});

test('a megabyte of text', () => {
  const long = '今天链接求购哪里买￥￥'.repeat(100_000);
  const started = performance.now();
  const page = readPage(
    noteUrl,
    parse(noteMarkup({ desc: long, title: long.slice(0, 50_000), comments: commentMarkup(long) })),
  );
  expect(page.comments).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(3000);
});

test('right-to-left and zero-width text is kept as it is', () => {
  const title = '\u202Eمرحبا｜零\u200B宽\u202C';
  expect(readPage(noteUrl, parse(noteMarkup({ title }))).note?.title).toBe(title);
});

test('a thousand levels', () => {
  const deep = '<div>'.repeat(1000) + `<a href="${jdUrl}">去</a>` + '</div>'.repeat(1000);
  expect(readPage(noteUrl, parse(noteMarkup({ content: deep }))).links).toHaveLength(1);
});

test.each([
  ['words of the author', noteMarkup({ title: '广告', desc: '<span>广告</span><br><span>赞助</span>' })],
  ['a name', noteMarkup().replaceAll('作者名', '广告')],
  ['a comment', noteMarkup({ comments: commentMarkup('广告') })],
  ['a long sentence', noteMarkup({ content: '<p>这条不是广告请放心</p>' })],
  ['the bait', noteMarkup({ content: '<div class="ad-wrap">广告</div>' })],
])('%s is no label', (_name, markup) => expect(readPage(noteUrl, parse(markup)).note?.label).toBeUndefined());

test.each([
  ['广告', 'statutory'],
  ['赞助', 'equivalent'],
  ['品牌合作', 'declared'],
])('a short word beside the link is one: %s', (text, kind) =>
  expect(readPage(noteUrl, parse(noteMarkup({ content: `<em>${text}</em>` }))).note?.label).toEqual({ text, kind }),
);

const goodsUrl = `https://www.xiaohongshu.com/goods-detail/${ids.goods}`;

const roomUrl = 'https://www.xiaohongshu.com/livestream/569900000000000001';
const roomState = (liveStream: object) => `<script>window.__INITIAL_STATE__=${JSON.stringify({ liveStream })}</script>`;

const missing = ['note.title', 'note.authorId', 'comments'];

test.each([
  ['an empty page', noteUrl, ['', ...missing]],
  [
    'a half-loaded note',
    noteUrl,
    ['<div id="noteContainer" class="note-container"><div class="note-scroller"></div></div>', ...missing],
  ],
  ['a note without id', `${feedUrl}/undefined`, [noteMarkup(), 'note.id']],
  ['comments declared, none read', noteUrl, [noteMarkup({ total: '共 14 条评论' }), 'comments']],
  ['neither comments nor their count', noteUrl, [noteMarkup({ total: '' }), 'comments']],
  ['no comments, and the page says so', noteUrl, [noteMarkup({ total: '共 0 条评论' })]],
  ['none, as it says itself', noteUrl, [noteMarkup({ total: '', comments: '<i class="no-comments-text">荒地</i>' })]],
  ['a goods page that shows nothing', goodsUrl, ['<div id="app"></div>', 'goods.title']],
  ['a goods page of no known item', 'https://www.xiaohongshu.com/goods-detail/', ['<h1>杯子</h1>', 'goods']],
  ['a goods page by its heading', goodsUrl, ['<h1>杯子</h1>']],
  ['a goods page by what it calls itself', goodsUrl, ['<meta property="og:title" content="杯子">']],
  ['a live room that shows nothing', roomUrl, ['<div id="app"></div>', 'live']],
  ['the same of a host', `https://www.xiaohongshu.com/livestream/host/${ids.author}`, ['<p>直播</p>', 'live']],
  ['one whose state names none', roomUrl, [roomState({}), 'live']],
  ['one that sells nothing', roomUrl, ['<div class="live-room"><video></video></div>']],
  ['one that its state names', roomUrl, [roomState({ roomData: { roomInfo: { roomTitle: '晚上好' } } })]],
  ['one that is over, as its state says', roomUrl, [roomState({ liveStatus: 'end', roomData: {} })]],
  ['a refused note', noteUrl, ['<div class="error-wrapper">当前笔记暂时无法浏览</div>', 'note']],
  [
    'the overlay of the note before',
    noteUrl,
    [overlay(ids.other, noteMarkup({ content: `<a href="${jdUrl}">去</a>` })), 'note'],
  ],
  ['a feed without cards', feedUrl, ['<div class="feeds-page"></div>', 'cards']],
  ['a list of live rooms without any', 'https://www.xiaohongshu.com/livelist', ['', 'cards']],
  ['a card of no known kind', feedUrl, [feed('<section class="note-item"></section>'), 'card']],
  [
    'half a state',
    noteUrl,
    [`${noteMarkup({ total: '共 0 条评论' })}<script>window.__INITIAL_STATE__={"a":"${ids.note}","b</script>`, 'state'],
  ],
])('%s: nothing thrown, nothing invented, counted', (_name, url, [markup = '', ...where]) => {
  const page = readPage(url, parse(markup));
  expect(page.links).toEqual([]);
  expect(page.comments).toEqual([]);
  expect(page.unread.map((unread) => unread.where)).toEqual(where);
});

test.each(['https://www.xiaohongshu.com/ai_chat', 'https://example.com/explore', ''])('%s is read as nothing', (url) =>
  expect(readPage(url, parse('<p>广告</p>'))).toEqual({
    kind: 'other',
    cards: [],
    comments: [],
    links: [],
    unread: [],
  }),
);

test('cards that are no notes are told apart', () => {
  const section = (inner: string) => `<section class="note-item">${inner}</section>`;
  const page = readPage(
    feedUrl,
    parse(
      feed(
        section('<div class="query-note-wrapper">大家都在搜</div>'),
        section('<div class="xhs-ai-message-card">总结</div>'),
        section(
          `<a href="/livestream/569900000000000001"><img><span class="xhs-live-note-item-badge">直播中</span></a>`,
        ),
        '<div class="product-item">本子</div>',
        cardMarkup(ids.note, 17),
      ),
    ),
  );
  expect(page.cards.map(({ kind, position }) => [kind, position])).toEqual([
    ['query', undefined],
    ['ai', undefined],
    ['live', undefined],
    ['product', undefined],
    ['note', 17],
  ]);
});

describe('a list whose cards all lack something is told', () => {
  const cards = (change: (card: string) => string) =>
    feed(...[0, 1, 2, 3].map((index) => change(cardMarkup(ids.other.replace(/^./, String(index)), index))));

  test.each([
    ['nothing', (card: string) => card, []],
    ['the title', (card: string) => card.replace(/<a class="title">.*?<\/a>/, ''), ['cards.title']],
    ['the author', (card: string) => card.replace('/user/profile/', '/u/'), ['cards.authorId']],
    ['the cover', (card: string) => card.replace(/<a class="cover.*?<\/a>/, ''), ['cards.media']],
  ])('%s', (_what, change, where) =>
    expect(readPage(feedUrl, parse(cards(change))).unread).toEqual(
      where.map((place) => ({ where: place, reason: 'no-data' })),
    ),
  );

  test('one card of many may lack it', () =>
    expect(
      readPage(feedUrl, parse(cards((card) => card.replace(/index="1"(.*?)<a class="title">.*?<\/a>/s, 'index="1"$1'))))
        .unread,
    ).toEqual([]));
});

test('a bar whose collect button is not known is told', () =>
  expect(readPage(noteUrl, parse(noteMarkup({ icon: '#star', total: '共 0 条评论' }))).unread).toEqual([
    { where: 'note.saved', reason: 'shape' },
  ]));

test('roles and pins of comments', () => {
  const tagged = commentMarkup('求链接').replace(
    '读者名</a>',
    '读者名</a><span class="tag">作者</span><span class="top">置顶评论</span>',
  );
  const own = commentMarkup('我').replaceAll(ids.reader, ids.author);
  const nobody = commentMarkup('谁').replaceAll(/<a.*?<\/a>/g, '');
  const { comments } = readPage(
    noteUrl,
    parse(noteMarkup({ comments: tagged + own + nobody + commentMarkup('作者 置顶') })),
  );
  expect(comments.map(({ authorRole, pinned, asksForLink }) => [authorRole, pinned, asksForLink])).toEqual([
    ['author', true, true],
    ['author', false, false],
    ['unknown', false, false],
    ['other_user', false, false],
  ]);
});

test('nothing is written', () => {
  const document = parse(
    feed(cardMarkup(ids.other, 0)) + overlay(ids.note, noteMarkup({ comments: commentMarkup('x') })),
  );
  const before = document.documentElement.outerHTML;
  readPage(noteUrl, document);
  readerAt(noteUrl)!.readCollected(document, ids.note);
  expect(document.documentElement.outerHTML).toBe(before);
});

test('more cards than any feed keeps are cut, and it is said', () => {
  const page = readPage(
    feedUrl,
    parse(
      feed(
        cardMarkup(ids.other, 0),
        '<section class="note-item"><div class="query-note-wrapper"></div></section>'.repeat(1000),
      ),
    ),
  );
  expect(page.cards).toHaveLength(1000);
  expect(page.unread).toEqual([{ where: 'cards', reason: 'shape' }]);
});

test('an element used again for another comment, and an author known late', () => {
  const document = parse(noteMarkup({ comments: commentMarkup('一') }).replace('author-container', 'x'));
  const comment = document.querySelector('.comment-item')!;
  expect(readPage(noteUrl, document).comments).toMatchObject([
    { id: ids.comment, text: '一', authorRole: 'other_user' },
  ]);
  comment.id = `comment-${ids.goods}`;
  comment.querySelector('.note-text')!.textContent = '求链接';
  expect(readPage(noteUrl, document).comments).toMatchObject([{ id: ids.goods, text: '求链接', asksForLink: true }]);
  comment.querySelector('.author')!.insertAdjacentHTML('beforeend', '<span class="tag">作者</span>');
  expect(readPage(noteUrl, document).comments).toMatchObject([{ authorRole: 'author' }]);
});

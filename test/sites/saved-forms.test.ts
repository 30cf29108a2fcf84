import { describe, expect, test } from 'vitest';
import { readPage } from '../../utils/sites';
import { cardMarkup, commentMarkup, feed, ids, noteMarkup, noteUrl, parse } from './pages';

// Pages as programs save them, and states as phones and earlier pages have them.

const site = 'https://www.xiaohongshu.com';
const read = (url: string, markup: string) => readPage(url, parse(markup));
const stated = (name: string, state: object | string) =>
  `<script>window.${name}=${typeof state === 'string' ? state : JSON.stringify(state)}</script>`;

describe('addresses of a saved page', () => {
  const known = feed(cardMarkup(ids.other, 0), cardMarkup(ids.note, 1));
  const { cards } = read(`${site}/explore`, known);

  test.each([
    ['of files', 'file:///'],
    ['of files on a drive', 'file:///C:/'],
    ['from where it is', './'],
    ['from above', '../../'],
    ['in an archive', `https://web.archive.org/web/20250101000000/${site}/`],
  ])('%s', (_what, start) =>
    expect(read(`${site}/explore`, known.replaceAll('href="/', `href="${start}`)).cards).toEqual(cards),
  );

  test('of http, before 2023', () => expect(read('http://www.xiaohongshu.com/explore', known).cards).toEqual(cards));

  test.each([
    ['#collect', false],
    ['#collected', true],
  ])('before the name of an icon, %s', (icon, saved) =>
    expect(read(noteUrl, noteMarkup({ icon: `${noteUrl}${icon}` })).note?.saved).toBe(saved),
  );
});

describe('forms that programs rely on', () => {
  test('a search that a machine answers', () => {
    const page = read(`${site}/search_result_ai?keyword=x`, feed(cardMarkup(ids.other, 0)));
    expect([page.kind, page.cards.map(({ noteId }) => noteId)]).toEqual(['search', [ids.other]]);
    expect(read(`${site}/search_result_ai/${ids.note}`, noteMarkup()).note?.id).toBe(ids.note);
  });

  test('a note of a board', () => {
    const url = `${site}/board/${ids.shop}`;
    const card = cardMarkup(ids.other, 0).replaceAll('/explore/', `/board/${ids.shop}/`);
    expect(read(url, feed(card)).cards).toMatchObject([{ kind: 'note', noteId: ids.other, authorId: ids.author }]);
    expect(read(`${url}/${ids.note}?xsec_token=T`, noteMarkup()).note).toMatchObject({ id: ids.note, title: '标题' });
  });

  test('words that are searched for, on the card itself', () => {
    const query = '<section class="note-item query-note-item" data-index="0"><div class="item-text">灯</div></section>';
    const page = read(`${site}/search_result?keyword=x`, feed(query, cardMarkup(ids.other, 1)));
    expect(page.cards).toMatchObject([
      { position: 0, kind: 'query' },
      { position: 1, kind: 'note' },
    ]);
    expect(page.unread).toEqual([]);
  });

  test('a film whose player has another name', () => {
    const film = '<div class="player-container"><div class="player-el"><img src="a.webp"></div></div>';
    const markup = noteMarkup().replace('<div class="note-slider"><img src="a.webp"></div>', film);
    expect(read(noteUrl, markup).note?.media).toBe('video');
  });
});

test('covers that are whole cards', () => {
  const cover = (id: string, name: string) =>
    `<a href="/explore/${id}?xsec_token=T"><img src="a.webp"><b>${name}</b></a>`;
  const { cards } = read(`${site}/explore`, `<main>${cover(ids.other, '桌子')}${cover(ids.note, '灯')}</main>`);
  expect(cards).toEqual([
    { position: 0, kind: 'note', noteId: ids.other, title: '桌子', media: 'image' },
    { position: 1, kind: 'note', noteId: ids.note, title: '灯', media: 'image' },
  ]);
});

describe('a tag with an icon', () => {
  const icon = '<svg><use xlink:href="#top"></use></svg>';
  const first = (comment: string) => read(noteUrl, noteMarkup({ comments: comment })).comments[0];
  const labelled = (words: string) =>
    commentMarkup('好').replace('<div class="info">', `<div class="labels"><div class="label">${words}</div></div>$&`);

  test.each([
    [`${icon}置顶评论`, true],
    [`${icon} Pinned comment`, true],
    [`${icon}作者赞过`, false],
  ])('%s', (words, pinned) =>
    expect(first(labelled(words))).toMatchObject({ pinned, authorRole: 'other_user', text: '好' }),
  );

  test('a mark of the first comment, whatever its words are', () => {
    const marked = commentMarkup('好').replace(
      '<div class="info">',
      '<div class="labels"><i class="top">首</i></div>$&',
    );
    expect(first(marked)?.pinned).toBe(true);
    expect(first(commentMarkup('<b class="top">首</b>'))?.pinned).toBe(false);
  });

  test('a name with an icon is none', () =>
    expect(first(commentMarkup('好').replace('>读者名<', `>${icon}作者<`))?.authorRole).toBe('other_user'));
});

const note = {
  noteId: ids.note,
  type: 'normal',
  title: '标题',
  time: 1,
  user: { userId: ids.author, nickName: '某' },
  interactInfo: { commentCount: '16' },
  imageList: [{}],
};
const reply = { id: ids.other, noteId: ids.note, content: '有', time: 2, user: { userId: ids.author } };
const comment = { id: ids.comment, noteId: ids.note, content: '求链接', time: 1, user: { userId: ids.reader } };
const facts = { id: ids.note, authorId: ids.author, title: '标题', media: 'image', commentsDeclared: 16 };
const roles = [
  [ids.comment, 'other_user', false, { at: 1 }],
  [ids.other, 'author', true, { at: 2 }],
];

function expectRead(markup: string, complete: boolean) {
  const page = read(`${site}/discovery/item/${ids.note}`, markup);
  expect(page.note).toEqual({ ...facts, commentsLoaded: 2, commentsComplete: complete });
  expect(page.comments.map(({ id, authorRole, reply: is, time }) => [id, authorRole, is, time])).toEqual(roles);
  expect(page.unread).toEqual([]);
}

describe('a state that has one note', () => {
  const threadOf = (subCommentCount: number) => ({
    comments: [{ ...comment, subCommentCount, subComments: [reply] }],
    commentCount: 16,
    hasMore: false,
  });

  test.each([
    [1, true],
    [3, false],
  ])('a phone’s, of 2026, with one of %i replies', (count, complete) =>
    expectRead(
      stated('__SETUP_SERVER_STATE__', {
        LAUNCHER_SSR_STORE_PAGE_DATA: { noteData: note, commentData: threadOf(count) },
      }) + stated('__INITIAL_STATE__', { global: { appSettings: {} } }),
      complete,
    ),
  );

  test('an early one', () => {
    const comments = { list: [{ ...comment, subComments: [reply] }], hasMore: true };
    expectRead(stated('__INITIAL_STATE__', { note: { note, comments, noteDetailMap: {} } }), false);
  });

  test('one of before 2023', () => {
    const { interactInfo: _counts, noteId: id, ...rest } = note;
    const noteInfo = { ...rest, id, comments: 16, time: '2022-07-01 12:33', user: { id: ids.author } };
    const thread = { comments: [{ ...comment, user: { id: ids.reader }, subComments: [reply] }] };
    expectRead(stated('__INITIAL_SSR_STATE__', { NoteView: { noteInfo, commentInfo: thread } }), false);
  });

  test.each([
    ['a phone’s', '__SETUP_SERVER_STATE__', (of: object) => ({ LAUNCHER_SSR_STORE_PAGE_DATA: { noteData: of } })],
    ['an early one', '__INITIAL_STATE__', (of: object) => ({ note: { note: of } })],
  ])('%s of another note says nothing', (_what, name, put) => {
    const other = { ...note, noteId: ids.other, atUserList: [{ userId: ids.note }] };
    expect(read(noteUrl, stated(name, put(other))).note).toEqual({
      id: ids.note,
      commentsLoaded: 0,
      commentsComplete: false,
    });
  });
});

test.each([
  'new Map([])',
  'new Map()',
  'new Map([["a",{"b":[1]}]])',
  'new Set(["a",])',
  'new Date("2026-01-01")',
  '{"a":1, }',
])('a state that holds %s', (value) => {
  const odd = { ...note, title: 'new Map([1,]), undefined' };
  const state = JSON.stringify({ first: '@', note: { noteDetailMap: { [ids.note]: { note: odd } } }, last: '@' });
  const script = `${state.replaceAll('"@"', value)};(function(){var s=(1);}())`;
  expect(read(noteUrl, stated('__INITIAL_STATE__', script)).note).toMatchObject({ ...facts, title: odd.title });
});

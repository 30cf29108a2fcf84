import { describe, expect, test } from 'vitest';
import { readPage } from '../../utils/sites';
import { ids, noteUrl, parse } from './pages';

const site = 'https://www.xiaohongshu.com';
const read = (url: string, markup: string) => readPage(url, parse(markup));
/** What stands between two `@` stands in the script as it is. */
const stated = (state: object) =>
  `<script>window.__INITIAL_STATE__=${JSON.stringify(state).replace(/"@([^"]*)@"/g, '$1')}</script>`;

describe('a state in other forms', () => {
  const note = {
    noteId: ids.note,
    type: 'normal',
    title: '标题',
    time: 1,
    user: { userId: ids.author },
    imageList: [{}],
    interactInfo: { commentCount: '2' },
  };
  const entry = (comments: object) =>
    stated({ user: '@undefined@', note: { noteDetailMap: { '': {}, undefined: {}, [ids.note]: { note, comments } } } });
  test('that is no JSON in other places too', () => {
    const page = read(
      noteUrl,
      stated({
        a: '@NaN@',
        b: ['@undefined@', '@Infinity@', '@-Infinity@'],
        c: 'NaN, undefined',
        note: { noteDetailMap: { [ids.note]: { note } } },
      }),
    );
    expect([page.note?.title, page.unread]).toEqual(['标题', [{ where: 'comments', reason: 'no-data' }]]);
  });
  test.each([
    [{ list: [], hasMore: false, firstRequestFinish: false, loading: false }, false],
    [{ list: [], hasMore: false, firstRequestFinish: true, loading: true }, false],
    [{ list: [{ id: 'a', content: '好' }], hasMore: false, firstRequestFinish: true, loading: false }, true],
    [{ list: [{ id: 'a', content: '好' }], hasMore: false }, true],
    [{ list: [], hasMore: false, firstRequestFinish: true, loading: false }, false],
    [{ list: {}, hasMore: false }, false],
  ])('%j', (comments, is) => expect(read(noteUrl, entry(comments)).note?.commentsComplete).toBe(is));
  test('of none of none that is all', () => {
    const none = { ...note, interactInfo: { commentCount: '0' } };
    const map = { [ids.note]: { note: none, comments: { list: [], hasMore: false } } };
    const page = read(noteUrl, stated({ note: { noteDetailMap: map } }));
    expect([page.note?.commentsComplete, page.unread]).toEqual([true, []]);
  });
  test.each([
    [
      'a list',
      {
        list: [
          { id: 'a', content: '好' },
          { id: 'b', content: '坏' },
        ],
      },
    ],
    ['a map', { list: { a: { id: 'a', content: '好' }, b: { id: 'b', content: '坏' } } }],
    [
      'a list of its own',
      [
        { id: 'a', content: '好' },
        { id: 'b', content: '坏' },
      ],
    ],
  ])('comments as %s', (_form, comments) => {
    const page = read(noteUrl, entry(comments));
    expect(page.comments.map(({ text }) => text)).toEqual(['好', '坏']);
    expect(page.note).toMatchObject({ commentsLoaded: 2, commentsComplete: true });
    expect(page.unread).toEqual([]);
  });
  test.each(['x', 5, null, true])('comments that are %j are none', (comments) =>
    expect(read(noteUrl, entry({ list: comments }))).toMatchObject({
      comments: [],
      unread: [{ where: 'comments', reason: 'no-data' }],
    }),
  );
  test('of a phone, whose count stands beside the comments', () => {
    const { interactInfo: _counts, ...rest } = note;
    const page = read(
      noteUrl,
      stated({ noteData: { data: { noteData: rest, commentData: { comments: [], commentCount: '10+' } } } }),
    );
    expect(page.note).toMatchObject({ title: '标题', authorId: ids.author, commentsDeclared: 10 });
  });
  /** As replies have their keys. */
  const inSnakeCase = (state: object) =>
    JSON.stringify(state).replace(/"\w+":/g, (key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  const asReplies = (state: object) => `<script>window.__INITIAL_STATE__=${inSnakeCase(state)}</script>`;
  test('a note and its comments in the keys of replies', () => {
    const list = [
      {
        id: 'a',
        content: '好',
        createTime: 5,
        showTags: ['user_top'],
        userInfo: { userId: ids.author },
        subComments: [],
      },
    ];
    const state = { note: { noteDetailMap: { [ids.note]: { note, comments: { list, hasMore: false } } } } };
    const page = read(noteUrl, asReplies(state));
    expect(page).toEqual(read(noteUrl, stated(state)));
    expect(page.comments).toMatchObject([{ authorRole: 'author', pinned: true, time: { at: 5 } }]);
    expect(page.note).toMatchObject({ title: '标题', authorId: ids.author, commentsDeclared: 2 });
  });
  test('cards and signals in the keys of replies', () => {
    const items = [
      {
        id: ids.other,
        modelType: 'note',
        noteCard: { type: 'video', displayTitle: '标', user: { userId: ids.author }, goodsInfo: { id: 1 } },
      },
    ];
    const url = `${site}/explore`;
    const page = read(url, asReplies({ feed: { feeds: items } }));
    expect(page).toEqual(read(url, stated({ feed: { feeds: items } })));
    expect(page).toMatchObject({ cards: [{ kind: 'note', title: '标', authorId: ids.author, media: 'video' }] });
    expect(page.signals).toMatchObject([{ rule: 'goods_info', noteId: ids.other }]);
  });
  const card = (noteId: string, userId: string, title: string) => ({
    id: noteId,
    noteCard: { noteId, type: 'video', displayTitle: title, user: { userId } },
  });
  const lists = [
    [card(ids.note, ids.author, '发的')],
    [card(ids.other, ids.reader, '存的')],
    [card(ids.goods, ids.reader, '赞的')],
  ];
  test.each([
    ['', '发的'],
    ['?tab=note', '发的'],
    ['?tab=fav', '存的'],
    ['?tab=fav&subTab=note', '存的'],
    ['?tab=liked', '赞的'],
    ['?tab=fav&subTab=board', undefined],
  ])('the tab %s of a profile', (query, title) => {
    const page = read(`${site}/user/profile/${ids.author}${query}`, stated({ user: { notes: { _rawValue: lists } } }));
    expect(page.cards.map((each) => each.title)).toEqual(title === undefined ? [] : [title]);
  });
  test('of another profile', () => {
    const page = read(`${site}/user/profile/${ids.shop}?tab=fav`, stated({ user: { notes: lists } }));
    expect(page.cards).toEqual([]);
  });
});

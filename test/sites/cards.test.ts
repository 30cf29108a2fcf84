import { describe, expect, test } from 'vitest';
import { readPage } from '../../utils/sites';
import { unitsOn } from '../../utils/sites/xiaohongshu/units';
import { cardMarkup, feed, ids, noteMarkup, noteUrl, overlay, parse, unknownSkin } from './pages';

const site = 'https://www.xiaohongshu.com';
const feedUrl = `${site}/explore`;

const cardsOf = (markup: string, url = feedUrl) => readPage(url, parse(markup)).cards;

/** Hand-made after the search page's style sheet: the author stands in `.card-bottom-wrapper`, with the time. */
function searchCard(id: string, index: number, name = '作者名'): string {
  return `<section class="note-item" data-index="${String(index)}"><div>
    <a href="/explore/${id}" style="display: none;"></a>
    <a class="cover mask ld" href="/search_result/${id}?xsec_token=T&amp;xsec_source="><img src="a.webp"></a>
    <div class="footer"><a class="title"><span>卡片标题</span></a><div class="card-bottom-wrapper">
      <a class="author" href="/user/profile/${ids.author}?channel_type=web_search_result_notes"><img class="author-avatar"><div class="name-time-wrapper"><div class="name">${name}</div><div class="time">昨天 12:30</div></div></a>
      <span class="like-wrapper like-active"><svg><use xlink:href="#like"></use></svg><span class="count">1.2万</span></span>
    </div></div>
  </div></section>`;
}

test('pictures of notes among notifications are no cards', () => {
  const row = (id: string) =>
    `<div><a href="/user/profile/${ids.author}">读者名</a><span>赞了你的笔记</span><a href="/explore/${id}"><img src="a.webp"></a></div>`;
  expect(cardsOf(row(ids.note) + row(ids.other), `${site}/notification`)).toEqual([]);
});

test('the cards of a search, the query card counted apart', () => {
  const query =
    '<section class="note-item" data-index="1"><div class="query-note-wrapper"><div class="title">大家都在搜</div><a href="/search_result?keyword=x">x</a></div></section>';
  const markup = feed(searchCard(ids.other, 0), query, searchCard(ids.note, 2, '广告'));
  expect(cardsOf(markup, `${site}/search_result?keyword=x`)).toEqual([
    { position: 0, kind: 'note', noteId: ids.other, authorId: ids.author, title: '卡片标题', media: 'image' },
    { position: 1, kind: 'query', title: '大家都在搜' },
    { position: 2, kind: 'note', noteId: ids.note, authorId: ids.author, title: '卡片标题', media: 'image' },
  ]);
});

test('a card that opens a live room in the app is one of a live room, and sells nothing by that', () => {
  const card = cardMarkup(ids.other, 0).replaceAll(
    /href="\/explore[^"]*"/g,
    'href="xhsdiscover://live_audience?room_id=5699"',
  );
  const page = readPage(feedUrl, parse(feed(card)));
  expect(page.cards.map(({ kind }) => kind)).toEqual(['live']);
  expect([page.links, page.unread]).toEqual([[], []]);
});

test('a card without title, a video', () => {
  const card = cardMarkup(ids.other, 3)
    .replace(/<a class="title">.*?<\/a>/, '')
    .replace('<img src', '<span class="play-icon"></span><img src');
  expect(cardsOf(feed(card))).toEqual([
    { position: 3, kind: 'note', noteId: ids.other, authorId: ids.author, media: 'video' },
  ]);
});

test.each([
  ['has not come', '', 'image'],
  ['stands behind the cover', '<div style="background-image: url(a.webp)"></div>', 'image'],
  ['is a film’s and has not come', '<span class="play-icon"></span>', 'video'],
])('a card whose picture %s', (_where, inner, media) => {
  const card = cardMarkup(ids.other, 0).replace('<img src="a.webp">', inner);
  expect(cardsOf(feed(card))[0]?.media).toBe(media);
});

test('of a profile, the list of the tab on screen alone', () => {
  const tab = (shown: boolean, ...cards: string[]) =>
    `<div class="tab-content-item"${shown ? '' : ' style="display: none;"'}>${feed(...cards)}</div>`;
  const markup =
    tab(false, cardMarkup(ids.other, 0)) + tab(true, cardMarkup(ids.note, 0)) + tab(false, cardMarkup(ids.goods, 0));
  expect(cardsOf(markup, `${site}/user/profile/${ids.author}?tab=fav`).map(({ noteId }) => noteId)).toEqual([ids.note]);
});

test('on a profile the cover says whose list it is, not who wrote the note', () => {
  const card = cardMarkup(ids.other, 0).replace(
    'class="cover mask ld" href="/explore/',
    `class="cover mask ld" href="/user/profile/${ids.reader}/`,
  );
  expect(cardsOf(feed(card), `${site}/user/profile/${ids.reader}?tab=fav`)).toMatchObject([
    { noteId: ids.other, authorId: ids.author },
  ]);
});

test('a card that is hidden itself was loaded all the same', () => {
  const hidden = cardMarkup(ids.other, 0).replace('<section', '<section style="display: none;"');
  expect(cardsOf(feed(hidden))).toHaveLength(1);
});

test('a product inside a note card is no card of its own', () =>
  expect(cardsOf(feed(cardMarkup(ids.other, 0, '<div class="product-item">本子</div>')))).toHaveLength(1));

test('products of a shop page', () => {
  const product = (id: string, name: string) =>
    `<a class="product-item" href="/goods-detail/${id}"><img><span>${name}</span><b>¥12.80</b></a>`;
  expect(cardsOf(product(ids.goods, '陶瓷马克杯') + product(ids.other, '茶盘'), `${site}/shop/${ids.shop}`)).toEqual([
    { position: 0, kind: 'product', title: '陶瓷马克杯' },
    { position: 1, kind: 'product', title: '茶盘' },
  ]);
});

test('over a feed, its cards and the note', () => {
  const page = readPage(
    noteUrl,
    parse(feed(cardMarkup(ids.other, 5), cardMarkup(ids.note, 6)) + overlay(ids.note, noteMarkup())),
  );
  expect(page.cards.map(({ position, noteId }) => [position, noteId])).toEqual([
    [5, ids.other],
    [6, ids.note],
  ]);
  expect(page.note).toMatchObject({ id: ids.note, title: '标题' });
});

describe('on a page whose names nobody knows', () => {
  const known = [cardMarkup(ids.other, 0), cardMarkup(ids.note, 1), cardMarkup(ids.goods, 2)];
  const facts = [ids.other, ids.note, ids.goods].map((noteId, position) => ({
    position,
    kind: 'note',
    noteId,
    authorId: ids.author,
    title: '卡片标题',
  }));

  test('cards are known by their make-up', () => {
    const page = readPage(feedUrl, parse(unknownSkin(feed(...known))));
    expect(page.cards).toMatchObject(facts);
    expect(page.unread).toEqual([{ where: 'cards', reason: 'unknown-form' }]);
  });

  test('in columns too, one of them with a single card', () => {
    const columns = `<main><div>${known.slice(0, 2).join('')}</div><div>${String(known[2])}</div></main>`;
    expect(cardsOf(unknownSkin(columns))).toMatchObject(facts);
  });

  test('several pictures of one note are one card', () => {
    const twice = known.map((card) => card.replace(/(<a class="cover.*?<\/a>)/, '$1$1'));
    expect(cardsOf(unknownSkin(feed(...twice)))).toMatchObject(facts);
  });

  test('none of its short words is a label: they could be anybody’s', () =>
    expect(cardsOf(unknownSkin(feed(...known).replaceAll('卡片标题', '广告')))[0]?.label).toBeUndefined());

  test('people are no cards', () =>
    expect(
      cardsOf(`<a href="/user/profile/${ids.author}"><img></a><a href="/user/profile/${ids.reader}"><img></a>`),
    ).toEqual([]));
});

describe('a page that shows no card yet', () => {
  const item = (id: string, change: object = {}) => ({
    id,
    modelType: 'note',
    noteCard: { type: 'normal', displayTitle: '标题', user: { userId: ids.author } },
    ...change,
  });
  const withState = (state: object) => `<script>window.__INITIAL_STATE__=${JSON.stringify(state)}</script>`;
  const note = { position: 0, kind: 'note', noteId: ids.other, authorId: ids.author, title: '标题', media: 'image' };

  test('has those of its state, in their order and kinds', () => {
    const feeds = [
      item(ids.other),
      { id: 'x', modelType: 'rec_query' },
      item(ids.note, { modelType: 'live_v2' }),
      item(ids.goods, { modelType: 'constructor' }),
    ];
    const page = readPage(feedUrl, parse(withState({ feed: { feeds } })));
    expect(page.cards).toEqual([
      note,
      { position: 1, kind: 'query' },
      { position: 2, kind: 'live', authorId: ids.author, title: '标题' },
      { position: 3, kind: 'other', authorId: ids.author, title: '标题' },
    ]);
    expect(page.unread).toEqual([]);
  });

  const profile = `/user/profile/${ids.author}`;

  test.each([
    ['a boxed list', '/explore', { feed: { feeds: { dep: {}, _rawValue: [item(ids.other)] } } }],
    ['a search', '/search_result?keyword=x', { search: { feeds: [item(ids.other)] } }],
    ['a board', `/board/${ids.shop}`, { board: { boardFeedsMap: { [ids.shop]: { notes: [item(ids.other)] } } } }],
    ['a profile', profile, { user: { notes: [[item(ids.other)], [], []] } }],
    [
      'a profile, flat',
      `${profile}?tab=note`,
      { user: { notes: [{ noteId: ids.other, displayTitle: '标题', type: 'normal', user: { userId: ids.author } }] } },
    ],
  ])('%s', (_name, path, state) => expect(cardsOf(withState(state), site + path)).toEqual([note]));

  test.each([
    ['the state of another profile', `/user/profile/${ids.reader}`, { user: { notes: [[item(ids.other)], [], []] } }],
    ['posted notes on the tab of saved ones', `${profile}?tab=fav`, { user: { notes: [[item(ids.other)], [], []] } }],
    [
      'another board',
      `/board/${ids.goods}`,
      { board: { boardFeedsMap: { [ids.shop]: { notes: [item(ids.other)] } } } },
    ],
    ['no list', '/explore', { feed: { feeds: 'x' } }],
  ])('%s is not taken', (_name, path, state) => {
    const page = readPage(site + path, parse(withState(state)));
    expect(page).toMatchObject({ cards: [], unread: [{ where: 'cards', reason: 'no-data' }] });
  });

  test('what stands on the page goes before its state', () =>
    expect(
      cardsOf(feed(cardMarkup(ids.note, 0)) + withState({ feed: { feeds: [item(ids.other)] } })).map(
        ({ noteId }) => noteId,
      ),
    ).toEqual([ids.note]));
});

describe('where a card stands', () => {
  const { note, other } = ids;
  const silent = (id: string) => cardMarkup(id, 0).replace(' data-index="0"', '');
  const at = (index: number) => cardMarkup(other, index);

  test.each([
    ['as all say', [at(7), at(8)], [7, 8]],
    ['counted where none says', [silent(note), silent(other)], [0, 1]],
    ['behind the one before', [at(40), silent(note), silent(note), at(43)], [40, 41, 42, 43]],
    ['unknown before the first that says', [silent(note), at(40), silent(note)], [undefined, 40, 41]],
    ['unknown between two that leave no room', [at(3), silent(note), at(4)], [3, undefined, 4]],
    ['as said, also where two say the same', [at(3), at(3), silent(note)], [3, 3, 4]],
    ['as said, in whatever order', [at(5), at(2), silent(note)], [5, 2, 3]],
  ])('%s', (_how, cards, positions) => expect(placesOn(feed(...cards))).toEqual(positions));

  test.each([
    ['two that say so', feed(at(0), at(1)) + feed(at(0), at(1)), [0, 1, 0, 1]],
    ['one that leaves a card out', feed(at(0), silent(note)) + feed(at(0), at(1), at(2)), [0, 1, 0, 1, 2]],
    ['one that says nothing', feed(at(7), at(8)) + feed(silent(note), silent(other)), [7, 8, 0, 1]],
  ])('of two lists each is counted by itself: %s', (_how, markup, positions) =>
    expect(placesOn(markup)).toEqual(positions),
  );

  test('what stands beside a list is not counted, unless there is none', () => {
    expect(placesOn(silent(note) + feed(at(7)))).toEqual([undefined, 7]);
    expect(placesOn(silent(note) + silent(other))).toEqual([0, 1]);
  });
});

/** As the page is read, and card by card. */
function placesOn(markup: string): (number | undefined)[] {
  const read = cardsOf(markup).map(({ position }) => position);
  const page = parse(markup);
  const { read: unitOf } = unitsOn(feedUrl, page);
  expect([...page.querySelectorAll('.note-item')].map((card) => unitOf(card)?.position)).toEqual(read);
  return read;
}

import { describe, expect, test, vi } from 'vitest';
import { readerAt, readPage } from '../../utils/sites';
import { cardMarkup, commentMarkup, feed, ids, jdUrl, noteMarkup, noteUrl, parse } from './pages';

const feedUrl = 'https://www.xiaohongshu.com/explore';

const read = (url: string, markup: string) => readPage(url, parse(markup));
const onCard = { verified: false, where: 'card', noteId: ids.other } as const;
const onNote = { verified: false, where: 'note', noteId: ids.note } as const;

describe('layer L3, short words that stand alone', () => {
  test.each([
    ['under the card', cardMarkup(ids.other, 0, '<span class="tag">广告</span>')],
    [
      'over the cover',
      cardMarkup(ids.other, 0).replace(
        '<img src',
        '<div class="top-tag-area"><div class="top-wrapper">广告</div></div><img src',
      ),
    ],
    [
      'in the foot of the card',
      cardMarkup(ids.other, 0).replace(
        '<div class="author-wrapper">',
        '<div class="recommend-reason">广告</div><div class="author-wrapper">',
      ),
    ],
    [
      'beside the name',
      cardMarkup(ids.other, 0).replace(
        '<span class="like-wrapper',
        '<span class="x">广告</span><span class="like-wrapper',
      ),
    ],
    [
      'over the cover on a profile',
      cardMarkup(ids.other, 0)
        .replace(`class="cover mask ld" href="/explore/`, `class="cover mask ld" href="/user/profile/${ids.author}/`)
        .replace('<img src', '<div class="bottom-tag-area"><span>广告</span></div><img src'),
    ],
    ['in pieces', cardMarkup(ids.other, 0, '<span><b>广</b><b>告</b></span>')],
    ['with a sign before it', cardMarkup(ids.other, 0, '<span><svg></svg> 广告</span>')],
  ])('a label %s of a card', (_where, card) => {
    const { cards, signals } = read(feedUrl, feed(card, cardMarkup(ids.note, 1)));
    expect(cards.map(({ label }) => label)).toEqual([{ text: '广告', kind: 'statutory' }, undefined]);
    expect(signals).toEqual([{ layer: 'L3', rule: 'label', ...onCard }]);
  });

  test.each([
    ['the title', cardMarkup(ids.other, 0).replace('卡片标题', '广告')],
    ['the name', cardMarkup(ids.other, 0).replace('作者名', '广告')],
    ['a name outside its anchor', cardMarkup(ids.other, 0, '<div class="user-name">广告</div>')],
    [
      'a query',
      '<section class="note-item"><div class="query-note-wrapper"><a href="/search_result?keyword=x">广告</a></div></section>',
    ],
    ['a summary', '<section class="note-item"><div class="xhs-ai-message-card"><b>广告</b></div></section>'],
    ['the bait', cardMarkup(ids.other, 0, '<div class="ad-wrap">广告</div>')],
    ['a sentence', cardMarkup(ids.other, 0, '<p>这条不是广告请放心</p>')],
    ['a part of a word', cardMarkup(ids.other, 0, '<p>广告公司</p>')],
  ])('%s of a card is none', (_where, card) => {
    const { cards, signals } = read(feedUrl, feed(card));
    expect([cards[0]?.label, signals]).toEqual([undefined, undefined]);
  });

  test('words of the page’s own foot are none', () =>
    expect(
      read(feedUrl, `${feed(cardMarkup(ids.other, 0))}<footer>广告</footer><div class="footer">广告</div>`).signals,
    ).toBeUndefined());

  test('a button of an ad', () => {
    const { note, signals } = read(noteUrl, noteMarkup({ content: `<a href="${jdUrl}"><span>购买同款</span></a>` }));
    expect([note?.label, signals]).toEqual([undefined, [{ layer: 'L3', rule: 'button', ...onNote }]]);
  });

  test('neither in what users wrote nor in comments', () => {
    const markup = noteMarkup({
      desc: '<span>购买同款</span>',
      comments: commentMarkup('广告', '<a href="#"><b>立即购买</b></a>'),
      content: '<div class="footer">广告</div>',
    });
    expect(read(noteUrl, markup).signals).toBeUndefined();
  });
});

describe('layer L4, hosts that serve ads', () => {
  const withPicture = (src: string) => feed(cardMarkup(ids.other, 0).replace('src="a.webp"', `src="${src}"`));

  test('a picture of a card', () => {
    const { cards, signals } = read(feedUrl, withPicture('https://ads-img-al.xhscdn.com/x.webp'));
    expect([cards[0]?.label, signals]).toEqual([undefined, [{ layer: 'L4', rule: 'ad-host', ...onCard }]]);
  });

  test.each([
    ['to be loaded', '<img data-original="https://ads-img-qc.xhscdn.com/x.webp">'],
    ['of a drawing', '<svg><image href="https://ads-img-qc.xhscdn.com/x.webp"></image></svg>'],
    ['of an older drawing', '<svg><image xlink:href="https://ads-img-qc.xhscdn.com/x.webp"></image></svg>'],
    ['in capitals', '<i style="background:URL(https://ads-img-qc.xhscdn.com/x.webp)"></i>'],
    ['for another screen', '<img srcset="a.webp 1x,https://ads-img-qc.xhscdn.com/x.webp 2x">'],
    ['of a source', '<picture><source srcset="//ads-i1.xhscdn.com/x.webp"><img></picture>'],
    ['behind it', `<div style="color: red; background: url('https://ads-static.xhscdn.com/x.webp') 0 0"></div>`],
    ['to be loaded later', '<img src="" data-src="https://ads-img-al.xhscdn.com/x.webp">'],
    ['behind it, without marks', '<div style="background-image:url(//ads-i4.xhscdn.com/x)"></div>'],
  ])('a picture %s', (_where, picture) =>
    expect(read(feedUrl, feed(cardMarkup(ids.other, 0, picture))).signals).toEqual([
      { layer: 'L4', rule: 'ad-host', ...onCard },
    ]),
  );

  test('a picture behind the whole card', () => {
    const styled = '<section style="background:url(https://ads-img-al.xhscdn.com/x)"';
    expect(read(feedUrl, feed(cardMarkup(ids.other, 0)).replace('<section', styled)).signals).toHaveLength(1);
  });

  test.each([
    '<img srcset="https://sns-webpic-qc.xhscdn.com/ads-img-al.xhscdn.com/x 1x">',
    `<div style="background:url('https://sns-webpic-qc.xhscdn.com/?u=//ads-i1.xhscdn.com/')"></div>`,
    '<div style="--x: ads-img-al.xhscdn.com; background: url(a.webp)"></div>',
  ])('another host in %s', (picture) =>
    expect(read(feedUrl, feed(cardMarkup(ids.other, 0, picture))).signals).toBeUndefined(),
  );

  test('any other picture, or one that stands in no card', () =>
    expect(
      read(
        feedUrl,
        `${withPicture('https://sns-webpic-qc.xhscdn.com/ads-img-al.xhscdn.com/')}<img src="//ads-i1.xhscdn.com/x">`,
      ).signals,
    ).toBeUndefined());
});

describe('layer L2, keys of the page’s state', () => {
  const state = (value: object) => `<script>window.__INITIAL_STATE__=${JSON.stringify(value)}</script>`;
  const noteState = (note: object) => state({ note: { noteDetailMap: { [ids.note]: { note } } } });
  const stated = (rule: string, noteId: string = ids.note) => ({
    layer: 'L2',
    rule,
    verified: false,
    where: 'state',
    noteId,
  });

  test.each([
    ['goodsInfo', { goodsInfo: { id: 'x' } }, 'goods_info'],
    ['goods_info', { goods_info: { list: [{ id: 1 }] } }, 'goods_info'],
    ['cooperateBinds', { cooperateBinds: [{ brand: 'x' }] }, 'cooperate_binds'],
    ['cooperateSearchComponent', { cooperateSearchComponent: { word: 'x' } }, 'cooperate_search_component'],
    ['adsInfo', { adsInfo: { adsId: 1 } }, 'ads_info'],
    ['isAds', { isAds: true }, 'is_ads'],
    ['noteAttributes', { noteAttributes: ['goods'] }, 'note_attributes'],
    ['a bar within a part of the note', { widgets: { groups: [{ adsEngageBar: { link: 'x' } }] } }, 'ads_engage_bar'],
  ])('%s', (_name, note, rule) =>
    expect(read(noteUrl, noteMarkup() + noteState(note)).signals).toEqual([stated(rule)]),
  );

  test.each([
    [
      'nothing in it',
      { goodsInfo: {}, cooperateBinds: [], hasRelatedGoods: false, adsInfo: null, isAds: 0, adTag: '' },
    ],
    ['nothing in what is in it', { goodsInfo: { list: [], name: '' } }],
    ['other attributes', { noteAttributes: ['video'] }],
    ['the words in a text', { title: '{"goodsInfo":{"id":1}}', desc: 'adsInfo' }],
  ])('%s: no sign', (_name, note) => expect(read(noteUrl, noteMarkup() + noteState(note)).signals).toBeUndefined());

  test('each note of a list has its own, goods are no notes', () => {
    const item = (id: string, card: object) => ({ id, modelType: 'note', noteCard: card });
    const feeds = [
      item(ids.other, { goodsInfo: { items: [{ id: ids.goods, adTag: 'x' }] } }),
      item(ids.author, {}),
      { id: ids.note, modelType: 'ads' },
    ];
    const page = read(feedUrl, feed(cardMarkup(ids.other, 0)) + state({ feed: { feeds } }));
    expect(page.signals).toHaveLength(3);
    expect(page.signals).toEqual(
      expect.arrayContaining([stated('goods_info', ids.other), stated('ad_tag', ids.other), stated('model_type')]),
    );
    expect(page.cards[0]?.label).toBeUndefined();
  });

  test('a note whose id has the form of goods is a note where its form, its key or its card says so', () => {
    const [zeros, goods] = ['690f21b30000000001020fd6', ids.goods];
    const item = (card: object) => ({ noteCard: { ...card, adTag: 'x' } });
    const feeds = [item({ noteId: goods }), { id: zeros, ...item({}) }, { id: goods, ...item({}) }];
    const named = feeds.map((each) => read(feedUrl, state({ feed: { feeds: [each] } })).signals);
    expect(named).toEqual([goods, zeros, goods].map((id) => [stated('ad_tag', id)]));
    expect(read(feedUrl, state({ any: { id: zeros, adTag: 'x' } })).signals).toEqual([stated('ad_tag', zeros)]);
    const [ofNone] = read(feedUrl, state({ any: { id: goods, adTag: 'x' } })).signals ?? [];
    expect(ofNone).toMatchObject({ rule: 'ad_tag' });
    expect(ofNone).not.toHaveProperty('noteId');
  });

  test('a key that belongs to no note names none', () =>
    expect(read(feedUrl, state({ config: { adTag: 'x' } })).signals).toEqual([
      { layer: 'L2', rule: 'ad_tag', verified: false, where: 'state' },
    ]));

  test.each([
    ['deep', `${'{"adTag":'.repeat(3000)}1${'}'.repeat(3000)}`, 10 * 3000],
    ['wide', JSON.stringify({ list: Array.from({ length: 200_000 }, () => ({})), goodsInfo: [] }), 101_000],
  ])('a state that is %s is looked into no further than a page of the site goes', (_form, text, most) => {
    const page = parse(`<script>window.__INITIAL_STATE__=${text}</script>`);
    const looks = [vi.spyOn(Object, 'entries'), vi.spyOn(Object, 'values')];
    readPage(feedUrl, page);
    const count = looks.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    for (const look of looks) look.mockRestore();
    expect(count).toBeGreaterThan(1000);
    expect(count).toBeLessThanOrEqual(most);
  });
});

test('a unit carries what it shows and what the state says of its note', () => {
  const state = JSON.stringify({ feed: { feeds: [{ id: ids.other, noteCard: { cooperateBinds: [1] } }] } });
  const card = cardMarkup(ids.other, 0, '<span>赞助</span>').replace('src="a.webp"', 'src="//ads-i1.xhscdn.com/x"');
  const document = parse(`${feed(card)}<script>window.__INITIAL_STATE__=${state}</script>`);
  const finder = readerAt(feedUrl)!.unitsOn(feedUrl, document);
  const [element] = finder.find(document);
  expect(finder.read(element!)).toMatchObject({
    label: { text: '赞助', kind: 'equivalent' },
    signals: ['L2 cooperate_binds', 'L3 label', 'L4 ad-host'],
    verifiedSignals: [], // nobody has shown any of them on the desktop
  });
});

describe('a merchant is one where the page marks it', () => {
  const marked = (markup: string, word: string) =>
    markup.replace(/(作者名<\/span><\/a>)/, `$1<span class="tag">${word}</span>`);

  test.each(['商家', '官方', '品牌'])('%s beside the name', (word) => {
    expect(read(feedUrl, marked(feed(cardMarkup(ids.other, 0)), word)).cards[0]?.authorRole).toBe('merchant');
    expect(read(noteUrl, marked(noteMarkup(), word)).note?.authorRole).toBe('merchant');
  });

  test.each([
    ['another word beside the name', marked(noteMarkup(), '铁粉')],
    ['the name itself', noteMarkup().replaceAll('作者名', '官方')],
    ['the word elsewhere', noteMarkup({ content: '<span>官方</span>' })],
  ])('not by %s', (_where, markup) => expect(read(noteUrl, markup).note).not.toHaveProperty('authorRole'));
});

import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { readPage } from '../../utils/sites';
import { commentMarkup, feed, cardMarkup, ids, jdUrl, noteMarkup, noteUrl, overlay, parse, unknownSkin } from './pages';

const goods = `/goods-detail/${ids.goods}`;

function linksOf(markup: string, url = noteUrl) {
  return readPage(url, parse(markup)).links.map(({ surface, link, commentId }) => [surface, link.key, commentId]);
}

const rows = [
  ['an outside shop', `<a href="${jdUrl}?utm_source=x">购买同款</a>`, ['ad-link', 'jd:100012043978']],
  ['a protocol-relative address', `<a href="//item.jd.com/100012043978.html">去</a>`, ['ad-link', 'jd:100012043978']],
  [
    'a deep link',
    `<a href="openapp.jdmobile://virtual?params=%7B%22des%22%3A%22productDetail%22%2C%22skuId%22%3A%22100012043978%22%7D">去</a>`,
    ['ad-link', 'jd:100012043978'],
  ],
  ['goods of the site', `<a href="${goods}?xsec_source=pc_note">本子</a>`, ['goods-card', `xhs:${ids.goods}`]],
  [
    'goods of the site, its other host',
    `<a href="https://www.rednote.com${goods}">本子</a>`,
    ['goods-card', `xhs:${ids.goods}`],
  ],
  [
    'a shop of the site',
    `<a href="/vendor/${ids.shop}">店铺</a>`,
    ['shop-entry', `https://www.xiaohongshu.com/vendor/${ids.shop}`],
  ],
  ['a map area', `<map><area href="${jdUrl}"></map>`, ['ad-link', 'jd:100012043978']],
  ...['deeplink', 'schema', 'jump-url'].map(
    (name) =>
      [`one with data-${name}`, `<div data-${name}="${jdUrl}">去</div>`, ['ad-link', 'jd:100012043978']] as const,
  ),
  ['an element with data', `<div data-url="${jdUrl}">去</div>`, ['ad-link', 'jd:100012043978']],
  ['a handler', `<div onclick="location.href='${jdUrl}'">去</div>`, ['ad-link', 'jd:100012043978']],
  [
    'a live card',
    `<section><a href="/livestream/569900000000000001">直播中</a><a href="${goods}">杯子</a></section>`,
    ['live-goods', `xhs:${ids.goods}`],
  ],
] as const;

test('what the page of a live room sells hangs in it', () => {
  const url = 'https://www.xiaohongshu.com/livestream/569900000000000001';
  const window = new Window({ url });
  window.document.body.innerHTML = `<div class="x"><a href="${goods}">杯子</a></div>`;
  const { links } = readPage(url, window.document as unknown as Document);
  expect(links.map(({ surface, link }) => [surface, link.key])).toEqual([['live-goods', `xhs:${ids.goods}`]]);
  expect(linksOf(`<a href="${goods}">杯子</a>`, url)).toEqual([['live-goods', `xhs:${ids.goods}`, undefined]]);
});

test.each(rows)('%s', (_name, markup, surfaceAndKey) => {
  expect(linksOf(noteMarkup({ content: markup }))).toEqual([[...surfaceAndKey, undefined]]);
});

test.each(rows)('%s, on a page whose names nobody knows', (_name, markup, surfaceAndKey) => {
  expect(linksOf(unknownSkin(noteMarkup({ content: markup, comments: commentMarkup('好看') })))).toEqual([
    [...surfaceAndKey, undefined],
  ]);
});

test.each(rows.slice(0, 8))('%s inside a comment is a blue link', (_name, markup) => {
  const [link] = linksOf(noteMarkup({ comments: commentMarkup('这个', markup) }));
  expect([link?.[0], link?.[2]]).toEqual(['blue-link', ids.comment]);
});

test.each(rows.slice(0, 8))('%s inside a comment, on a page whose names nobody knows', (_name, markup) => {
  const comments =
    commentMarkup('好看') + commentMarkup(`谢谢 <a href="/user/profile/${ids.author}">@作者名</a>`, markup);
  expect(linksOf(unknownSkin(noteMarkup({ comments }))).map(([surface]) => surface)).toEqual(['blue-link']);
});

test.each([
  ['a note', `/explore/${ids.other}`],
  ['a note, whole address', `https://www.xiaohongshu.com/explore/${ids.other}`],
  ['a person', `/user/profile/${ids.author}`],
  ['a tag', '/search_result?keyword=x&type=54'],
  ['a live room', '/livestream/569900000000000001'],
  ['a note in the app', `xhsdiscover://item/${ids.other}`],
  ['an unknown host', 'https://example.com/goods-detail/1'],
  ['a look-alike', 'https://item.jd.com.evil.example/100012043978.html'],
  ['a look-alike user', 'https://item.jd.com@evil.example/100012043978.html'],
  ['a host in a path', 'https://evil.example/item.jd.com/100012043978.html'],
  ['a script', 'javascript:void(0)'],
  ['data', 'data:text/html,https://item.jd.com/1.html'],
  ['a fragment', '#/goods-detail/'],
  ['nothing', ''],
])('%s is no link', (_name, href) => {
  const anchor = `<a href="${href}">购买同款</a>`;
  expect(linksOf(noteMarkup({ desc: anchor, content: anchor, comments: commentMarkup('x', anchor) }))).toEqual([]);
});

test.each([
  [
    'a link between the comments and their count',
    { comments: `<a href="${jdUrl}">去</a>${commentMarkup('好看')}${commentMarkup('真的')}` },
  ],
  [
    'a link in a description that names somebody',
    {
      content: `<p><a href="/user/profile/${ids.reader}">@读者</a> <a href="${jdUrl}">去</a></p>`,
      comments: commentMarkup('好看'),
    },
  ],
  ['a link on a note without comments', { content: `<a href="${jdUrl}">去</a>`, total: '' }],
])('%s is no blue link, with or without names', (_name, parts) => {
  const markup = noteMarkup(parts);
  expect(linksOf(markup)).toEqual([['ad-link', 'jd:100012043978', undefined]]);
  expect(linksOf(unknownSkin(markup))).toEqual([['ad-link', 'jd:100012043978', undefined]]);
});

test('the same target once per place', () => {
  const anchor = `<a href="${jdUrl}">去</a>`;
  const comments = commentMarkup('x', anchor + anchor);
  expect(linksOf(noteMarkup({ content: anchor + anchor, comments })).map(([surface]) => surface)).toEqual([
    'ad-link',
    'blue-link',
  ]);
});

test('words of users', () => {
  const markup = noteMarkup({
    desc: `<span>看 ${jdUrl} 。</span><br><span>复制￥Kq7mZt2XwRb￥</span>`,
    comments: commentMarkup('￥yKnuUEInvoQ￥ 打开淘宝'),
  });
  expect(
    readPage(noteUrl, parse(markup)).links.map(({ surface, commentId, layer }) => [surface, commentId, layer]),
  ).toEqual([
    ['text-link', undefined, 'text'],
    ['text-token', undefined, 'text'],
    ['text-token', ids.comment, 'text'],
  ]);
});

test.each([
  ['the words of an anchor', `<a href="${jdUrl}">羊毛大衣</a>`, '羊毛大衣'],
  [
    'a card: the name, not price and button',
    `<a href="${jdUrl}"><b>羊毛大衣 经典款</b><i>¥1299.00</i><em>广告</em><span>购买同款</span></a>`,
    '羊毛大衣 经典款',
  ],
  ['a button', `<a href="${jdUrl}">购买同款</a>`, undefined],
  ['a button with an arrow', `<a href="${jdUrl}">了解详情 ></a>`, undefined],
  ['a price', `<a href="${jdUrl}">¥12.80</a>`, undefined],
  ['a picture', `<a href="${jdUrl}"><img src="a.webp"></a>`, undefined],
  ['white space', `<a href="${jdUrl}">  羊毛\n   大衣 </a>`, '羊毛 大衣'],
  ['a very long text', `<a href="${jdUrl}">${'长'.repeat(500)}</a>`, '长'.repeat(120)],
])('the title is %s', (_name, content, title) => {
  expect(readPage(noteUrl, parse(noteMarkup({ content }))).links[0]?.title).toBe(title);
});

test('of an overlay, neither the feed nor the note behind', () => {
  const behind = feed(cardMarkup(ids.other, 0, `<a href="/vendor/${ids.shop}">店</a>`));
  const page = behind + overlay(ids.note, noteMarkup({ content: `<a href="${jdUrl}">去</a>` }));
  expect(linksOf(page)).toEqual([['ad-link', 'jd:100012043978', undefined]]);
  expect(linksOf(unknownSkin(page))).toEqual([['ad-link', 'jd:100012043978', undefined]]);
  const two =
    noteMarkup({ content: `<a href="${goods}">别的</a>` }) +
    overlay(ids.note, noteMarkup({ content: `<a href="${jdUrl}">去</a>` }));
  expect(linksOf(two)).toEqual([['ad-link', 'jd:100012043978', undefined]]);
  expect(linksOf(unknownSkin(two))).toEqual([['ad-link', 'jd:100012043978', undefined]]);
});

test('no record claims more than was seen', () => {
  const { links } = readPage(noteUrl, parse(noteMarkup({ content: `<a href="${jdUrl}">去</a>` })));
  expect(links).toMatchObject([{ layer: 'L1', rule: 'target', verified: false }]);
});

const cards = feed(cardMarkup(ids.other, 0, `<a href="${jdUrl}">看看</a>`), cardMarkup(ids.goods, 1));

test('a list that still stands under the address of a note is not the note: its state alone speaks', () => {
  const note = { noteId: ids.note, title: '标题', desc: '', time: 1, user: { userId: ids.author }, imageList: [{}] };
  const state = JSON.stringify({ note: { noteDetailMap: { [ids.note]: { note } } } });
  const silent = readPage(noteUrl, parse(cards));
  expect([silent.note, silent.links, silent.unread]).toEqual([
    undefined,
    [],
    expect.arrayContaining([{ where: 'note', reason: 'no-data' }]),
  ]);
  const stated = readPage(noteUrl, parse(`${cards}<script>window.__INITIAL_STATE__=${state}</script>`));
  expect([stated.note, stated.links]).toEqual([expect.objectContaining({ id: ids.note, title: '标题' }), []]);
});

test('a note whose box nobody knows, with cards under it, is what stands around its own words', () => {
  const page = noteMarkup({ content: `<a href="/goods-detail/${ids.goods}">本子</a>`, total: '' })
    .replace('id="noteContainer" class="note-container"', 'class="box"')
    .replace('class="total"', '');
  expect(linksOf(`<main>${page}${cards}</main>`)).toEqual([['goods-card', `xhs:${ids.goods}`, undefined]]);
});

import { describe, expect, test } from 'vitest';
import { readerAt, readPage } from '../../utils/sites';
import { parseOtherwise } from './other-parser';
import { feed, ids, jdUrl, parse } from './pages';

// Cards of 2026 stand in an anchor: what it leads to is the card's, whatever that is.

const feedUrl = 'https://www.xiaohongshu.com/explore';
const goodsPath = `/goods-detail/${ids.goods}?xsec_token=T`;
const inner =
  '<div class="cover"><img src="a.webp"></div><div class="footer"><div class="title"><span>题</span></div></div>';
const around = (href: string, said = '') => `<a href="${href}"><div class="note-item"${said}>${inner}</div></a>`;
const noteCard = around(`/explore/${ids.note}`);

describe.each([
  ['one parser', parse],
  ['another', parseOtherwise],
])('%s', (_which, read) => {
  function factsOf(markup: string) {
    const document = read(feed(markup, noteCard));
    const { cards, unread } = readPage(feedUrl, document);
    const finder = readerAt(feedUrl)!.unitsOn(feedUrl, document);
    const [unit] = Array.from(finder.find(document), (element) => finder.read(element));
    return { kinds: [cards[0]?.kind, unit?.kind], key: unit?.key, surfaces: unit?.surfaces, unread };
  }
  const same = (kind: string) => [kind, kind];

  test('a live room', () =>
    expect(factsOf(around('/livestream/5699'))).toEqual({
      kinds: same('live'),
      key: 'card::5699',
      surfaces: undefined,
      unread: [],
    }));

  test('goods of the site', () =>
    expect(factsOf(around(goodsPath))).toEqual({
      kinds: same('product'),
      key: `card::${ids.goods}`,
      surfaces: ['goods-card'],
      unread: [],
    }));

  test('a product’s card', () =>
    expect(factsOf(`<a href="${goodsPath}"><div class="product-item">杯子</div></a>`)).toMatchObject({
      kinds: same('product'),
      surfaces: ['goods-card'],
    }));

  test('a note whose card leads to a shop is a note that sells', () =>
    expect(factsOf(around(jdUrl, ` data-note-id="${ids.other}"`))).toEqual({
      kinds: same('note'),
      key: `card::${ids.other}`,
      surfaces: ['ad-link'],
      unread: [],
    }));

  test('a card whose own cover leads to goods is a product', () =>
    expect(factsOf(`<section class="note-item"><a class="cover" href="${goodsPath}"><img></a></section>`)).toEqual({
      kinds: same('product'),
      key: `card::${ids.goods}`,
      surfaces: ['goods-card'],
      unread: [],
    }));

  test('an anchor around several is none of theirs', () => {
    const document = read(feed());
    const anchor = document.createElement('a');
    anchor.setAttribute('href', goodsPath);
    anchor.innerHTML = `<div class="note-item">${inner}</div><div class="note-item">${inner}</div>`;
    document.querySelector('.feeds-container')!.append(anchor);
    expect(readPage(feedUrl, document).cards.map(({ kind }) => kind)).toEqual(same('other'));
  });
});

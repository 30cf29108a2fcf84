import { describe, expect, test, vi } from 'vitest';
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

describe('on a profile', () => {
  const profileUrl = `https://www.xiaohongshu.com/user/profile/${ids.author}`;
  const tabs = (active: string) =>
    ['笔记', '收藏']
      .map((word) => `<div class="reds-tab-item${word === active ? ' active' : ''}">${word}</div>`)
      .join('');
  const card = (owner: string) => feed(around(`/user/profile/${owner}/${ids.note}?xsec_token=T`));

  function authorsOn(url: string, markup: string) {
    const document = parse(markup);
    const finder = readerAt(url)!.unitsOn(url, document);
    const unit = finder.read([...finder.find(document)][0]!);
    return [readPage(url, document).cards[0]?.authorId, unit?.authorId];
  }

  test.each([
    ['that says nothing of its tabs', profileUrl, ''],
    ['whose first tab is marked', profileUrl, tabs('笔记')],
    ['whose address names the first tab', `${profileUrl}?tab=note&subTab=note`, tabs('笔记')],
  ])('%s a card is the owner’s', (_which, url, around) =>
    expect(authorsOn(url, around + card(ids.author))).toEqual([ids.author, ids.author]),
  );

  test.each([
    ['another tab’s', `${profileUrl}?tab=fav`, card(ids.author)],
    ['one of another tab that is marked', profileUrl, tabs('收藏') + card(ids.author)],
    ['one of a tab that is marked still', `${profileUrl}?tab=note`, tabs('收藏') + card(ids.author)],
    ['one of the profile before', profileUrl, card(ids.reader)],
    ['one of a feed', feedUrl, card(ids.author)],
  ])('%s is nobody’s that is known', (_which, url, markup) =>
    expect(authorsOn(url, markup)).toEqual([undefined, undefined]),
  );

  test('a click on a card knows whose it is', () => {
    const document = parse(card(ids.author));
    const address = vi.spyOn(Object.getPrototypeOf(document) as Document, 'URL', 'get').mockReturnValue(profileUrl);
    const path = [document.querySelector('.title')!];
    expect(readerAt(feedUrl)!.cardAt(path)).toEqual({ noteId: ids.note, authorId: ids.author });
    address.mockRestore();
    expect(readerAt(feedUrl)!.cardAt(path)).toEqual({ noteId: ids.note });
  });
});

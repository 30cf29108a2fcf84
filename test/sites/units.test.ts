import { describe, expect, test, vi } from 'vitest';
import { readerAt } from '../../utils/sites';
import { cardMarkup, commentMarkup, feed, ids, jdUrl, noteMarkup, noteUrl, overlay, parse } from './pages';

const feedUrl = 'https://www.xiaohongshu.com/explore';

function unitsOf(url: string, document: Document) {
  const { find, keyOf, read } = readerAt(url)!.unitsOn(url, document);
  return Array.from(find(document)).flatMap((element) => {
    const unit = read(element);
    if (unit) expect(keyOf(element)).toBe(unit.key);
    return unit ? [{ element, unit }] : [];
  });
}

const factsOf = (url: string, markup: string) => unitsOf(url, parse(markup)).map(({ unit }) => unit);

test('a note card', () =>
  expect(factsOf(feedUrl, feed(cardMarkup(ids.other, 7)))).toEqual([
    {
      key: `card:7:${ids.other}`,
      kind: 'note',
      position: 7,
      media: 'image',
      noteId: ids.other,
      authorId: ids.author,
      authorRole: 'author',
    },
  ]));

test('what is no note is a unit of its own kind', () => {
  const section = (inner: string, index: number) =>
    `<section class="note-item" data-index="${String(index)}">${inner}</section>`;
  const markup = feed(
    section('<div class="query-note-wrapper">大家都在搜<a href="/search_result?keyword=x">x</a></div>', 4),
    section('<div class="xhs-ai-message-card">总结</div>', 5),
    section(`<a href="/livestream/5699"></a><a href="/goods-detail/${ids.goods}">杯子</a>`, 6),
    `<a class="product-item" href="/goods-detail/${ids.goods}?x=1"><span>杯子</span></a>`,
  );
  expect(factsOf(feedUrl, markup).map(({ key, kind, surfaces }) => [key, kind, surfaces])).toEqual([
    ['card:4:', 'query', undefined],
    ['card:5:', 'ai', undefined],
    ['card:6:5699', 'live', ['live-goods']],
    [`card::${ids.goods}`, 'product', ['goods-card']],
  ]);
});

const item = { platform: 'jd', kind: 'item', key: 'jd:100012043978', itemKey: 'jd:100012043978' };
const shopLink = { platform: 'xiaohongshu', kind: 'shop', shopId: ids.shop };

describe('what a card links says where it leads, and what found it', () => {
  const linked = (links: string) => factsOf(feedUrl, feed(cardMarkup(ids.other, 0, links)))[0]!;
  const found = { layer: 'L1', rule: 'target', verified: false };

  test('each of several, once', () => {
    const shop = `<a href="/shop/${ids.shop}?xsec_token=T">店</a>`;
    const { surfaces, links } = linked(`<a href="${jdUrl}?utm=x"><img></a><a href="${jdUrl}">买</a>${shop}`);
    expect(surfaces).toEqual(['ad-link', 'shop-entry']);
    expect(links).toEqual([
      { surface: 'ad-link', link: item, ...found },
      { surface: 'shop-entry', link: { ...shopLink, key: expect.any(String) }, ...found },
    ]);
    expect(JSON.stringify(links)).not.toContain('token');
  });

  test('an opaque one by what tells it from others', () =>
    expect(linked('<a href="https://u.jd.com/AbCdEfG">去</a>').links).toEqual([
      { surface: 'ad-link', link: { platform: 'jd', kind: 'short', key: 'https://u.jd.com/AbCdEfG' }, ...found },
    ]));

  test('none where there is none, and no more than a row holds', () => {
    expect(linked('<a href="/explore">去</a>')).not.toHaveProperty('links');
    const many = Array.from({ length: 30 }, (_, i) => `<a href="https://item.jd.com/${String(i + 1)}.html">买</a>`);
    expect(linked(many.join('')).links).toHaveLength(20);
  });
});

test('the open note and its comments, each with its links and their places', () => {
  const markup = noteMarkup({
    desc: `看 ${jdUrl}`,
    content: `<a href="/goods-detail/${ids.goods}">本子</a>`,
    comments:
      commentMarkup('这个', `<a href="${jdUrl}">去</a>`) + commentMarkup('￥yKnuUEInvoQ￥ 打开淘宝', '', ids.goods),
  });
  const goods = { platform: 'xiaohongshu', kind: 'item', key: `xhs:${ids.goods}`, itemKey: `xhs:${ids.goods}` };
  const token = { platform: 'taobao', kind: 'token', key: 'token:yKnuUEInvoQ' };
  expect(factsOf(noteUrl, markup)).toEqual([
    {
      key: `open-note:${ids.note}`,
      kind: 'open-note',
      noteId: ids.note,
      authorId: ids.author,
      authorRole: 'author',
      media: 'image',
      surfaces: ['goods-card', 'text-link'],
      links: [
        { surface: 'goods-card', link: goods, layer: 'L1', rule: 'target', verified: false },
        { surface: 'text-link', link: item, layer: 'text', rule: 'user-text', verified: true },
      ],
    },
    {
      key: `comment:${ids.comment}`,
      kind: 'comment',
      position: 0,
      noteId: ids.note,
      commentId: ids.comment,
      authorRole: 'other_user',
      surfaces: ['blue-link'],
      links: [{ surface: 'blue-link', link: item, layer: 'L1', rule: 'comment-item', verified: false }],
    },
    {
      key: `comment:${ids.goods}`,
      kind: 'comment',
      position: 1,
      noteId: ids.note,
      commentId: ids.goods,
      authorRole: 'other_user',
      surfaces: ['text-token'],
      links: [{ surface: 'text-token', link: token, layer: 'text', rule: 'user-text', verified: true }],
    },
  ]);
});

test('cards behind an overlay are covered, cards under a note are not', () => {
  const kinds = (markup: string) => factsOf(noteUrl, markup).map(({ kind }) => kind);
  const cards = feed(cardMarkup(ids.other, 0), cardMarkup(ids.goods, 1));
  expect(kinds(cards + overlay(ids.note, noteMarkup()))).toEqual(['open-note']);
  expect(kinds(noteMarkup() + cards)).toEqual(['open-note', 'note', 'note']);
});

test('while the overlay shows the note before, there is no open note', () =>
  expect(factsOf(noteUrl, overlay(ids.other, noteMarkup()))).toEqual([]));

test('an element used again for another note is another unit, scrolled back to it is the same', () => {
  const document = parse(feed(cardMarkup(ids.other, 3)));
  const [before] = unitsOf(feedUrl, document);
  const card = document.querySelector('section')!;
  const old = card.outerHTML;
  card.innerHTML = parse(cardMarkup(ids.goods, 9)).querySelector('section')!.innerHTML;
  card.setAttribute('data-index', '9');
  const [other] = unitsOf(feedUrl, document);
  expect(other?.element).toBe(before?.element);
  expect([before?.unit.key, other?.unit.key]).toEqual([`card:3:${ids.other}`, `card:9:${ids.goods}`]);
  card.outerHTML = old;
  expect(unitsOf(feedUrl, document)[0]?.unit.key).toBe(before?.unit.key);
});

test('the same note twice in a feed is two units', () => {
  const keys = factsOf(feedUrl, feed(cardMarkup(ids.other, 0), cardMarkup(ids.other, 1))).map(({ key }) => key);
  expect(new Set(keys).size).toBe(2);
});

test('until the note is there nobody knows what it will cover', () =>
  expect(factsOf(noteUrl, feed(cardMarkup(ids.other, 0)))).toEqual([]));

test('what is added is looked through by itself', () => {
  const document = parse(noteMarkup({ comments: commentMarkup('一') }) + feed(cardMarkup(ids.other, 0)));
  const { root, find } = readerAt(noteUrl)!.unitsOn(noteUrl, document);
  const [note, comment, card] = find(document);
  expect(note).toBe(root);
  expect([...find(comment!.parentElement!)]).toEqual([comment]);
  expect([...find(card!)]).toEqual([card]);
  expect([...find(document.createElement('div'))]).toEqual([]);
});

test('a card stands in a list, at the place that the page states', () => {
  const document = parse(noteMarkup({ comments: commentMarkup('一') }) + feed(cardMarkup(ids.other, 7)));
  const { find, listed } = readerAt(noteUrl)!.unitsOn(noteUrl, document);
  const [note, comment, card] = find(document);
  expect([listed(note!), listed(comment!)]).toEqual([undefined, undefined]);
  expect(listed(card!)).toEqual({ list: card!.parentElement, place: 7 });
  card!.removeAttribute('data-index');
  expect(listed(card!)?.place).toBeUndefined();
});

test('without a number in the feed its place is', () => {
  const markup = feed(
    ...[1, 2].map(() => '<section class="note-item"><div class="xhs-ai-message-card">总结</div></section>'),
  );
  expect(factsOf(feedUrl, markup).map(({ key, position }) => [key, position])).toEqual([
    ['card::0', 0],
    ['card::1', 1],
  ]);
});

test('one broken card costs no other', () => {
  const document = parse(feed(cardMarkup(ids.other, 0), cardMarkup(ids.goods, 1)));
  const broken = document.querySelector('section')!;
  Object.setPrototypeOf(
    broken,
    new Proxy(Object.getPrototypeOf(broken) as object, {
      get(target, key, receiver) {
        if (key === 'querySelector') throw new Error('torn out');
        return Reflect.get(target, key, receiver) as unknown;
      },
    }),
  );
  expect(unitsOf(feedUrl, document).map(({ unit }) => unit.noteId)).toEqual([ids.goods]);
});

describe('a card that no rule names', () => {
  const odd = (id: string, inner = '') =>
    `<div class="x1"><a class="x2" href="/explore/${id}"><img src="1.jpg"></a>${inner}</div>`;
  const oddUnits = (markup: string, url = feedUrl) =>
    factsOf(url, markup).flatMap(({ kind, noteId, label }) => (kind === 'other' ? [[noteId, label]] : []));
  const known = cardMarkup(ids.other, 0);

  test('among known ones is a unit of which nobody knows what it is', () => {
    const kinds = factsOf(feedUrl, feed(known, odd(ids.note, '<span>广告</span>'), cardMarkup(ids.goods, 2)));
    expect(kinds.map(({ kind, noteId }) => [kind, noteId])).toEqual([
      ['note', ids.other],
      ['note', ids.goods],
      ['other', ids.note],
    ]);
    expect(oddUnits(feed(known, odd(ids.note, '<span>广告</span>')))).toEqual([[ids.note, undefined]]);
  });

  test('is one unit however many pictures it shows, and two are two', () => {
    const more = `<a href="/explore/${ids.note}"><img src="2.jpg"></a>`;
    expect(oddUnits(feed(known, odd(ids.note, more)))).toHaveLength(1);
    expect(oddUnits(feed(known, odd(ids.note), odd(ids.goods)))).toHaveLength(2);
  });

  test('that comes later is found by itself', () => {
    const document = parse(feed(known));
    const { find } = readerAt(feedUrl)!.unitsOn(feedUrl, document);
    const late = parse(odd(ids.note)).querySelector('.x1')!;
    document.querySelector('section')!.parentElement!.append(late);
    expect([...find(late)]).toEqual([late]);
    expect([...find(late.querySelector('img')!)]).toEqual([late]);
  });

  test('beside the open note does not reach around it', () => {
    const markup = `<main>${noteMarkup({})}${odd(ids.other)}</main>${feed(cardMarkup(ids.goods, 0))}`;
    expect(oddUnits(markup, noteUrl)).toEqual([]);
  });

  test('is looked for once in a part that holds many', () => {
    const covers = Array.from({ length: 50 }, (_each, index) => odd(String(index).padStart(24, '0')));
    const document = parse(`${feed(known)}<div class="x0">${covers.join('')}</div>`);
    const part = document.querySelector('.x0')!;
    const search = vi.spyOn(Object.getPrototypeOf(part) as Element, 'querySelectorAll');
    expect([...readerAt(feedUrl)!.unitsOn(feedUrl, document).find(document)]).toHaveLength(1);
    const times = search.mock.contexts.filter((context) => context === part).length;
    search.mockRestore();
    expect(times).toBe(1);
  });

  test.each([
    ['a note named inside a card', feed(known.replace('<div class="footer">', `${odd(ids.note)}<div class="footer">`))],
    ['a picture in a machine’s answer', feed(known, `<div class="search_result_ai">${odd(ids.note)}</div>`)],
    ['a link without a picture', feed(known, `<p><a href="/explore/${ids.note}">看这篇</a></p>`)],
    ['a picture that leads to no note', feed(known, '<div><a href="/page/x"><img src="1.jpg"></a></div>')],
    ['the bait for ad blockers', feed(known, `<div class="ad-wrap">${odd(ids.note)}</div>`)],
    ['a page whose cards are all unknown', feed(odd(ids.note), odd(ids.goods))],
  ])('is not %s', (_what, markup) => expect(oddUnits(markup)).toEqual([]));

  test('is nothing that users write on a note, nor a comment', () => {
    const picture = `<a href="/explore/${ids.other}"><img src="1.jpg"></a>`;
    const markup = noteMarkup({ desc: picture, comments: commentMarkup('看', picture) }) + feed(known);
    expect(oddUnits(markup, noteUrl)).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { readerAt, readPage } from '../../utils/sites';
import { cardMarkup, feed, ids, jdUrl, noteMarkup, noteUrl, parse } from './pages';

// Hundreds of pages are parsed here, on a machine with two cores.
vi.setConfig({ testTimeout: 120_000 });

const pictures = '<div class="note-slider"><img src="a.webp"></div>';
const words = ['广告', '赞助', '品牌合作', 'Sponsored', '[广告]', '廣告', '购买同款', '了解详情', '立即购买', '商家'];

/** Where users' words stand on a film or a picture; only `.media-container` and `.note-slider` are names of real pages. */
const places: [name: string, (word: string) => string][] = [
  [
    'flying over a film',
    (word) => `<div class="xgplayer"><video></video><div class="danmu"><span>${word}</span></div></div>`,
  ],
  [
    'in a layer of their own',
    (word) => `<div class="player-container"><video></video></div><div class="bullets"><i>${word}</i></div>`,
  ],
  ['before the film', (word) => `<div class="barrage"><b>${word}</b></div><video></video>`],
  ['a subtitle', (word) => `<video></video><xg-text-track><span>${word}</span></xg-text-track>`],
  ['inside the film', (word) => `<video><p>${word}</p></video>`],
  ['a sticker', (word) => `<div class="note-slider"><div class="swiper-slide"><img><em>${word}</em></div></div>`],
  ['a caption', (word) => `<figure><img><figcaption>${word}</figcaption></figure>`],
];
/** How the part of the page is called that holds them. */
const holders = ['media-container', 'media-container x1', 'x1'];

function withMedia(holder: string, inner: string, content = ''): string {
  const markup = noteMarkup({ content, total: '共 0 条评论' });
  const media = `<div class="media-container">${pictures}</div>`;
  expect(markup).toContain(media);
  return markup.replace(media, `<div class="${holder}">${inner}</div>`);
}

const marksOf = (markup: string) => {
  const { note, signals } = readPage(noteUrl, parse(markup));
  return [note?.label, note?.authorRole, signals];
};

describe('words on a film or a picture are the users’', () => {
  const cases = places.flatMap(([place, put]) => holders.map((holder) => [place, holder, put] as const));

  test.each(cases)('%s, in .%s', (_place, holder, put) => {
    for (const word of words) expect(marksOf(withMedia(holder, put(word)))).toEqual([undefined, undefined, undefined]);
  });

  test('300 notes with many of them: no label, no sign of an ad', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...holders),
        fc.array(fc.tuple(fc.constantFrom(...places), fc.constantFrom(...words)), { minLength: 1, maxLength: 8 }),
        (holder, put) => {
          const media = put.map(([[, place], word]) => place(word)).join('');
          const film = holder === 'x1' ? `<video></video>${media}` : media;
          expect(marksOf(withMedia(holder, film))).toEqual([undefined, undefined, undefined]);
        },
      ),
      { numRuns: 300, seed: 20261130 },
    ));

  test('and the label beside the link below stays one', () => {
    const link = `<a href="${jdUrl}">去看看<em>赞助</em></a>`;
    for (const [, put] of places)
      expect(marksOf(withMedia('x1', put('广告'), link))[0]).toEqual({ text: '赞助', kind: 'equivalent' });
  });

  test('a film that stands right in the note takes no label with it', () => {
    const link = `<a href="${jdUrl}">去</a><em>广告</em>`;
    const markup = noteMarkup({ content: `${link}`, total: '共 0 条评论' })
      .replace(pictures, '')
      .replace('<div class="media-container"></div>', '<video></video>');
    expect(markup).toContain('<video>');
    expect(marksOf(markup)[0]).toEqual({ text: '广告', kind: 'statutory' });
  });

  test('what is measured is what is read', () => {
    const document = parse(withMedia('x1', places[0]![1]('广告')));
    const { find, read } = readerAt(noteUrl)!.unitsOn(noteUrl, document);
    expect(Array.from(find(document), (element) => read(element)?.label)).toEqual([undefined]);
  });
});

test.each(words)('a card that plays its film under the pointer, with %s on it', (word) => {
  const film = `<div class="xgplayer"><video></video><span>${word}</span></div>`;
  const card = cardMarkup(ids.other, 0).replace('<img src="a.webp">', (image) => image + film);
  expect(card).toContain(film);
  const { cards, signals } = readPage('https://www.xiaohongshu.com/explore', parse(feed(card)));
  expect([cards[0]?.label, cards[0]?.authorRole, signals]).toEqual([undefined, undefined, undefined]);
});

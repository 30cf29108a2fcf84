import { describe, expect, test } from 'vitest';
import { readerAt, readPage } from '../../utils/sites';
import { commentMarkup, ids, jdUrl, parse } from './pages';

function factsOf(url: string, markup: string) {
  const document = parse(markup);
  const { find, keyOf, read } = readerAt(url)!.unitsOn(url, document);
  return Array.from(find(document), (element) => {
    const unit = read(element)!;
    expect(keyOf(element)).toBe(unit.key);
    return unit;
  });
}

describe('what a live room sells', () => {
  const room = 'https://www.xiaohongshu.com/livestream/569900000000000001';
  const goods = `/goods-detail/${ids.goods}`;
  const kinds = (markup: string, url = room) => factsOf(url, markup).map(({ key, kind }) => [key, kind]);

  const evidence = (platform: string, key: string) => ({
    surface: 'live-goods',
    link: { platform, kind: 'item', key, itemKey: key },
    layer: 'L1',
    rule: 'live-card',
    verified: false,
  });

  test('is a unit of its own, under whatever name and wherever it leads', () => {
    const markup = `<div class="x"><a href="${goods}">杯子</a></div><div data-url="${jdUrl}">椅子</div>`;
    expect(factsOf(room, markup)).toEqual([
      {
        key: `goods:xiaohongshu:xhs:${ids.goods}`,
        kind: 'product',
        position: 0,
        authorRole: 'unknown',
        surfaces: ['live-goods'],
        links: [evidence('xiaohongshu', `xhs:${ids.goods}`)],
      },
      {
        key: 'goods:jd:jd:100012043978',
        kind: 'product',
        position: 1,
        authorRole: 'unknown',
        surfaces: ['live-goods'],
        links: [evidence('jd', 'jd:100012043978')],
      },
    ]);
    expect(readPage(room, parse(markup)).cards).toEqual([
      { position: 0, kind: 'product', title: '杯子' },
      { position: 1, kind: 'product', title: '椅子' },
    ]);
  });

  test('is no product where nobody knows that a link leads to one', () =>
    expect(kinds('<a href="https://u.jd.com/AbCdEfG">去</a>')).toEqual([
      ['goods:jd:https://u.jd.com/AbCdEfG', 'other'],
    ]));

  test('is one thing, whether a picture or its name leads to it', () => {
    const markup = `<a href="${goods}"><img></a><a href="${goods}">杯子</a><a href="${jdUrl}">椅子</a>`;
    const units = factsOf(room, markup);
    expect([new Set(units.map(({ key }) => key)).size, units.at(-1)?.position]).toEqual([2, 1]);
    expect(readPage(room, parse(markup)).cards).toHaveLength(2);
  });

  test.each([
    [
      'a card of another room',
      `<section class="note-item"><a href="/livestream/5700"></a><a href="${goods}"></a></section>`,
    ],
    ['a comment', commentMarkup('这个', `<a href="${goods}">去</a>`)],
    ['nothing that is sold', `<a href="/explore/${ids.other}">笔记</a><a href="https://example.com/">别处</a>`],
  ])('is not what stands in %s', (_name, markup) =>
    expect(kinds(markup).filter(([key]) => key?.startsWith('goods'))).toEqual([]),
  );

  test.each(['https://www.xiaohongshu.com/livelist', 'https://www.xiaohongshu.com/explore'])(
    'is in a room alone, not at %s',
    (url) => expect(kinds(`<a href="${goods}">杯子</a>`, url)).toEqual([]),
  );
});

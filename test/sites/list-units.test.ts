import { describe, expect, test, vi } from 'vitest';
import type { Unit } from '../../utils/core/units';
import { readerAt, readPage } from '../../utils/sites';
import { answer } from '../replica/router';
import { pages, type TruthCard, type TruthPage } from '../replica/truth-pages';
import type { World } from '../replica/types';
import { cardMarkup, feed, ids, parse } from './pages';

// Whole pages are slow to parse on a machine with two cores.
vi.setConfig({ testTimeout: 30_000 });

const world: World = { skin: 'known', now: () => 0, collected: new Set(), orderedAt: undefined };

/** A page of a list as it is served, before any of its scripts has run. */
function served({ url }: TruthPage): Document {
  const { host, pathname: path, searchParams: query } = new URL(url);
  return parse(answer({ host, method: 'GET', path, query, body: '' }, world)?.body ?? '');
}

function lineOf({ position, kind, noteId, authorId, media, label, surfaces = [] }: Unit | TruthCard): string {
  return [position, kind, noteId, authorId, media, label?.text, surfaces.join('+')].join(' ').trim();
}

/** All that can be a card of a list or of a live room. */
const carded = '[data-index], .product-item, .live-room .live-goods-item';

// Whether anybody sees a label shows in a page that is laid out.
const lists = pages.filter(({ noteId, name }) => noteId === undefined && !name.includes('ghosts'));

describe.each(lists.map((truth) => [truth.name, truth] as const))('%s', (_name, truth) => {
  const { url, cards, links } = truth;

  test('has the units of its cards, each with the places of its links, and no other', () => {
    const document = served(truth);
    const finder = readerAt(url)?.unitsOn(url, document);
    const units = [...(finder?.find(document) ?? [])].map((element) => finder?.read(element));
    const there = document.querySelectorAll(carded).length;
    expect(units.map((unit) => unit && lineOf(unit))).toEqual(cards.slice(0, there).map(lineOf));
  });

  test('reads the links of the same cards', () => {
    const document = served(truth);
    const there = document.querySelectorAll(carded).length;
    const carrying = cards.slice(0, there).filter(({ surfaces }) => surfaces);
    const found = readPage(url, document).links.map(({ surface }) => surface);
    expect([...new Set(found)]).toEqual([...new Set(carrying.flatMap(({ surfaces = [] }) => surfaces))]);
    if (there === cards.length) expect(new Set(found)).toEqual(new Set(links.map(({ surface }) => surface)));
  });
});

describe('what is counted as cards is what is read as cards', () => {
  const site = 'https://www.xiaohongshu.com';
  const product = `<a class="product-item" href="/goods-detail/${ids.goods}">杯子</a>`;
  const odd = `<div><a href="/explore/${ids.shop}"><img src="1.jpg"></a></div>`;
  const markup = feed(cardMarkup(ids.note, 0), cardMarkup(ids.other, 1), product, odd);

  test.each([
    ['/explore', 4],
    ['/search_result?keyword=x', 4],
    [`/user/profile/${ids.author}`, 4],
    [`/board/${ids.shop}`, 4],
    [`/goods-detail/${ids.goods}`, 4],
    [`/shop/${ids.shop}`, 4],
    ['/livelist', 4],
    ['/notification', 0],
    ['/ai_chat', 0],
    ['/red_video', 0],
    [`/page/topics/${ids.shop}`, 0],
  ])('%s: %i', (path, count) => {
    const document = parse(markup);
    expect(readPage(site + path, document).cards).toHaveLength(count);
    expect(
      Array.from(
        readerAt(site)
          ?.unitsOn(site + path, document)
          .find(document) ?? [],
      ),
    ).toHaveLength(count);
  });
});

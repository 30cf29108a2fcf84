import { describe, expect, test } from 'vitest';
import type { CardReading } from '../../utils/core/types';
import { readerAt, readPage } from '../../utils/sites';
import { answer } from '../replica/router';
import { pages, type TruthCard } from '../replica/truth-pages';
import type { World } from '../replica/types';
import { parseOtherwise } from './other-parser';
import { cardMarkup, feed, ids, noteMarkup, noteUrl, parse } from './pages';

// Cards of 2026, as public programs take them: the id on the card itself, and on a profile one anchor around it.

const site = 'https://www.xiaohongshu.com';
const profileUrl = `${site}/user/profile/${ids.author}`;
const uuid = '3f2b6c1e-0d7a-4c55-9a51-3f6e5d0c1e77#1769400000';

/** No anchor in it leads to the note. */
const named = (id: string, index: number, inner = '<a class="cover"><img src="a.webp"></a>') =>
  `<section class="note-item" data-note-id="${id}" data-index="${String(index)}">${inner}<div class="footer"><a class="title"><span>题</span></a>
    <a class="author" href="/user/profile/${ids.author}"><span class="name">作者名</span></a></div></section>`;

const anchored = (id: string, said = id) =>
  `<a href="/user/profile/${ids.author}/${id}?xsec_token=T"><div class="note-item" data-note-id="${said}"><div class="cover"><img src="a.webp"></div><div class="footer"><div class="title"><span>题</span></div><span class="name">作者名</span></div></div></a>`;

function unitsOf(url: string, document: Document) {
  const finder = readerAt(url)?.unitsOn(url, document);
  return Array.from(finder?.find(document) ?? []).map((element) => finder?.read(element));
}

describe.each([
  ['one parser', parse],
  ['another', parseOtherwise],
])('%s', (_which, read) => {
  const factsOf = (url: string, markup: string) => {
    const document = read(markup);
    const { cards, unread } = readPage(url, document);
    const line = (each: { kind: string; position?: number; noteId?: string } | undefined) =>
      [each?.position, each?.kind, each?.noteId].join(' ').trim();
    return { cards: cards.map(line), units: unitsOf(url, document).map(line), unread };
  };

  test('a card that says itself which note it is', () => {
    const markup = feed(named(ids.other, 4), named(ids.note, 5));
    const said = [`4 note ${ids.other}`, `5 note ${ids.note}`];
    expect(factsOf(`${site}/explore`, markup)).toEqual({ cards: said, units: said, unread: [] });
  });

  test('the card 大家都在搜 says something else', () => {
    const markup = feed(cardMarkup(ids.other, 0), named(uuid, 1, '<div class="query-note-wrapper">大家都在搜</div>'));
    const said = [`0 note ${ids.other}`, '1 query'];
    expect(factsOf(`${site}/search_result?keyword=x`, markup)).toEqual({ cards: said, units: said, unread: [] });
  });

  test('a card with an anchor around it is one card', () => {
    const listed = [ids.other, ids.note, ids.goods, '6ae000610000000003009e37'];
    const said = listed.map((id, place) => `${String(place)} note ${id}`);
    const markup = feed(...listed.map((id) => anchored(id)));
    expect(factsOf(profileUrl, markup)).toEqual({ cards: said, units: said, unread: [] });
    const document = read(markup);
    const finder = readerAt(profileUrl)?.unitsOn(profileUrl, document);
    const lists = Array.from(finder?.find(document) ?? []).map((card) => finder?.listed(card)?.list);
    expect([lists.length, new Set(lists).size]).toEqual([4, 1]);
  });

  test('by the anchor around it where it says nothing of a note', () => {
    const said = [`0 note ${ids.other}`];
    expect(factsOf(profileUrl, feed(anchored(ids.other, uuid)))).toEqual({ cards: said, units: said, unread: [] });
  });

  test('what leads to a note goes before what the card says', () => {
    const card = cardMarkup(ids.other, 3).replace('<section', `<section data-note-id="${ids.note}"`);
    expect(factsOf(`${site}/explore`, feed(card)).units).toEqual([`3 note ${ids.other}`]);
  });

  test('one that says another note since is another unit', () => {
    const document = read(feed(named(ids.other, 4)));
    const keyOf = () => unitsOf(`${site}/explore`, document)[0]?.key;
    const before = keyOf();
    document.querySelector('section')?.setAttribute('data-note-id', ids.note);
    expect([before, keyOf()]).toEqual([`card:4:${ids.other}`, `card:4:${ids.note}`]);
  });

  test('nor does anything else that says so make a card', () => {
    const markup = `${noteMarkup()}<div data-note-id="${ids.other}"><img src="a.webp"></div>`;
    expect(factsOf(noteUrl, markup)).toMatchObject({ cards: [], units: [`open-note ${ids.note}`] });
  });
});

const world: World = { skin: 'known', now: () => 0, collected: new Set(), orderedAt: undefined };

test.each(['the feed', 'a search', 'a profile', "somebody's saved list"])('%s of the replica', (name) => {
  const { url, cards } = pages.find((page) => page.name === name)!;
  const { host, pathname: path, searchParams: query } = new URL(url);
  query.set('replica-list', '2026');
  const document = parse(answer({ host, method: 'GET', path, query, body: '' }, world)?.body ?? '');
  const lineOf = (each: CardReading | TruthCard) =>
    [each.position, each.kind, each.noteId, each.media].join(' ').trim();
  const there = document.querySelectorAll('[data-note-id]').length;
  expect(there).toBeGreaterThan(0);
  expect(readPage(url, document).cards.map(lineOf)).toEqual(cards.slice(0, there).map(lineOf));
});

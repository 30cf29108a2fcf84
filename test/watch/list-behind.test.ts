// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readOwnTitles } from '@/utils/sites/own-item';
import { reader } from '@/utils/sites/xiaohongshu';
import { NoteWatcher } from '@/utils/watch/note-page';
import { cardMarkup, feed, ids, jdUrl, noteMarkup, overlay } from '../sites/pages';
import { changePage, endAll, madeDoor, settle } from './made-page';

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) }));
afterEach(() => {
  endAll();
  vi.useRealTimers();
});

const shopLink = `<a href="${jdUrl}">看看</a>`;
const goodsLink = `<a href="/goods-detail/${ids.goods}">本子</a>`;

/** A list with a link to a shop in it, and a note's address in front of it whose overlay is still to come. */
async function openFrom(path: string, list: string) {
  const { door, rows } = madeDoor();
  window.history.replaceState(undefined, '', path);
  document.body.innerHTML = list;
  new NoteWatcher(door, { ...reader, id: 'xiaohongshu', readOwnItem: () => undefined, readOwnTitles }).start();
  await settle(5_000);
  rows.splice(0);
  window.history.pushState(undefined, '', `/explore/${ids.note}`);
  changePage();
  return () => rows.filter(({ type }) => type !== 'page');
}

const show = (content: string) =>
  document.body.insertAdjacentHTML('beforeend', overlay(ids.note, noteMarkup({ content })));

const known = feed(cardMarkup(ids.note, 0), cardMarkup(ids.other, 1, shopLink));

test.each([
  ['a feed', known],
  ['a feed whose names nobody knows', known.replaceAll('class="note-item"', 'class="z"')],
  ['a feed of which a card counts comments', known.replace('卡片标题', '共 14 条评论')],
  ['a shop’s goods', `<div class="product-item">${shopLink}</div>`],
])('%s lends the note just opened no link, however late that comes', async (_list, markup) => {
  const told = await openFrom('/explore', markup);
  await settle(10_000);
  changePage();
  await settle(10_000);
  expect(told()).toEqual([]);
  show(goodsLink);
  await settle(3_000);
  expect(told()).toMatchObject([
    { type: 'note', note: { id: ids.note, title: '标题' } },
    { type: 'sighting', noteId: ids.note, surface: 'goods-card', link: { key: `xhs:${ids.goods}` } },
  ]);
});

test('any other page lends it none for a moment, since it shows neither title nor author', async () => {
  const told = await openFrom(`/goods-detail/${ids.goods}`, `<main>${shopLink}</main>`);
  await settle(1_900);
  expect(told()).toEqual([]);
  document.querySelector('main')?.remove();
  show(goodsLink);
  await settle(3_000);
  expect(told().map(({ type }) => type)).toEqual(['note', 'sighting']);
});

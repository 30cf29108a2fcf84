// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readOwnTitles } from '@/utils/sites/own-item';
import { reader } from '@/utils/sites/xiaohongshu';
import { NoteWatcher } from '@/utils/watch/note-page';
import { cardMarkup, feed, ids, jdUrl, noteMarkup, overlay } from '../sites/pages';
import { byHand, endAll, madeDoor, settle } from './made-page';

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) }));
afterEach(() => {
  endAll();
  vi.useRealTimers();
});

const [first, second] = [ids.note, ids.other];
const link = (place: string) => `<a id="${place}" href="${jdUrl}">购买同款</a>`;
const list = feed(cardMarkup(first, 0, link('in-list')), cardMarkup(second, 1));
const note = (place: string) => noteMarkup({ content: link(place) });
const over = (id: string, place: string) => list + overlay(id, note(place));

/** A site's page on `path` that shows `markup`, on screen for a while. */
async function open(path: string, markup: string) {
  window.history.replaceState(undefined, '', path);
  document.body.innerHTML = markup;
  const { door, rows } = madeDoor();
  new NoteWatcher(door, { ...reader, id: 'xiaohongshu', readOwnItem: () => undefined, readOwnTitles }).start();
  await settle(1_000);
  document.body.append(document.createElement('i')); // the change after which the page is read
  await settle(5_000);
  const visits = () => rows.filter(({ type }) => type === 'page').map(({ visit }) => visit);
  const clicks = () => rows.flatMap((row) => (row.type === 'click' ? [row] : []));
  const collects = () => rows.filter(({ type }) => type === 'collect');
  return { visits, clicks, collects };
}

/** The address changes, and the page does not yet. */
function go(path: string): void {
  window.history.pushState(undefined, '', path);
}

function press(place: string): void {
  const click = new MouseEvent('click', { bubbles: true, composed: true, detail: 1 });
  document.getElementById(place)?.dispatchEvent(byHand(click));
}

describe('a click right after the address has changed', () => {
  test('on the list that stands there yet is the list’s', async () => {
    const { clicks, visits } = await open('/explore', list);
    go(`/explore/${first}`);
    press('in-list');
    expect(clicks()).toHaveLength(1);
    expect(clicks()[0]).not.toHaveProperty('noteId');
    expect(clicks()[0]?.visit).toBe(visits()[0]);
  });

  test('on the note over a list whose address is back is the note’s', async () => {
    const { clicks, visits } = await open(`/explore/${first}`, over(first, 'in-note'));
    go('/explore');
    press('in-note');
    expect(clicks()).toMatchObject([{ noteId: first, visit: visits()[0] }]);
  });

  test('on the note before is that note’s, over a list', async () => {
    const { clicks, visits } = await open(`/explore/${first}`, over(first, 'in-note'));
    go(`/explore/${second}`);
    press('in-note');
    expect(clicks()).toMatchObject([{ noteId: first, visit: visits()[0] }]);
  });

  test.each([`/explore/${second}`, '/explore'])(
    'on the note before is that note’s, on its own page, at %s',
    async (path) => {
      const { clicks, visits } = await open(`/explore/${first}`, note('in-note'));
      go(path);
      press('in-note');
      expect(clicks()).toMatchObject([{ noteId: first, visit: visits()[0] }]);
    },
  );

  test('on an overlay that is there before its address is its note’s', async () => {
    const { clicks } = await open('/explore', list);
    document.body.innerHTML = over(second, 'in-note');
    press('in-note');
    expect(clicks()).toMatchObject([{ noteId: second }]);
  });
});

describe('once the page has changed', () => {
  test('a click on the new note is its own', async () => {
    const { clicks } = await open(`/explore/${first}`, over(first, 'in-note'));
    go(`/explore/${second}`);
    document.body.innerHTML = over(second, 'in-note');
    await settle(100);
    press('in-note');
    expect(clicks()).toMatchObject([{ noteId: second }]);
  });

  test('a click beside a note on its own page is no note’s', async () => {
    const { clicks } = await open(`/explore/${first}`, note('in-note') + list);
    press('in-list');
    await settle(3_000);
    press('in-note');
    expect(clicks().map((row) => Reflect.get(row, 'noteId') as unknown)).toEqual([undefined, first]);
  });

  test('a note that is the same under another path keeps its clicks', async () => {
    const { clicks } = await open(`/search_result/${first}`, note('in-note'));
    go(`/explore/${first}`);
    press('in-note');
    expect(clicks()).toMatchObject([{ noteId: first }]);
  });
});

test('a collect pressed under the next address is of the note whose button it is', async () => {
  const { collects } = await open(`/explore/${first}`, over(first, 'in-note'));
  go(`/explore/${second}`);
  document.querySelector('.collect-wrapper .count')?.setAttribute('id', 'count');
  press('count');
  document.querySelector('.collect-wrapper use')?.setAttribute('xlink:href', '#collected');
  await settle(300);
  expect(collects()).toMatchObject([{ noteId: first, collected: true }]);
});

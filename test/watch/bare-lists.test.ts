// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageKind, Unread } from '@/utils/core/types';
import { endAll, madeDoor, madeSite, settle, watchNote } from './made-page';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) });
  document.body.innerHTML = '<section></section>';
});
afterEach(() => {
  endAll();
  vi.useRealTimers();
});

const noCards: Unread = { where: 'cards', reason: 'no-data' };

/** What the end of a visit says, after so many ms, of a page with as many units as there are sections. */
async function leave(kind: PageKind, units: number, ms = 3_000): Promise<unknown> {
  document.body.innerHTML = '<section></section>'.repeat(units);
  const { door, rows } = madeDoor();
  const unitsOn = () => ({
    root: undefined,
    find: () => document.querySelectorAll('section'),
    keyOf: (element: Element) =>
      `card:${String(Array.from(document.querySelectorAll<Element>('section')).indexOf(element))}`,
    listed: () => undefined,
    read: () => undefined,
  });
  const { site, shown } = madeSite({ readPlace: () => ({ kind }), unitsOn });
  shown.unread = [noCards];
  watchNote(door, site);
  await settle(ms);
  window.dispatchEvent(new Event('pagehide'));
  return rows.map((row) => (row.type === 'page' ? row.unread.filter(({ where }) => where === 'cards') : row.type));
}

/** A feed that shows no card, and whose address is its name. */
function watchBareFeed() {
  const { door, rows } = madeDoor();
  const { site, shown } = madeSite({ namePage: (url) => url, readPlace: () => ({ kind: 'feed' }) });
  const readPage = vi.spyOn(site, 'readPage');
  shown.unread = [noCards];
  watchNote(door, site);
  return { rows, readPage, shown };
}

test.each<PageKind>(['feed', 'search', 'profile', 'board', 'shop', 'goods', 'live'])(
  'a %s page that misses what it should show is told',
  async (kind) => expect(await leave(kind, 0)).toEqual([[noCards]]),
);

test('one with cards is told as well, as not all of them need be read', async () =>
  expect(await leave('feed', 3)).toEqual([[noCards]]));

test('a list that rests and is left for another address tells what it missed', async () => {
  const { rows, readPage } = watchBareFeed();
  await settle(60_000);
  expect(readPage).toHaveBeenCalledTimes(1);
  window.history.pushState(undefined, '', '/explore?channel_id=next');
  window.dispatchEvent(new Event('popstate'));
  expect(rows).toMatchObject([{ type: 'page', settled: true, unread: [noCards] }]);
});

test('a list that comes late was not missing, and is looked through no more', async () => {
  const { rows, readPage, shown } = watchBareFeed();
  await settle(3_000);
  shown.unread = [];
  for (const _change of [1, 2, 3]) {
    document.body.append(document.createElement('i'));
    await settle(3_000);
  }
  expect(readPage).toHaveBeenCalledTimes(2);
  window.history.pushState(undefined, '', '/explore?channel_id=next');
  window.dispatchEvent(new Event('popstate'));
  expect(rows).toMatchObject([{ type: 'page', settled: true, unread: [] }]);
});

/** A list that misses its cards at first, is read in so many ms, and has just been looked through. */
async function watchDear(kind: PageKind, ms: number) {
  const { door, rows } = madeDoor();
  const { site, shown } = madeSite({ namePage: (url) => url, readPlace: () => ({ kind }) });
  const { readPage } = site;
  const read = vi.spyOn(site, 'readPage').mockImplementation((...page) => {
    vi.advanceTimersByTime(ms);
    return readPage(...page);
  });
  shown.unread = [noCards];
  watchNote(door, site);
  await settle(2_100);
  expect(read).toHaveBeenCalledTimes(1);
  const ends = () => rows.filter(({ type }) => type === 'page');
  const change = async () => {
    document.body.append(document.createElement('i'));
    await settle(300);
  };
  const goOn = () => {
    window.history.pushState(undefined, '', '/explore?channel_id=next');
    window.dispatchEvent(new Event('popstate'));
    return ends();
  };
  return { shown, read, change, ends, goOn };
}

test.each<PageKind>(['feed', 'profile'])(
  'a %s whose cards come while its reading rests is not told as one without when it is left for another address',
  async (kind) => {
    const { shown, read, change, goOn } = await watchDear(kind, 100);
    shown.unread = [];
    await change();
    await settle(10_000);
    expect(read).toHaveBeenCalledTimes(1);
    expect(goOn()).toMatchObject([{ settled: false, unread: [] }]);
  },
);

test('one that goes away is looked through once more, though its reading rests', async () => {
  const { shown, change, read, ends } = await watchDear('profile', 100);
  shown.unread = [];
  await change();
  await settle(1_000);
  window.dispatchEvent(new Event('pagehide'));
  expect(read).toHaveBeenCalledTimes(2);
  expect(ends()).toMatchObject([{ settled: true, unread: [] }]);
});

test('a list is looked through once for both ends of its page, and again for what changes between them', async () => {
  const { shown, change, read, ends } = await watchDear('profile', 1);
  await change();
  await settle(1_000);
  window.dispatchEvent(new Event('beforeunload'));
  const looks = read.mock.calls.length;
  await settle(1_000);
  window.dispatchEvent(new Event('pagehide'));
  expect(read).toHaveBeenCalledTimes(looks);
  shown.unread = [];
  await change();
  window.dispatchEvent(new Event('pagehide'));
  expect(read.mock.calls.length).toBeGreaterThan(looks);
  expect(ends()).toMatchObject([{ settled: true, unread: [noCards] }, {}, {}]);
});

test('after the rest the next change looks', async () => {
  const { shown, read, change, goOn } = await watchDear('feed', 100);
  await change();
  await settle(2_000);
  shown.unread = [];
  await change();
  expect(read).toHaveBeenCalledTimes(2);
  expect(goOn()).toMatchObject([{ settled: true, unread: [] }]);
});

test('a form that no rule knows does not go away: the list is read for it no more', async () => {
  const unknown: Unread = { where: 'card', reason: 'unknown-form' };
  const { shown, read, change, goOn } = await watchDear('feed', 1);
  shown.unread = [unknown];
  for (const _change of [1, 2, 3, 4]) await change();
  expect(read).toHaveBeenCalledTimes(2);
  expect(goOn()).toMatchObject([{ settled: true, unread: [unknown] }]);
});

test('a list of more than can be followed is not looked through', async () => {
  const { door, rows } = madeDoor();
  document.body.innerHTML = '<section></section>'.repeat(1_001);
  const { site } = madeSite({
    readPlace: () => ({ kind: 'feed' }),
    unitsOn: () => ({
      root: undefined,
      find: () => document.querySelectorAll('section'),
      keyOf: (element: Element) => `card:${String(Array.from(element.parentElement?.children ?? []).indexOf(element))}`,
      listed: () => undefined,
      read: () => undefined,
    }),
  });
  const readPage = vi.spyOn(site, 'readPage');
  watchNote(door, site);
  await settle(3_000);
  window.dispatchEvent(new Event('pagehide'));
  expect(readPage).not.toHaveBeenCalled();
  expect(rows).toMatchObject([{ type: 'page', settled: true, unread: [{ where: 'units', reason: 'shape' }] }]);
});

test('nothing is missing while the page is yet being parsed', async () => {
  const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
  const { door, rows } = madeDoor();
  const { site, shown } = madeSite({ readPlace: () => ({ kind: 'feed' }) });
  const read = vi.spyOn(site, 'readPage');
  shown.unread = [noCards];
  watchNote(door, site);
  await settle(5_000);
  document.body.append(document.createElement('i'));
  await settle();
  expect(read).not.toHaveBeenCalled();
  window.dispatchEvent(new Event('beforeunload'));
  state.mockRestore();
  window.dispatchEvent(new Event('DOMContentLoaded'));
  window.dispatchEvent(new Event('pagehide'));
  expect(rows).toMatchObject([
    { settled: false, unread: [] },
    { settled: true, unread: [noCards] },
  ]);
});

test('where the page cleared our timer the next change looks', async () => {
  const { door } = madeDoor();
  const { site } = madeSite({ readPlace: () => ({ kind: 'feed' }) });
  const readPage = vi.spyOn(site, 'readPage');
  watchNote(door, site);
  vi.clearAllTimers();
  await settle(3_000);
  document.body.append(document.createElement('i'));
  await settle();
  expect(readPage).toHaveBeenCalledTimes(1);
});

test('a page of another kind need not have any', async () => expect(await leave('other', 0)).toEqual([[]]));

test('one that was left at once says nothing', async () => expect(await leave('feed', 0, 100)).toEqual([[]]));

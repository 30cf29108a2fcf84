// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageDoor, TabPlace } from '@/utils/watch/door';
import { jdItem } from '../ledger/made-events';
import { byHand, changePage, endAll, madeDoor, madeSite, noteId, settle, watchNote } from './made-page';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) });
  document.body.innerHTML = '<a href="#item">购买同款</a>';
});
afterEach(() => {
  endAll();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function watch(change: Partial<PageDoor> = {}) {
  const { door, rows, outside } = madeDoor(change);
  const { site, shown } = madeSite();
  shown.links = [{ surface: 'ad-link', link: jdItem, layer: 'L1', rule: 'target', verified: false }];
  watchNote(door, site);
  const types = () => rows.map(({ type }) => type);
  return { rows, outside, shown, site, types };
}

function press(type: string, makeEvent = byHand): void {
  const event = new MouseEvent(type, { bubbles: true, composed: true, detail: 1 });
  document.querySelector('a')?.dispatchEvent(makeEvent(event));
}

test('the note and its link are told, then the click, then the end', async () => {
  const { types } = watch();
  changePage();
  await settle(1_000);
  press('click');
  window.dispatchEvent(new Event('pagehide'));
  expect(types()).toEqual(['note', 'sighting', 'click', 'page']);
});

test('how many comments came is told once, when the page is left', async () => {
  const { shown, rows, types } = watch();
  const note = shown.note ?? { id: noteId };
  for (const commentsLoaded of [0, 10, 20]) {
    shown.note = { ...note, commentsDeclared: 25, commentsLoaded, commentsComplete: false };
    changePage();
    await settle(2_000);
  }
  expect(types()).toEqual(['note', 'sighting']);
  window.dispatchEvent(new Event('pagehide'));
  expect(rows.slice(2)).toMatchObject([
    { type: 'note', note: { id: noteId, commentsDeclared: 25, commentsLoaded: 20 } },
    { type: 'page', comments: { declared: 25, loaded: 20, complete: false } },
  ]);
});

test('a click by a script of the page is none', async () => {
  const { types } = watch();
  press('click', (event) => event);
  await settle();
  expect(types()).not.toContain('click');
});

test('while recording is off nothing is told nor marked as told', async () => {
  const { outside, types } = watch();
  outside.isRecording = false;
  changePage();
  await settle(1_000);
  press('click');
  window.dispatchEvent(new Event('pagehide'));
  expect(types()).toEqual([]);
  outside.isRecording = true;
  changePage();
  await settle(2_000);
  expect(types()).toEqual(['note', 'sighting']);
});

test('while another tab is paused, a page that rests before it knows its own tells all once it does', async () => {
  const knows: ((place: TabPlace) => void)[] = [];
  const { types } = watch({
    isRecording: (tab) => tab !== undefined && tab !== 9,
    hello: () => new Promise<TabPlace>((resolve) => knows.push(resolve)),
  });
  changePage();
  await settle(3_000);
  expect(types()).toEqual([]);
  for (const know of knows) know({ tab: 4 });
  await settle();
  expect(types()).toEqual(['note', 'sighting']);
});

test.each([
  ['this tab is paused', { pausedTab: 4 }],
  ['the note is excluded', { excluded: [noteId] }],
  ['its author is excluded', { excluded: ['u1'] }],
])('while %s nothing is told, not even the visit', async (_title, change) => {
  const { outside, shown, types } = watch();
  shown.note = { authorId: 'u1' };
  Object.assign(outside, change);
  changePage();
  await settle(3_000);
  press('click');
  window.dispatchEvent(new Event('pagehide'));
  expect(types()).toEqual([]);
});

test('another tab that is paused, and another author, cost nothing', async () => {
  const { outside, types } = watch();
  Object.assign(outside, { pausedTab: 5, excluded: ['u2'] });
  changePage();
  await settle(1_000);
  expect(types()).toEqual(['note', 'sighting']);
});

test('leaving for the bfcache and leaving for good are one end', async () => {
  const { rows } = watch();
  for (const type of ['pagehide', 'pageshow', 'pagehide']) {
    window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
    await settle(500);
  }
  const ends = rows.filter(({ type }) => type === 'page');
  expect(ends).toHaveLength(2);
  expect(new Set(ends.map(({ id }) => id)).size).toBe(1);
});

test('a visit that was said to end, and went on, is said to end again', async () => {
  const { rows, shown } = watch();
  window.dispatchEvent(new Event('beforeunload')); // a download: nobody leaves
  await settle(5_000);
  shown.unread = [{ where: 'note.title', reason: 'shape' }];
  for (const type of ['beforeunload', 'pagehide']) window.dispatchEvent(new Event(type));
  const ends = rows.flatMap((row) => (row.type === 'page' ? [row] : []));
  expect(new Map(ends.map(({ id, settled, unread }) => [id, { settled, unread: unread.length }]))).toEqual(
    new Map([
      [ends[0]?.id, { settled: false, unread: 0 }],
      [`${String(ends[0]?.id)}:2`, { settled: true, unread: 1 }],
    ]),
  );
});

test('once the extension is gone the script ends: no row, no reading, no error', async () => {
  const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect');
  const { rows, outside, site } = watch();
  outside.isConnected = false;
  changePage();
  await settle();
  expect(disconnect).toHaveBeenCalled();
  outside.isConnected = true;
  changePage();
  for (const type of ['popstate', 'load', 'pagehide']) window.dispatchEvent(new Event(type));
  press('click');
  await settle(60_000);
  expect(rows).toEqual([]);
  expect(site.readOpen).not.toHaveBeenCalled();
});

test('a reading that waits when the extension goes away does not happen', async () => {
  const { outside, site } = watch();
  changePage();
  await settle();
  changePage();
  await settle();
  outside.isConnected = false;
  window.dispatchEvent(new Event('popstate'));
  await settle(60_000);
  expect(site.readOpen).toHaveBeenCalledTimes(1);
});

test('a first question that got lost is made good by the press on a link', async () => {
  const wake = vi.fn(() => Promise.resolve({ tab: 4, opener: 3 }));
  const { rows } = watch({ hello: () => Promise.resolve({}), wake });
  press('pointerdown');
  await settle(100);
  press('click');
  expect(wake).toHaveBeenCalledTimes(1);
  expect(rows.find(({ type }) => type === 'click')).toMatchObject({ noteId, tab: 4, opener: 3 });
});

test('an answer that is lost later takes nothing back', async () => {
  const { rows } = watch({ hello: () => Promise.resolve({ tab: 4 }), wake: () => Promise.resolve({}) });
  press('pointerdown');
  await settle(100);
  press('click');
  expect(rows.find(({ type }) => type === 'click')).toMatchObject({ tab: 4 });
});

const mug = { platform: 'xiaohongshu', itemKey: 'xiaohongshu:1', title: '马克杯' } as const;

function watchGoods(hello: PageDoor['hello']) {
  const { door, rows } = madeDoor({ hello });
  const { site } = madeSite({ readPlace: () => ({ kind: 'goods' }), readOwnItem: () => mug });
  watchNote(door, site);
  return rows;
}

test('a landing waits for its tab, by which it is joined to its click', async () => {
  let answer: (place: TabPlace) => void = () => undefined;
  const rows = watchGoods(() => new Promise((resolve) => (answer = resolve)));
  window.dispatchEvent(new Event('DOMContentLoaded'));
  await settle(3_000);
  expect(rows).toEqual([]);
  answer({ tab: 4, opener: 3 });
  await settle();
  expect(rows).toMatchObject([{ ...mug, type: 'landing', tab: 4, opener: 3 }]);
});

test('a landing goes without when nobody knows the tab, or the page goes first', async () => {
  const unknown = watchGoods(() => Promise.resolve({}));
  await settle();
  expect(unknown).toMatchObject([{ type: 'landing' }]);
  endAll();
  const unasked = watchGoods(() => new Promise(() => undefined));
  await settle(3_000);
  expect(unasked).toEqual([]);
  window.dispatchEvent(new Event('pagehide'));
  expect(unasked.map(({ type }) => type)).toEqual(['landing', 'page']);
});

test('a press elsewhere wakes nobody', async () => {
  const wake = vi.fn(() => Promise.resolve({}));
  watch({ wake });
  document.body.dispatchEvent(byHand(new MouseEvent('pointerdown', { bubbles: true })));
  press('pointerdown', (event) => event);
  await settle();
  expect(wake).not.toHaveBeenCalled();
});

test('the background hears which visit is in front, and when it is not', async () => {
  const said: (boolean | string | undefined)[][] = [];
  const hello: PageDoor['hello'] = (visit) => {
    said.push([visit?.id, visit?.inFront]);
    return Promise.resolve({ tab: 4 });
  };
  const sight = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  const { rows, outside } = watch({ hello });
  const turn = (state: 'visible' | 'hidden') => {
    sight.mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
  };
  turn('hidden');
  turn('visible');
  window.history.replaceState(undefined, '', '/explore');
  changePage();
  await settle();
  outside.isRecording = false;
  turn('visible');
  const [first, second] = [said[0]?.[0], said.at(-1)?.[0]];
  expect(first).toBe(rows.find(({ type }) => type === 'page')?.visit);
  expect(second).not.toBe(first);
  expect(said).toEqual([
    [first, true],
    [first, false],
    [first, true],
    [second, true],
    [second, false],
  ]);
});

test('of the saved list only what is not excluded leaves the page', async () => {
  const [byOne, byOther, byNobody] = ['a', 'b', 'c'].map((digit) => digit.repeat(24)) as [string, string, string];
  const notes = [{ id: byOne, authorId: 'u1' }, { id: byOther, authorId: 'u2' }, { id: byNobody }];
  const saved = async (isExcluded: PageDoor['isExcluded']) => {
    const { door, rows } = madeDoor({ isExcluded });
    const { site } = madeSite({ readPlace: () => ({ kind: 'profile' }), readSaved: () => notes });
    watchNote(door, site);
    await settle(3_000);
    return rows.flatMap((row) => (row.type === 'note' ? [row.note.id] : []));
  };
  expect(await saved(() => false)).toEqual([byOne, byOther, byNobody]);
  // Whose the last one is nobody knows: it may be the excluded author's.
  expect(await saved(({ authorId }) => authorId === 'u1' || authorId === null)).toEqual([byOther]);
  expect(await saved(({ noteId: id }) => id === byOther)).toEqual([byOne, byNobody]);
});

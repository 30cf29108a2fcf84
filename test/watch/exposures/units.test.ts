// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { WatchedSite } from '@/utils/watch/visit';
import { byHand, settle } from '../made-page';
import { card, fire, start, unitsOn, useMadeClock, watchFeed, watchOne } from './made-screen';

useMadeClock();

test('a card that was shown is told with its times, its place and its list', async () => {
  const { show, cards, exposures } = await watchFeed(['0:n0', '1:n1']);
  const one = cards[0]!;
  const other = cards[1]!;
  await settle(1_000);
  show([one, 0.4, 20], [other, 1, 280]);
  await settle(500);
  show([one, 1, 20]);
  await settle(1_500);
  show([one, 0]);
  fire('pagehide');
  const row = (key: string) => exposures.find(({ unit }) => unit.key === key);
  const page = row('page');
  expect(exposures).toHaveLength(3);
  expect(row('0:n0')).toEqual({
    id: `x:${String(page?.visit)}:0:n0:1.0`,
    type: 'exposure',
    site: 'xiaohongshu',
    pageKind: 'feed',
    ruleVersion: 'made',
    url: `${location.origin}/explore`,
    visit: page?.visit,
    feed: page?.visit,
    tab: 4,
    at: start + 1_000,
    renderedAt: start,
    zoneMinutes: expect.any(Number) as number,
    unit: {
      key: '0:n0',
      kind: 'note',
      position: 0,
      column: 0,
      noteId: 'n0',
      authorId: 'by-n0',
      rect: [20, 10, 240, 400],
    },
    entry: 1,
    states: [
      { afterMs: 0, ratio: 0.4, active: true },
      { afterMs: 500, ratio: 1, active: true },
    ],
    durationMs: 2_000,
  });
  expect(row('1:n1')?.unit.column).toBe(1);
  expect(page).toMatchObject({ unit: { kind: 'page' }, entry: 1, durationMs: 3_000, reachedPx: window.innerHeight });
});

test('what was loaded and never shown is told too, once', async () => {
  const { exposures, told } = await watchFeed(['0:n0', '1:n1']);
  fire('beforeunload');
  fire('pagehide');
  expect(exposures.filter(({ entry }) => entry === 0).map(({ states }) => states)).toEqual([[], []]);
  expect(told()).toEqual(['0:n0 0.0 0', '1:n1 0.0 0']);
});

test('a click inside a card is told with its time; one by a script is none', async () => {
  const { exposures, element } = await watchOne();
  const anchor = element.querySelector('a');
  const click = () => new MouseEvent('click', { bubbles: true, composed: true });
  anchor?.dispatchEvent(click());
  await settle(500);
  const real = byHand(click());
  anchor?.dispatchEvent(real);
  await settle(500);
  fire('pagehide');
  const row = exposures.find(({ unit }) => unit.kind === 'note');
  expect(row?.clickedAfterMs).toBe(1_500);
});

test('how much of a label is in view stands beside the unit', async () => {
  const label = document.createElement('em');
  const measured = { box: [1, 2, 30, 12] as [number, number, number, number] };
  const site = await watchFeed(['0:n0'], {
    seeLabel: () => ({ element: label, measured }),
    unitsOn: (_url, page) => ({
      root: undefined,
      find: () => page.querySelectorAll('.card'),
      keyOf: () => 'k',
      listed: () => undefined,
      read: () => ({ key: 'k', kind: 'note', label: { text: '广告', kind: 'statutory' } }),
    }),
  });
  const element = site.cards[0]!;
  element.append(label);
  site.show([element, 0.5]);
  await settle(200);
  site.show([label, 1]);
  await settle(200);
  fire('pagehide');
  expect(site.exposures.find(({ unit }) => unit.key === 'k')).toMatchObject({
    unit: { label: { text: '广告', measured } },
    states: [{ ratio: 0.5 }, { afterMs: 200, ratio: 0.5, label: 1 }],
  });
});

test('a label that shows only once its picture has come is taken', async () => {
  const label = document.createElement('em');
  let shown = false;
  const site = await watchFeed(['0:n0'], {
    unitsOn: (_url, page) => ({
      root: undefined,
      find: () => page.querySelectorAll('.card'),
      keyOf: () => 'k',
      listed: () => undefined,
      read: () => ({ key: 'k', kind: 'note', ...(shown && { label: { text: '广告', kind: 'statutory' } }) }),
    }),
    seeLabel: () => (shown ? { element: label, measured: { box: [1, 2, 30, 12] } } : undefined),
  });
  const element = site.cards[0]!;
  const picture = document.createElement('img');
  element.append(picture, label);
  site.show([element, 0.5]);
  await settle(200);
  shown = true;
  fire('load', picture);
  await settle(200);
  expect(site.watched()).toContain(label);
  fire('pagehide');
  expect(site.exposures.find(({ unit }) => unit.key === 'k')).toMatchObject({ unit: { label: { text: '广告' } } });
});

test('what changed while its reading rested is read before it is scrolled away and thrown away', async () => {
  let noteId = 'early';
  const site = await watchFeed(['0:n0'], {
    unitsOn: (_url, page) => ({
      root: undefined,
      find: () => page.querySelectorAll('.card'),
      keyOf: () => 'k',
      listed: () => undefined,
      // Dear to read: it is left alone for twenty times as long.
      read: () => (vi.advanceTimersByTime(10), { key: 'k', kind: 'note', noteId }),
    }),
  });
  const element = site.cards[0]!;
  const picture = document.createElement('img');
  element.append(picture);
  site.show([element, 1]);
  await settle(50);
  noteId = 'late';
  fire('load', picture);
  await settle(400);
  site.show([element, 0.5]);
  element.remove();
  await settle(100);
  fire('pagehide');
  expect(site.exposures.find(({ unit }) => unit.key === 'k')).toMatchObject({ unit: { noteId: 'late' } });
});

test('of a video unit that holds a film it is told whether it ran', async () => {
  const page = await watchFeed(['0:n0'], {
    unitsOn: (_url, document) => ({
      root: undefined,
      find: () => document.querySelectorAll('.card'),
      keyOf: () => 'k',
      listed: () => undefined,
      read: () => ({ key: 'k', kind: 'note', media: 'video' }),
    }),
  });
  const element = page.cards[0]!;
  const film = document.createElement('video');
  const play = (paused: boolean, type: string) => {
    Object.defineProperties(film, {
      paused: { value: paused, configurable: true },
      readyState: { value: 4, configurable: true },
      ended: { value: false, configurable: true },
    });
    fire(type, film);
  };
  element.append(film);
  page.show([element, 1]);
  await settle(100);
  play(false, 'playing');
  await settle(2_000);
  play(true, 'pause');
  await settle(100);
  fire('pagehide');
  const row = page.exposures.find(({ unit }) => unit.key === 'k');
  expect(row?.states).toEqual([
    { afterMs: 0, ratio: 1, active: true, playing: false },
    { afterMs: 100, ratio: 1, active: true, playing: true },
    { afterMs: 2_100, ratio: 1, active: true, playing: false },
  ]);
});

test('what comes while the part around it is looked through is a unit as well, as while a page is being parsed', async () => {
  const [outer, inner] = [document.createElement('main'), document.createElement('div')];
  const late = card('9:late');
  const slow: WatchedSite['unitsOn'] = (url, page) => {
    const finder = unitsOn(url, page);
    const find = function* (part: Parameters<typeof finder.find>[0]) {
      const elements = finder.find(part);
      if (part === outer) vi.advanceTimersByTime(5); // the slice is over before all of them were looked at
      if (part === outer) queueMicrotask(() => inner.append(late));
      yield* elements;
    };
    return { ...finder, find };
  };
  const { list, show, told } = await watchFeed([], { unitsOn: slow });
  list.append(outer);
  outer.append(inner);
  for (const key of ['0', '1', '2', '3', '4', '5', '6', '7', '8']) inner.append(card(`${key}:n${key}`));
  await settle();
  show([late, 1]);
  await settle(100);
  fire('pagehide');
  expect(told()).toContain('9:late 1.0 100');
});

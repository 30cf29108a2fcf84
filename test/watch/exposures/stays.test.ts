// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { otherId, settle } from '../made-page';
import { card, fire, reuse, turnTab, useMadeClock, watchFeed, watchOne } from './made-screen';

useMadeClock();

describe('a list that uses its elements again', () => {
  test('ends the stay of the note before; one that comes back is one entry more', async () => {
    const { show, told, element } = await watchOne();
    reuse(element, '7:n7');
    await settle();
    show([element, 0.5]);
    await settle(600);
    reuse(element, '0:n0');
    await settle();
    show([element, 1]);
    await settle(300);
    show([element, 0]);
    fire('pagehide');
    expect(told()).toEqual(['0:n0 1.0 1000', '7:n7 1.0 600', '0:n0 2.0 300']);
  });

  test('also where only what a card says of itself changes', async () => {
    const { show, told, element } = await watchOne();
    element.dataset['key'] = '7:n7';
    element.dataset['card'] = 'n7';
    await settle();
    show([element, 1]);
    await settle(600);
    fire('pagehide');
    expect(told()).toEqual(['0:n0 1.0 1000', '7:n7 1.0 600']);
  });

  test('while the browser has more to tell of the note before, follows the note that comes', async () => {
    const { show, told, element, keepBack } = await watchOne();
    keepBack([element, 0.5]);
    reuse(element, '7:n7');
    await settle();
    show([element, 1]);
    await settle(600);
    show([element, 0]);
    await settle(5_000);
    fire('pagehide');
    expect(told()).toEqual(['0:n0 1.0 1000', '7:n7 1.0 600']);
  });

  test('and moves each note up by an element when one is taken away follows them all', async () => {
    const { show, told, cards } = await watchFeed(['0:a', '1:b', '2:c', '3:d']);
    const onScreen = cards.map((each): [Element, number] => [each, 1]);
    show(...onScreen);
    await settle(1_000);
    for (const [index, key] of ['1:b', '2:c', '3:d'].entries()) reuse(cards[index], key);
    cards[3]?.remove();
    await settle();
    show(...onScreen);
    await settle(500);
    fire('pagehide');
    const [moved, all] = [
      ['1:b', '2:c', '3:d'],
      ['0:a', '1:b', '2:c', '3:d'],
    ];
    expect(told().sort()).toEqual(
      [...all.map((key) => `${key} 1.0 1000`), ...moved.map((key) => `${key} 2.0 500`)].sort(),
    );
  });

  test('and is searched while it throws away what was found follows what stands there', async () => {
    const { show, told, list, layOut } = await watchFeed([]);
    const [gone, there] = [card('0:n0'), card('0:n0')];
    list.append(gone);
    gone.remove();
    list.append(there);
    await settle();
    layOut();
    show([there, 1]);
    await settle(300);
    fire('pagehide');
    expect(told()).toEqual(['0:n0 1.0 300']);
  });

  test('or throws them away ends it too, and what comes instead is followed', async () => {
    const { show, told, list, element, layOut } = await watchOne();
    const next = card('1:n1');
    list.replaceChildren(next);
    await settle();
    layOut();
    show([next, 1]);
    await settle(200);
    list.replaceChildren(element);
    await settle();
    show([element, 1]);
    await settle(100);
    fire('pagehide');
    expect(told()).toEqual(['0:n0 1.0 1000', '1:n1 1.0 200', '0:n0 2.0 100']);
  });

  test('and throws away what was never on screen says of it that it was there', async () => {
    const { list, told } = await watchFeed(['0:n0', '1:n1']);
    list.replaceChildren();
    await settle();
    fire('pagehide');
    expect(told()).toEqual(['0:n0 0.0 0', '1:n1 0.0 0']);
  });

  test('and has the same note at two places has two units', async () => {
    const { told } = await watchFeed(['0:n0', '1:n0']);
    fire('pagehide');
    expect(told()).toHaveLength(2);
  });
});

describe('a tab behind another one', () => {
  test('is told at once; the rest of a stay is a part of it and no new entry', async () => {
    const { told, element, show } = await watchOne();
    turnTab('hidden');
    expect(told()).toEqual(['0:n0 1.0 1000']);
    await settle(60_000);
    turnTab('visible');
    await settle(400);
    show([element, 0]);
    fire('pagehide');
    expect(told()).toEqual(['0:n0 1.1 400']);
  });

  test('tells nothing of what happens there', async () => {
    const { show, cards, exposures } = await watchFeed(['0:n0'], {});
    turnTab('hidden');
    exposures.splice(0);
    show([cards[0]!, 1]);
    await settle(5_000);
    fire('pagehide');
    expect(exposures).toEqual([]);
  });
});

test('a window without the focus is looked at by nobody', async () => {
  const { focus, exposures } = await watchOne();
  focus.mockReturnValue(false);
  fire('blur');
  await settle(2_000);
  focus.mockReturnValue(true);
  fire('focus');
  await settle(500);
  fire('pagehide');
  const states = [
    { afterMs: 0, ratio: 1, active: true },
    { afterMs: 1_000, ratio: 1, active: false },
    { afterMs: 3_000, ratio: 1, active: true },
  ];
  expect(exposures.find(({ unit }) => unit.kind === 'note')).toMatchObject({ states, durationMs: 3_500 });
});

test('a page that comes back from the cache, twenty times over, is one exposure in parts', async () => {
  const { exposures, told } = await watchOne();
  for (let round = 0; round < 20; round++) {
    fire('beforeunload');
    fire('pagehide');
    await settle(5_000);
    fire('pageshow');
    await settle(200);
  }
  const pages = exposures.filter(({ unit }) => unit.kind === 'page');
  expect(pages.map(({ entry, part = 0 }) => [entry, part])).toEqual(pages.map((_row, index) => [1, index]));
  const rows = told();
  expect(rows).toEqual([
    '0:n0 1.0 1000',
    ...Array.from({ length: 19 }, (_row, index) => `0:n0 1.${String(index + 1)} 200`),
  ]);
});

test('beforeunload tells all; when nobody leaves in the end the stays go on', async () => {
  const { told } = await watchOne();
  fire('beforeunload');
  expect(told()).toEqual(['0:n0 1.0 1000']);
  await settle(3_000);
  fire('pagehide');
  expect(told()).toEqual(['0:n0 1.1 3000']);
});

describe('another address', () => {
  test('ends the visit and all its stays; the list behind keeps its name', async () => {
    const { exposures, list, layOut, show, element } = await watchOne();
    window.history.pushState(undefined, '', `/explore/${otherId}`);
    list.remove();
    await settle(300);
    window.history.pushState(undefined, '', '/explore');
    document.body.append(list);
    await settle();
    layOut();
    show([element, 1]);
    await settle(200);
    fire('pagehide');
    const cards = exposures.filter(({ unit }) => unit.kind === 'note');
    const pages = exposures.filter(({ unit }) => unit.kind === 'page');
    expect(cards.map(({ entry, durationMs }) => [entry, durationMs])).toEqual([
      [1, 1_000],
      [1, 200],
    ]);
    expect(new Set(pages.map(({ visit }) => visit)).size).toBe(3);
    expect(new Set(cards.map(({ visit }) => visit)).size).toBe(2);
    expect(new Set(cards.map(({ feed }) => feed))).toEqual(new Set([cards[0]?.visit]));
  });

  test('of a note shows nothing to count until the note is there', async () => {
    const { watched, list } = await watchOne();
    window.history.pushState(undefined, '', `/explore/${otherId}`);
    document.body.append(document.createElement('i'));
    await settle(1_000);
    expect(watched()).toEqual([]);
    const note = card(`open:${otherId}`);
    list.append(note);
    await settle();
    expect(watched()).toContain(note);
  });
});

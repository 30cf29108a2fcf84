// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { countUnread } from '@/utils/core/unread';
import type { WatchedSite } from '@/utils/watch/visit';
import { settle } from '../made-page';
import { card, fire, unitsOn, useMadeClock, watchFeed } from './made-screen';

useMadeClock();

test('units go out in messages of two hundred, and what is beyond a thousand at once is counted', async () => {
  const many = Array.from({ length: 1_150 }, (_each, index) => `${String(index)}:n${String(index)}`);
  const { cards, show, exposures, rows, door } = await watchFeed(many);
  const send = vi.spyOn(door, 'send');
  show(...cards.map((each): [Element, number] => [each, 1]));
  await settle(3_000);
  fire('pagehide');
  expect(exposures).toHaveLength(1_001);
  const sizes = send.mock.calls.map(([sent]) => sent.length).filter((size) => size > 1);
  expect(sizes.slice(0, 5)).toEqual([200, 200, 200, 200, 200]);
  expect(Math.max(...sizes)).toBe(200);
  const end = rows.find(({ type }) => type === 'page');
  expect(end).toMatchObject({ settled: true });
  expect(end?.type === 'page' && end.unread).toEqual([{ where: 'units', reason: 'shape', count: 150 }]);
});

test('all of what is more than can be followed is counted, and looked at once', async () => {
  const looked = vi.fn();
  const counted: WatchedSite['unitsOn'] = (url, page) => {
    const finder = unitsOn(url, page);
    const find = function* (part: Parameters<typeof finder.find>[0]) {
      for (const each of finder.find(part)) {
        looked();
        yield each;
      }
    };
    return { ...finder, find };
  };
  const many = Array.from({ length: 3_000 }, (_each, index) => `${String(index)}:n${String(index)}`);
  const { list, rows } = await watchFeed(many, { unitsOn: counted });
  await settle(3_000);
  expect(looked).toHaveBeenCalledTimes(3_000);
  list.append(...Array.from({ length: 30 }, (_each, index) => card(`${String(index)}:later`)));
  await settle(3_000);
  expect(looked).toHaveBeenCalledTimes(3_030);
  fire('pagehide');
  const [end] = rows.flatMap((row) => (row.type === 'page' ? [row] : []));
  expect(end?.unread).toEqual([{ where: 'units', reason: 'shape', count: 2_030 }]);
});

test('what is too much and stays while more comes beside it is counted once', async () => {
  const many = Array.from({ length: 1_010 }, (_each, index) => `${String(index)}:n${String(index)}`);
  const { list, rows } = await watchFeed(many);
  for (const round of [1, 2, 3]) {
    list.append(...Array.from({ length: 30 }, (_each, index) => card(`${String(round)}${String(index)}:later`)));
    await settle(3_000);
  }
  fire('pagehide');
  const [end] = rows.flatMap((row) => (row.type === 'page' ? [row] : []));
  expect(end?.unread).toEqual([{ where: 'units', reason: 'shape', count: 10 + 3 * 30 }]);
});

test('what was too much and is followed once there is room is told by its rows', async () => {
  const many = Array.from({ length: 1_010 }, (_each, index) => `${String(index)}:n${String(index)}`);
  const { list, cards, rows, layOut, exposures } = await watchFeed(many);
  await settle(3_000);
  for (const gone of cards.slice(0, 50)) gone.remove();
  list.append(...Array.from({ length: 25 }, (_each, index) => card(`${String(index)}:later`)));
  await settle(3_000);
  layOut();
  await settle();
  fire('pagehide');
  const [end] = rows.flatMap((row) => (row.type === 'page' ? [row] : []));
  expect(end?.unread).toEqual([]);
  expect(exposures.filter(({ unit }) => unit.noteId === 'n1009')).toHaveLength(1);
});

test('an erasure begins the count anew', async () => {
  const many = Array.from({ length: 1_010 }, (_each, index) => `${String(index)}:n${String(index)}`);
  const { list, rows, outside } = await watchFeed(many);
  await settle(3_000);
  outside.erasedAt = Date.now();
  list.append(card('2000:later'));
  await settle(3_000);
  fire('pagehide');
  const [end] = rows.flatMap((row) => (row.type === 'page' ? [row] : []));
  expect(end?.unread).toEqual([{ where: 'units', reason: 'shape', count: 11 }]);
});

test('what comes and goes at once is not looked through', async () => {
  const find = vi.fn(unitsOn('', document).find);
  const { list, told, show } = await watchFeed(['0:n0'], {
    unitsOn: (url, page) => ({ ...unitsOn(url, page), find }),
  });
  find.mockClear();
  for (let count = 0; count < 200; count += 1) {
    const churned = card(`${String(count)}:gone`);
    list.append(churned);
    churned.remove();
  }
  const stays = card('1:stays');
  list.append(stays);
  await settle();
  expect(find.mock.calls).toEqual([[stays]]);
  show([stays, 1]);
  await settle(100);
  fire('pagehide');
  expect(told()).toEqual(['1:stays 1.0 100', '0:n0 0.0 0']);
});

test('what comes at once is looked for together', async () => {
  const find = vi.fn(unitsOn('', document).find);
  const { list } = await watchFeed(['0:n0'], { unitsOn: (url, page) => ({ ...unitsOn(url, page), find }) });
  find.mockClear();
  for (let count = 0; count < 30; count += 1) list.append(card(`${String(count)}:new`));
  await settle();
  expect(find.mock.calls).toEqual([[list]]);
});

test('what is too much for the time there is when the page goes is counted too', async () => {
  const slow: WatchedSite['unitsOn'] = (url, page) => {
    const finder = unitsOn(url, page);
    const read = (element: Element) => {
      vi.advanceTimersByTime(5);
      return finder.read(element);
    };
    return { ...finder, read };
  };
  const { list, keepBack, exposures, rows } = await watchFeed([], { unitsOn: slow });
  await settle(3_000);
  const late = Array.from({ length: 20 }, (_each, index) => card(`${String(index)}:n${String(index)}`));
  list.append(...late);
  await settle();
  keepBack(...late.map((each): [Element, number] => [each, 0]));
  fire('pagehide');
  const told = exposures.filter(({ unit }) => unit.kind === 'note').length;
  const [end] = rows.flatMap((row) => (row.type === 'page' ? [row] : []));
  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThan(20);
  expect(countUnread(end?.unread ?? [])).toBe(20 - told);
});

test('a broken card costs no other', async () => {
  const { cards, show, told } = await watchFeed(['broken', '1:n1']);
  show(...cards.map((each): [Element, number] => [each, 1]));
  await settle(100);
  fire('pagehide');
  expect(told()).toEqual(['1:n1 1.0 100']);
});

test('a unit that nobody could read is counted once it was laid out: what is replaced before that was never there', async () => {
  const { list, layOut, show, rows } = await watchFeed([]);
  await settle(3_000);
  const [early, shown, untold] = ['0', '1', '2'].map((key) => list.appendChild(card(key)));
  await settle();
  early?.remove();
  await settle();
  layOut();
  await settle();
  shown?.remove();
  const late = list.appendChild(card('3'));
  await settle();
  show([untold!, 1]);
  late.remove();
  await settle();
  untold?.remove();
  await settle();
  fire('pagehide');
  const [end] = rows.flatMap((row) => (row.type === 'page' ? [row] : []));
  expect(end?.unread).toEqual([{ where: 'units', reason: 'shape', count: 2 }]);
});

test('what was replaced before it was laid out is no unit, however fast the machine', async () => {
  const { list, layOut, told } = await watchFeed([]);
  const early = list.appendChild(card('0:early'));
  await settle();
  early.remove();
  await settle();
  const laidOut = list.appendChild(card('1:there'));
  await settle();
  layOut();
  laidOut.remove();
  await settle();
  fire('pagehide');
  expect(told()).toEqual(['1:there 0.0 0']);
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ItemPage } from '@/utils/core/events';
import type { PageDoor } from '@/utils/watch/door';
import { ItemWatcher } from '@/utils/watch/item-page';
import { changePage, endAll, madeDoor, settle } from './made-page';

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) }));
afterEach(() => {
  endAll();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const lamp: ItemPage = { platform: 'jd', itemKey: 'jd:1', title: '台灯' };

function watch(change: Partial<PageDoor> = {}) {
  const { door, rows, outside } = madeDoor(change);
  const readItem = vi.fn((): ItemPage | undefined => lamp);
  void new ItemWatcher(door, readItem).start();
  return { rows, outside, readItem };
}

test('a landing is told once, with its tab', async () => {
  const { rows } = watch({ hello: () => Promise.resolve({ tab: 4, opener: 3 }) });
  await settle();
  changePage();
  await settle(1_000);
  expect(rows).toMatchObject([{ ...lamp, type: 'landing', tab: 4, opener: 3 }]);
});

test('nothing is told before the tab is known', async () => {
  const answers: ((place: { tab: number }) => void)[] = [];
  const { rows } = watch({ hello: () => new Promise((resolve) => answers.push(resolve)) });
  changePage();
  window.dispatchEvent(new Event('load'));
  await settle(5_000);
  expect(rows).toEqual([]);
  for (const answer of answers) answer({ tab: 4 });
  await settle();
  expect(rows).toMatchObject([{ type: 'landing', tab: 4 }]);
});

test('nothing is read before the markup is whole', async () => {
  const loading = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading' as never);
  const { rows, readItem } = watch();
  await settle(1_000);
  expect(readItem).not.toHaveBeenCalled();
  loading.mockReturnValue('interactive' as never);
  window.dispatchEvent(new Event('DOMContentLoaded'));
  await settle();
  expect(rows).toHaveLength(1);
});

test('a page that never rests is read less and less, and once more after its last change', async () => {
  const { readItem } = watch();
  for (let age = 0; age < 60_000; age += 100) {
    changePage();
    await settle(100);
  }
  expect(readItem.mock.calls.length).toBeGreaterThan(28);
  expect(readItem.mock.calls.length).toBeLessThan(45);
  await settle(4_000);
  readItem.mockClear();
  changePage();
  await settle();
  changePage();
  await settle(2_000);
  expect(readItem).toHaveBeenCalledTimes(2);
  await settle(60_000);
  expect(readItem).toHaveBeenCalledTimes(2);
});

test('while recording is off nothing is read, and told once it is on again', async () => {
  const { rows, outside, readItem } = watch();
  outside.isRecording = false;
  await settle(1_000);
  expect(readItem).not.toHaveBeenCalled();
  outside.isRecording = true;
  changePage();
  await settle(1_000);
  expect(rows).toHaveLength(1);
});

test('once the extension is gone the script ends: no reading, no row, no listener', async () => {
  const { rows, outside, readItem } = watch();
  const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect');
  outside.isConnected = false;
  changePage();
  await settle(5_000);
  expect(disconnect).toHaveBeenCalledTimes(1);
  outside.isConnected = true;
  changePage();
  for (const type of ['load', 'pagehide']) window.dispatchEvent(new Event(type));
  await settle(5_000);
  expect(rows).toEqual([]);
  expect(readItem).not.toHaveBeenCalled();
});

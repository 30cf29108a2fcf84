// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ItemPage } from '@/utils/core/events';
import type { ShopReading } from '@/utils/core/types';
import type { ShopSignal } from '@/utils/platforms/shop-signals';
import type { PageDoor } from '@/utils/watch/door';
import { ItemWatcher } from '@/utils/watch/item-page';
import { changePage, endAll, madeDoor, settle } from './made-page';

/** What the page asks for, as the browser reports it. */
let report: (...entries: { name: string; responseStatus?: number }[]) => void;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) });
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      constructor(callback: (list: { getEntries: () => unknown[] }) => void) {
        report = (...entries) => callback({ getEntries: () => entries });
      }
      observe = vi.fn();
      disconnect = vi.fn();
    },
  );
});
afterEach(() => {
  endAll();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const lamp: ItemPage = { platform: 'jd', itemKey: 'jd:1', title: '台灯' };

function watch(change: Partial<PageDoor> = {}) {
  const { door, rows, outside } = madeDoor(change);
  const readItem = vi.fn((): ItemPage | undefined => lamp);
  const readSignals = vi.fn((): ShopSignal[] => []);
  const readShop = vi.fn((): ShopReading | undefined => undefined);
  void new ItemWatcher(door, { readItem, readShop, readSignals }).start();
  return { rows, outside, readItem, readShop, readSignals };
}

test('a landing is told once, with its tab', async () => {
  const { rows } = watch({ hello: () => Promise.resolve({ tab: 4, opener: 3 }) });
  await settle();
  changePage();
  await settle(1_000);
  expect(rows).toMatchObject([{ ...lamp, type: 'landing', tab: 4, opener: 3 }]);
});

test('a shop’s front page is told, again with the name that comes late', async () => {
  const { rows, readItem, readShop } = watch({ hello: () => Promise.resolve({ tab: 4 }) });
  const front = { platform: 'jd', shopId: '1', url: 'https://mall.jd.com/index-1.html' };
  readItem.mockReturnValue(undefined);
  readShop.mockReturnValue(front);
  await settle();
  readShop.mockReturnValue({ ...front, name: '示例旗舰店' });
  changePage();
  await settle(1_000);
  const told = { type: 'shop', platform: 'jd', shopId: '1', key: front.url, tab: 4 };
  expect(rows).toMatchObject([told, { ...told, name: '示例旗舰店' }]);
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

describe('what is done on the page', () => {
  const asked = 'https://h5api.m.taobao.com/h5/mtop.trade.addBag/3.1/';
  const inCart: ShopSignal = { signal: 'cart-added', platform: 'taobao', itemKey: 'ali:1' };

  test('by its address: observed, once', async () => {
    const { rows, readSignals } = watch();
    readSignals.mockReturnValue([inCart]);
    await settle();
    changePage();
    await settle(1_000);
    expect(rows.filter(({ type }) => type === 'signal')).toMatchObject([{ ...inCart, evidence: 'observed', tab: 4 }]);
  });

  test('by a request that was answered: inferred, told at once', async () => {
    const { rows, readSignals } = watch();
    await settle();
    readSignals.mockReturnValue([inCart]);
    report({ name: asked, responseStatus: 200 });
    expect(rows.at(-1)).toMatchObject({ type: 'signal', ...inCart, evidence: 'inferred' });
    expect(readSignals).toHaveBeenLastCalledWith(asked, 'request');
  });

  test.each([0, 302, 403, 500, undefined])('a request whose answer is %s is none', async (responseStatus) => {
    const { rows, readSignals } = watch();
    await settle();
    readSignals.mockReturnValue([inCart]);
    report({ name: asked, ...(responseStatus !== undefined && { responseStatus }) });
    expect(rows.filter(({ type }) => type === 'signal')).toEqual([]);
  });

  test('a shop is followed from the page of an item', async () => {
    const { rows, readSignals } = watch();
    await settle();
    readSignals.mockReturnValue([{ signal: 'followed', platform: 'jd', shopId: '9' }]);
    report({ name: 'https://follow-soa.jd.com/rpc/vender/follow?venderId=9', responseStatus: 200 });
    expect(rows.at(-1)).toMatchObject({ signal: 'followed', shopId: '9', itemKey: lamp.itemKey });
  });

  test('nothing while recording is off', async () => {
    const { rows, outside, readSignals } = watch();
    await settle();
    outside.isRecording = false;
    readSignals.mockReturnValue([inCart]);
    report({ name: asked, responseStatus: 200 });
    expect(rows.filter(({ type }) => type === 'signal')).toEqual([]);
  });
});

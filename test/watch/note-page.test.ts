// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NoteWatcher } from '@/utils/watch/note-page';
import type { WatchedSite } from '@/utils/watch/visit';

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) }));
afterEach(() => vi.useRealTimers());

/** Watches a page that only counts how often it is read, and at what age. */
function watch(): { readAt: number[]; change: () => void } {
  const startedAt = Date.now();
  const readAt: number[] = [];
  const site: WatchedSite = {
    id: 'xiaohongshu',
    ruleVersion: 'made',
    cardId: 'data-card',
    namePage: () => '',
    isTab: () => false,
    readPlace: () => ({ kind: 'note', noteId: '65f000000000000012345678' }),
    readPage: () => ({ kind: 'note', cards: [], comments: [], links: [], unread: [] }),
    readOpen: () => {
      readAt.push(Date.now() - startedAt);
      return { kind: 'note', cards: [], comments: [], links: [], unread: [] };
    },
    noteChanges: () => undefined,
    readSaved: () => [],
    readFormerSaved: () => [],
    readShop: () => undefined,
    unitsOn: () => ({
      root: undefined,
      find: () => [],
      keyOf: () => '',
      listed: () => undefined,
      read: () => undefined,
    }),
    seeLabel: () => undefined,
    seeBlocker: () => undefined,
    linkAt: () => undefined,
    noteAt: () => true,
    cardAt: () => undefined,
    collectTarget: () => undefined,
    readCollected: () => undefined,
    readOwnItem: () => undefined,
    readOwnTitles: () => ({ meta: '', heading: '' }),
  };
  const door = {
    window,
    send: () => undefined,
    wake: () => Promise.resolve({}),
    hello: () => Promise.resolve({}),
    isConnected: () => true,
    isRecording: () => true,
    isExcluded: () => false,
    onSwitch: () => undefined,
    erasedAt: () => 0,
    now: () => Date.now(),
  };
  new NoteWatcher(door, site).start();
  return { readAt, change: () => window.dispatchEvent(new Event('popstate')) };
}

/** A change every 20 ms until the page is this old. */
function changeUntil(page: ReturnType<typeof watch>, ms: number): void {
  for (let age = 0; age < ms; age += 20) {
    page.change();
    vi.advanceTimersByTime(20);
  }
}

test('a new page is followed closely', () => {
  const page = watch();
  changeUntil(page, 1_000);
  expect(page.readAt.length).toBeGreaterThanOrEqual(4);
});

test('a page that never rests is read less and less, but never less than every two seconds', () => {
  const page = watch();
  changeUntil(page, 60_000);
  expect(page.readAt.length).toBeLessThan(45);
  const rests = page.readAt.map((at, index) => at - (page.readAt[index - 1] ?? 0));
  expect(Math.max(...rests)).toBeLessThanOrEqual(2_020);
});

test.each([500, 5_000, 50_000])('the last change at %d ms is read as well', (age) => {
  const page = watch();
  changeUntil(page, age);
  const before = page.readAt.length;
  page.change();
  vi.advanceTimersByTime(2_000);
  expect(page.readAt).toHaveLength(before + 1);
});

test('a page at rest is not read again', () => {
  const page = watch();
  changeUntil(page, 2_000);
  vi.advanceTimersByTime(2_000);
  const before = page.readAt.length;
  vi.advanceTimersByTime(60_000);
  expect(page.readAt).toHaveLength(before);
});

test.each(['DOMContentLoaded', 'load'])('at %s a page is read although it cleared our timer', (type) => {
  const page = watch();
  page.change();
  page.change();
  vi.clearAllTimers();
  window.dispatchEvent(new Event(type));
  expect(page.readAt).toHaveLength(2);
});

// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://www.xiaohongshu.com/explore/65f000000000000012345678" }
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import notePage from '@/entrypoints/note';
import type { PageSideEvent } from '@/utils/core/events';
import { currentTerms } from '@/utils/core/terms';
import { whenShown } from '@/utils/watch/prerender';
import { settle } from './made-page';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) });
  fakeBrowser.reset();
  Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** The browser puts it into the tab. */
function show(): void {
  Reflect.deleteProperty(document, 'prerendering');
  document.dispatchEvent(new Event('prerenderingchange'));
}

test('a page that is prepared in advance is not read before it is shown', () => {
  const start = vi.fn();
  whenShown(document, start);
  expect(start).not.toHaveBeenCalled();
  show();
  expect(start).toHaveBeenCalledOnce();
  whenShown(document, start);
  expect(start).toHaveBeenCalledTimes(2);
});

test('its visit begins when it is shown, however long ago it was prepared', async () => {
  const rows: PageSideEvent[] = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((message: unknown) => {
    rows.push(...((message as { rows?: PageSideEvent[] }).rows ?? []));
    return Promise.resolve({});
  });
  await fakeBrowser.storage.local.set({ settings: { consent: { terms: currentTerms, at: 0 } } });
  notePage.main();
  await settle(60_000);
  expect(rows).toEqual([]);
  show();
  await settle(500);
  window.dispatchEvent(new Event('pagehide'));
  expect(rows.filter(({ type }) => type === 'page')).toMatchObject([{ settled: false }]);
});

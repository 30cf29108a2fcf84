import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '@/entrypoints/background';
import { createMenus } from '@/entrypoints/background/menus';
import { readKeys } from '@/entrypoints/dashboard/keys';
import { hasPanel } from '@/utils/messages/panel';

const listened: string[] = [];
const event = (name: string) => ({ addListener: () => void listened.push(name) });

/** Firefox on a phone: no keys, no menus, no place beside the page, and a button that shows no picture of its own. */
beforeEach(() => {
  fakeBrowser.reset();
  listened.length = 0;
  const shown = () => vi.fn(() => Promise.resolve());
  Object.assign(fakeBrowser, {
    ...{ commands: undefined, contextMenus: undefined, sidePanel: undefined, sidebarAction: undefined },
    action: { setBadgeText: shown(), setTitle: shown() },
    permissions: {
      contains: () => Promise.resolve(false),
      onAdded: event('granted'),
      onRemoved: event('taken back'),
    },
    scripting: { getRegisteredContentScripts: () => Promise.resolve([]) },
  });
  Object.assign(fakeBrowser.tabs, { onActivated: event('another tab'), query: () => Promise.resolve([]) });
  Object.assign(fakeBrowser.storage.onChanged, event('a row in the queue'));
});

test('the background hears all that there is to hear, and draws what the button has', async () => {
  void background.main();
  expect(listened).toEqual(['granted', 'taken back', 'another tab', 'a row in the queue']);
  await expect.poll(() => vi.mocked(fakeBrowser.action.setTitle).mock.calls.length).toBeGreaterThan(0);
});

test('no menu is made, no key is listed, no panel is offered', async () => {
  createMenus();
  expect(await readKeys()).toEqual([]);
  expect(hasPanel()).toBe(false);
});

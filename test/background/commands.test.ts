import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Tabs } from 'webextension-polyfill';
import { runCommand } from '@/entrypoints/background/commands';
import { HOUR_MS } from '@/utils/core/pause';
import { currentTerms } from '@/utils/core/terms';
import type { OwnMessage } from '@/utils/messages/protocol';

const obeyed = vi.fn<(message: OwnMessage) => Promise<unknown>>();
const tab: Tabs.Tab = {
  ...{ id: 7, index: 0, highlighted: true, active: true, pinned: false },
  windowId: 3,
  incognito: false,
};
const consent = { terms: currentTerms, at: 0 };
const press = (name: string) => runCommand(name, tab, obeyed);

beforeEach(() => {
  fakeBrowser.reset();
  obeyed.mockReset().mockResolvedValue({ ok: true });
});

describe('the key that pauses', () => {
  test('pauses for an hour while anything is recorded', async () => {
    await fakeBrowser.storage.local.set({ settings: { consent, recording: true } });
    const before = Date.now();
    await press('pause');
    const [[message]] = obeyed.mock.calls as [[Extract<OwnMessage, { type: 'pause' }>]];
    expect(message.type).toBe('pause');
    expect(message.until - HOUR_MS - before).toBeLessThan(HOUR_MS / 60);
    expect(message.until).toBeGreaterThanOrEqual(before + HOUR_MS);
  });

  test('goes on where everything is paused', async () => {
    const pause = { from: Date.now() - 1, until: Date.now() + HOUR_MS };
    await fakeBrowser.storage.local.set({ settings: { consent, recording: true, pause } });
    await press('pause');
    expect(obeyed.mock.calls).toEqual([[{ type: 'pause', until: 0 }]]);
  });

  test('turns on what is off', async () => {
    await fakeBrowser.storage.local.set({ settings: { consent, recording: false } });
    await press('pause');
    expect(obeyed.mock.calls).toEqual([[{ type: 'recording', on: true }]]);
  });
});

test('the key of the full ledger opens it', async () => {
  const create = vi.spyOn(fakeBrowser.tabs, 'create');
  await press('open-ledger');
  expect(create.mock.calls.map(([{ url }]) => String(url).split('/').at(-1))).toEqual(['dashboard.html']);
});

test('the key of the panel opens it in the window that it was pressed in', async () => {
  const open = vi.fn(() => Promise.resolve());
  Object.assign(fakeBrowser, { sidePanel: { open } });
  Object.assign(globalThis, { chrome: fakeBrowser });
  await press('open-panel');
  expect(open.mock.calls).toEqual([[{ windowId: 3 }]]);
});

test('a name that nobody gave does nothing', async () => {
  await press('made-up');
  expect(obeyed).not.toHaveBeenCalled();
});

import browser, { type Tabs } from 'webextension-polyfill';
import { HOUR_MS, pausedUntil } from '@/utils/core/pause';
import type { OwnMessage } from '@/utils/messages/protocol';
import { openPanel } from '@/utils/messages/panel';
import { readSettings } from '@/utils/settings';

type Obey = (message: OwnMessage) => Promise<unknown>;

/** What a key of the person's does. The panel comes first and at once: a browser opens it only while the key is fresh. */
export function runCommand(name: string, tab: Tabs.Tab | undefined, obey: Obey): Promise<unknown> {
  switch (name) {
    case 'open-panel':
      return openPanel(tab?.windowId);
    case 'open-ledger':
      return browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html') });
    case 'pause':
      return pauseOrResume(obey);
    default:
      return Promise.resolve();
  }
}

/** Goes on when it is off or paused, and else pauses for an hour. */
async function pauseOrResume(obey: Obey): Promise<void> {
  const settings = await readSettings(browser.storage.local);
  const now = Date.now();
  if (!settings.recording) await obey({ type: 'recording', on: true });
  else await obey({ type: 'pause', until: pausedUntil(settings, now) === undefined ? now + HOUR_MS : 0 });
}

import type { ComponentChild } from 'preact';
import type { SettingsActions, SettingsState } from '@/components/dashboard/settings/settings-props';
import { SettingsView } from '@/components/dashboard/settings/settings-view';
import { defaultSettings } from '@/utils/core/switches';

const nothing = () => undefined;
const stored = () => Promise.resolve(true);
const actions: SettingsActions = {
  ...{ connect: stored, disconnect: stored, erasePlatform: stored, leaveOut: stored },
  ...{ onThumbnails: nothing, eraseThumbnails: stored },
  ...{ onKind: nothing, onTheme: nothing, subjectAt: nothing, onKeys: nothing, onConsent: nothing },
};
const state: SettingsState = {
  settings: {
    ...defaultSettings,
    unwantedKinds: ['screen'],
    thumbnails: true,
    excludedAuthors: ['5f3c0000000000000100a1b2'],
    excludedNotes: ['65f000000000000012345678'],
  },
  thumbnails: 12,
  connections: ['jd', 'taobao', 'tmall'].map((platform, place) => ({
    platform,
    connected: place === 0,
    hosts: [`https://*.${platform}.com/*`],
  })),
  keys: [
    { name: '_execute_action', shortcut: 'Alt+Shift+B' },
    { name: 'open-panel', shortcut: 'Alt+Shift+S' },
    { name: 'pause', shortcut: '' },
    { name: 'open-ledger', shortcut: 'Alt+Shift+L' },
  ],
  sites: ['www.xiaohongshu.com', 'www.rednote.com'],
};

/** States of the settings. */
export const settingsStates: Record<string, () => ComponentChild> = {
  'settings-many': () => <SettingsView state={state} actions={actions} />,
  'settings-usual': () => <SettingsView state={{ ...state, settings: defaultSettings }} actions={actions} />,
  'settings-reading': () => <SettingsView state={{ connections: [], keys: [], sites: [] }} actions={actions} />,
};

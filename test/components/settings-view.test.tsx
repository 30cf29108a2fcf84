// @vitest-environment happy-dom
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { SettingsActions, SettingsState } from '@/components/dashboard/settings/settings-props';
import { SettingsView } from '@/components/dashboard/settings/settings-view';
import { defaultSettings } from '@/utils/core/switches';
import { speak } from './i18n-setup';
import { all, draw, one, press } from './mount';

beforeAll(() => speak('en'));

const state: SettingsState = {
  settings: { ...defaultSettings, excludedAuthors: ['author-7'], unwantedKinds: ['screen'], theme: 'dark' },
  connections: [{ platform: 'jd', connected: true, hosts: ['https://*.jd.com/*'] }],
  keys: [
    { name: '_execute_action', shortcut: 'Alt+Shift+B' },
    { name: 'pause', shortcut: '' },
  ],
  sites: ['www.xiaohongshu.com'],
};

async function mountSettings(change: Partial<SettingsState> = {}, stored = true) {
  const actions = {
    connect: vi.fn<SettingsActions['connect']>(() => Promise.resolve(true)),
    disconnect: vi.fn<SettingsActions['disconnect']>(() => Promise.resolve(true)),
    erasePlatform: vi.fn<SettingsActions['erasePlatform']>(() => Promise.resolve(true)),
    onKind: vi.fn<SettingsActions['onKind']>(),
    onTheme: vi.fn<SettingsActions['onTheme']>(),
    leaveOut: vi.fn<SettingsActions['leaveOut']>(() => Promise.resolve(stored)),
    subjectAt: (address: string) => (address === 'note-9' ? { what: 'note' as const, id: '9' } : undefined),
    onThumbnails: vi.fn<SettingsActions['onThumbnails']>(),
    eraseThumbnails: vi.fn<SettingsActions['eraseThumbnails']>(() => Promise.resolve(true)),
    onKeys: vi.fn<SettingsActions['onKeys']>(),
    onConsent: vi.fn<SettingsActions['onConsent']>(),
  };
  const place = await draw(<SettingsView state={{ ...state, ...change }} actions={actions} />);
  return { place, actions };
}

async function type(text: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('.left-out__form input')!;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await Promise.resolve();
}

test('before anything is read it says so', async () => {
  await draw(
    <SettingsView state={{ connections: [], keys: [], sites: [] }} actions={(await mountSettings()).actions} />,
  );
  expect(all('switch')).toEqual([]);
  expect(all('status').length).toBeGreaterThan(0);
});

test('where the browser has no keys nothing is said of them', async () => {
  await mountSettings({ keys: [] });
  expect(all('heading', 'Keys')).toEqual([]);
});

test('small pictures are off until they are wanted, counted, and erased at a second press', async () => {
  const { actions } = await mountSettings({ thumbnails: 3 });
  expect(one('switch', 'Keep a small picture of what I save').getAttribute('aria-checked')).toBe('false');
  await press(one('switch', 'Keep a small picture of what I save'));
  expect(actions.onThumbnails.mock.calls).toEqual([[true]]);
  expect(document.body.textContent).toContain('3 pictures are kept.');
  await press(one('button', 'Erase the pictures…'));
  expect(actions.eraseThumbnails).not.toHaveBeenCalled();
  await press(one('button', 'Erase them'));
  expect(actions.eraseThumbnails).toHaveBeenCalledOnce();
  expect(document.querySelector('.toast')!.textContent).toContain('The pictures are erased');
});

test('every kind, every site and every look is there as it stands, and turns', async () => {
  const { actions } = await mountSettings();
  expect(one('switch', 'Record: What was on screen').getAttribute('aria-checked')).toBe('false');
  await press(one('switch', 'Record: Orders'));
  expect(actions.onKind.mock.calls).toEqual([['orders', false]]);
  await press(one('switch', 'Record on www.xiaohongshu.com'));
  expect(actions.leaveOut.mock.calls).toEqual([['site', 'www.xiaohongshu.com', true]]);
  const looks = [...document.querySelectorAll<HTMLInputElement>('[role=radiogroup] input')];
  expect(looks.map(({ checked }) => checked)).toEqual([false, false, true]);
  await press(looks[1]!);
  expect(actions.onTheme.mock.calls).toEqual([['light']]);
});

describe('what is left out', () => {
  test('can be recorded again', async () => {
    const { actions } = await mountSettings();
    await press(one('button', 'Record again: Author author-7'));
    expect(actions.leaveOut.mock.calls).toEqual([['author', 'author-7', false]]);
  });

  test('is named by an address; another address is said to be none', async () => {
    const { actions, place } = await mountSettings();
    await type('https://example.test/');
    await press(one('button', 'Leave it out'));
    expect(actions.leaveOut).not.toHaveBeenCalled();
    expect(place.textContent).toContain('of no note');
    await type('note-9');
    await press(one('button', 'Leave it out'));
    expect(actions.leaveOut.mock.calls).toEqual([['note', '9', true]]);
  });

  test('what is not stored is said', async () => {
    const { place } = await mountSettings({}, false);
    await press(one('button', 'Record again: Author author-7'));
    expect(place.textContent).toContain('was not stored');
  });
});

test('the keys are listed as they are set, and changed in the browser', async () => {
  const { place, actions } = await mountSettings();
  expect(place.textContent).toContain('Alt+Shift+B');
  expect(place.textContent).toContain('no key');
  await press(one('button', 'Change them in the browser'));
  expect(actions.onKeys).toHaveBeenCalled();
});

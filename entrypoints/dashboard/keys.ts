import browser from 'webextension-polyfill';
import type { KeyCommand } from '@/components/dashboard/settings/settings-props';

/** None where the browser has no keys, as on a phone. */
export async function readKeys(): Promise<KeyCommand[]> {
  const { commands }: Partial<Pick<typeof browser, 'commands'>> = browser;
  const known = (await commands?.getAll()) ?? [];
  return known.flatMap(({ name, shortcut = '' }) => (name === undefined ? [] : [{ name, shortcut }]));
}

/** The browser's own page for keys: Firefox opens it by a call (since 137), Chromium at an address. */
export function openKeys(): void {
  const open: unknown = Reflect.get(browser.commands, 'openShortcutSettings');
  if (typeof open === 'function') void Reflect.apply(open, browser.commands, []);
  else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

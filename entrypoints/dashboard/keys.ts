import browser from 'webextension-polyfill';
import type { KeyCommand } from '@/components/dashboard/settings/settings-props';

export async function readKeys(): Promise<KeyCommand[]> {
  const commands = await browser.commands.getAll();
  return commands.flatMap(({ name, shortcut = '' }) => (name === undefined ? [] : [{ name, shortcut }]));
}

/** The browser's own page for keys: Firefox opens it by a call (since 137), Chromium at an address. */
export function openKeys(): void {
  const open: unknown = Reflect.get(browser.commands, 'openShortcutSettings');
  if (typeof open === 'function') void Reflect.apply(open, browser.commands, []);
  else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

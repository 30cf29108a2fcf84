import browser from 'webextension-polyfill';
import { readSettings } from '@/utils/settings';

/** At first run: what would be recorded, before anything is. Whoever agreed to earlier terms is asked by the button alone. */
export async function greet(): Promise<void> {
  const { consent } = await readSettings(browser.storage.local);
  if (consent.terms === 0) await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

import type { Page } from 'puppeteer-core';
import { waitUntil } from '../browsers';

/**
 * Waits until something that is said when work ends is on screen. By asking again: waiting for a selector looks when
 * elements come and go, and here a text changes.
 */
export async function untilSaid(page: Page, text: string): Promise<void> {
  const said = () => page.$$eval('[role="status"]', (all) => all.map((one) => one.textContent).join('\n'));
  await waitUntil(`“${text}” is said`, async () => (await said()).includes(text), 30_000);
}

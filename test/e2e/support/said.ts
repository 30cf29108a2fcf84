import type { Page } from 'puppeteer-core';
import { eventually } from './eventually';

/**
 * Waits until something that is said when work ends is on screen. By asking again: waiting for a selector looks when
 * elements come and go, and here a text changes.
 */
export async function untilSaid(page: Page, text: string): Promise<void> {
  const said = () => page.$$eval('[role="status"]', (all) => all.map((one) => one.textContent).join('\n'));
  await eventually(said, 30_000).toContain(text);
}

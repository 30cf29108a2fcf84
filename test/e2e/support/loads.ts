import type { Page } from 'puppeteer-core';

/**
 * Names the load that the tab shows: a page that is brought back keeps its name. Servers do not hear of every load, since
 * Firefox takes some from its HTTP cache.
 */
export async function nameLoad(page: Page): Promise<string> {
  return String(await page.evaluate('window.replicaLoad ??= Math.random()'));
}

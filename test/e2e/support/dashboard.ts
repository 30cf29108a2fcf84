import type { Page } from 'puppeteer-core';
import { waitUntil } from '../browsers';
import { named, press, readText, words } from './popup';
import type { Stage } from './stage';

export { untilSaid } from './said';
export { named, press, readText, words };

/** The full page at one of its views. */
export async function openDashboard(
  { driver }: Pick<Stage, 'driver'>,
  view: keyof typeof words.views,
  section = '',
): Promise<Page> {
  const page = await driver.openExtensionPage(`dashboard.html?view=${view}${section && `#${section}`}`);
  await page.waitForSelector('h1');
  return page;
}

/** The full page that a press somewhere else has opened. */
export async function openedDashboard({ driver }: Pick<Stage, 'driver'>): Promise<Page> {
  // One may be on its way.
  const pathOf = (page: Page) => page.evaluate('location.pathname').catch(() => undefined);
  const opened = await waitUntil('the full page opens', async () => {
    const paths = (await driver.browser.pages()).map(async (page) => [page, await pathOf(page)] as const);
    return (await Promise.all(paths)).find(([, path]) => path === '/dashboard.html')?.[0];
  });
  await opened.waitForSelector('h1');
  return opened;
}

/** Which view and which section of it is open. */
export async function addressOf(page: Page): Promise<string> {
  return String(await page.evaluate('location.search + location.hash'));
}

/** Gives the file field a file, as its dialog would. */
export async function chooseFile(page: Page, path: string): Promise<void> {
  const field = await page.waitForSelector('input[type="file"]');
  // The types know no element of its own for inputs.
  await (field as unknown as { uploadFile: (path: string) => Promise<void> }).uploadFile(path);
}

import type { Browser, Page } from 'puppeteer-core';
import { click } from './gestures';
import { waitUntil } from './wait';

const agreed = "chrome.storage.local.get('settings').then(({ settings }) => (settings?.consent?.terms ?? 0) > 0)";

/** By its place, since it is called something else in each language. */
const agreement = '.welcome__agree .button--save';

/**
 * The first run as a person does it: agrees on the page that the extension opens by itself, and closes it. Nothing is
 * recorded before that.
 * @param count of extensions that greet
 */
export async function agree(browser: Browser, count = 1): Promise<void> {
  const pages = await waitUntil('the first run opens', async () => {
    const opened = await listGreetings(browser);
    return opened.length === count && opened;
  });
  for (const page of pages) {
    await click(page, agreement);
    await waitUntil('the consent is kept', async () => (await page.evaluate(agreed)) === true);
    await page.close();
  }
}

async function listGreetings(browser: Browser): Promise<Page[]> {
  const pages = await browser.pages();
  // One may be on its way.
  const paths = await Promise.all(pages.map((page) => page.evaluate('location.pathname').catch(() => undefined)));
  return pages.filter((_page, at) => paths[at] === '/welcome.html');
}

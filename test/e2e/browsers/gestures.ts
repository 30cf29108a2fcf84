import type { KeyInput, MouseButton, Page } from 'puppeteer-core';
import type { Driver } from './driver';
import { waitUntil } from './wait';

/** "Open in a new tab" is Ctrl everywhere but on a Mac, where Ctrl asks for the context menu. */
export const newTabKey: KeyInput = process.platform === 'darwin' ? 'Meta' : 'Control';

export interface Gesture {
  button?: MouseButton;
  modifiers?: readonly KeyInput[];
}

/** A trusted click: the browser's own input, on the tab in front. */
export async function click(
  page: Page,
  selector: string,
  { button = 'left', modifiers = [] }: Gesture = {},
): Promise<void> {
  await page.bringToFront();
  await page.waitForSelector(selector, { visible: true });
  for (const key of modifiers) await page.keyboard.down(key);
  try {
    await page.click(selector, { button });
  } finally {
    for (const key of modifiers) await page.keyboard.up(key);
  }
}

/** Follows a link the way a keyboard user does: focus, then Enter. */
export async function pressEnter(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  await page.waitForSelector(selector);
  await page.focus(selector);
  await page.keyboard.press('Enter');
}

/** The tab that `act` opens, once it shows an http(s) page that has loaded. */
export async function waitForNewPage({ browser }: Driver, act: () => Promise<void>): Promise<Page> {
  const before = new Set(await browser.pages());
  await act();
  const page = await waitUntil('a new tab opens', async () => (await browser.pages()).find((tab) => !before.has(tab)));
  await waitForLoad(page);
  return page;
}

async function waitForLoad(page: Page): Promise<void> {
  const loaded = "location.protocol.startsWith('http') && document.readyState === 'complete'";
  // Asked anew each time: a question that meets the change of pages may fail as a whole (Firefox 153).
  await waitUntil('the page has loaded', () => page.evaluate(loaded).then(Boolean, () => false), 20_000);
}

/** Follows a link in the same tab until `isThere` likes the address. */
export async function waitForAddress(page: Page, isThere: (url: URL) => boolean): Promise<void> {
  await waitUntil(`the tab moves on from ${page.url()}`, () => isThere(new URL(page.url())));
  await waitForLoad(page);
}

import type { Page } from 'puppeteer-core';
import type { TruthNote } from '../../replica/truth';
import { click, waitForAddress, waitForNewPage } from '../browsers';
import { anchor, linkOn } from './notes';
import type { Stage } from './stage';

/** Follows the note's ad link in this tab, to the item's page. */
export async function followHere(page: Page, note: TruthNote): Promise<void> {
  await page.goto(note.url);
  await click(page, anchor(linkOn(note)));
  await waitForAddress(page, ({ host }) => host !== new URL(note.url).host);
}

/** Follows the note's ad link into the tab it opens, and closes that tab once `isDone`. */
export async function followThere({ driver }: Stage, page: Page, note: TruthNote): Promise<Page> {
  await page.goto(note.url);
  const tab = await waitForNewPage(driver, () => click(page, anchor(linkOn(note))));
  await waitForAddress(tab, ({ host }) => host !== new URL(note.url).host);
  return tab;
}

/** Presses the note's goods card, which opens the site's own page of the thing in a new tab. */
export async function followCard({ driver }: Stage, page: Page, note: TruthNote): Promise<Page> {
  await page.goto(note.url);
  const tab = await waitForNewPage(driver, () => click(page, anchor(linkOn(note, 'goods-card'))));
  await waitForAddress(tab, ({ pathname }) => pathname.startsWith('/goods-detail/'));
  return tab;
}

/** Presses 收藏 and waits for the site's own answer. */
export async function collect(page: Page, note: TruthNote): Promise<void> {
  if (page.url() !== note.url) await page.goto(note.url);
  await click(page, '.collect-wrapper');
  await page.waitForSelector('::-p-xpath(//*[contains(@class, "collect-wrapper")]//*[@*="#collected"])');
}

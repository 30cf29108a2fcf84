import type { Page } from 'puppeteer-core';
import { byName, click, type Driver, tabIdOf } from '../../e2e/browsers';
import { wordsOf, type Words } from './catalogue';

/** The popup, opened as a page and used by the names that are on screen. */
export interface Popup {
  page: Page;
  words: Words;
}

/** Opens it for the tab at `url`, or for none. */
export async function openPopup(driver: Driver, url?: string): Promise<Popup> {
  const page = await driver.openExtensionPage('popup.html');
  if (url !== undefined) await page.goto(driver.extensionUrl(`popup.html?tab=${String(await tabIdOf(page, url))}`));
  await page.waitForSelector('[role="tab"]');
  return { page, words: await wordsOf(page) };
}

export async function openTab({ page, words }: Popup, tab: keyof Words['tabs']): Promise<void> {
  const label = words.tabs[tab];
  await click(page, byName('tab', label));
  await page.waitForSelector(`::-p-xpath(//*[@role="tab"][@aria-selected="true"][contains(., "${label}")])`);
}

/** Presses a button in the row of an item and waits for the button that then stands there. */
export async function pressInRow(popup: Popup, title: string, [press, then]: [string, string]): Promise<void> {
  await click(popup.page, buttonIn(title, press));
  await popup.page.waitForSelector(buttonIn(title, then));
}

function buttonIn(title: string, name: string): string {
  return `::-p-xpath(//li[contains(., "${title}")]//button[normalize-space()="${name}" or @aria-label="${name}"])`;
}

/** Presses connect buttons until none is left: shops of one company may be connected by one press. */
export async function connectAll({ page, words }: Popup): Promise<void> {
  await click(page, byName('button', words.settings.open));
  await page.waitForSelector('li button[aria-label]');
  const { connectName, disconnectName } = words.platforms;
  const [before = '', after = ''] = connectName.split('$1');
  for (;;) {
    const label = await findLabel(page, before, after);
    if (label === undefined) return;
    const platform = label.slice(before.length, label.length - after.length);
    await click(page, `[aria-label=${JSON.stringify(label)}]`);
    await page.waitForSelector(`[aria-label=${JSON.stringify(disconnectName.replace('$1', platform))}]`);
  }
}

async function findLabel(page: Page, before: string, after: string): Promise<string | undefined> {
  const labels = await page.$$eval('li button[aria-label]', (all) => all.map((button) => button.ariaLabel ?? ''));
  return labels.find((label) => label.startsWith(before) && label.endsWith(after));
}

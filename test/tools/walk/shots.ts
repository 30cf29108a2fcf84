import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Driver } from '../../e2e/browsers';
import { firstNoteUrl } from '../../replica/truth';
import { openPopup, openTab } from './popup';

const tabs = ['page', 'saved', 'purchased'] as const;
const themes = ['light', 'dark'] as const;

/** The note, and the popup's three tabs in both themes. */
export async function takeShots(driver: Driver, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const note = await driver.page(firstNoteUrl);
  await note.setViewport({ width: 1280, height: 800 });
  await shoot(note, join(folder, 'note.png'));
  const popup = await openPopup(driver, firstNoteUrl);
  await popup.page.setViewport({ width: 400, height: 600, deviceScaleFactor: 2 });
  for (const theme of themes) {
    await popup.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    for (const tab of tabs) {
      await openTab(popup, tab);
      await shoot(popup.page, join(folder, `popup-${tab}${theme === 'dark' ? '-dark' : ''}.png`));
    }
  }
}

async function shoot(page: Page, path: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.screenshot({ path });
}

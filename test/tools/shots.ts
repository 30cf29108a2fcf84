import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { buildExtension, copyExtension } from '../bench/build';
import { addOwnPage } from './own-page';
import { launch } from '../e2e/browsers';
import { type Replica, startReplica } from '../replica';

// Every state of every view of ours, in both themes, three languages and from 320 px to 4K:
//   npm run shots -- [folder] [parts of states' names, with commas]
// The pictures of the README alone, in English and for one screen each:
//   npm run shots -- --readme

const [folder = 'shots', only = ''] = process.argv.slice(2);
const isForReadme = folder === '--readme';
const pictures = join(import.meta.dirname, '../../docs/pictures');
const parts = only.split(',');
/** The full page has styles of its own. */
const galleries = { gallery: 'gallery', 'gallery-popup': 'popup' };
const languages = { en: 'en', zh_CN: 'zh', zh_TW: 'tw' } as const;
const looks = [
  { name: '', width: 1280, theme: 'light' },
  { name: '-dark', width: 1280, theme: 'dark' },
  { name: '-320', width: 320, theme: 'light' },
  { name: '-4k', width: 3840, theme: 'light' },
] as const;

/** A browser without language packs speaks English whatever it is told, so English is made to be the other language. */
function speaking(built: string, locale: string): string {
  const dir = copyExtension(built);
  cpSync(join(built, '_locales', locale), join(dir, '_locales/en'), { recursive: true });
  return dir;
}

async function shootAll(extensionDir: string, replica: Replica, language: string): Promise<void> {
  const driver = await launch('chromium', { extensionDir, replica, headless: true });
  try {
    for (const gallery of Object.keys(galleries)) {
      const page = await driver.openExtensionPage(`${gallery}.html`);
      const states = v.parse(v.array(v.string()), await page.evaluate('window.states'));
      for (const state of states.filter((name) => parts.some((part) => name.includes(part))))
        await shoot(page, driver.extensionUrl(`${gallery}.html?state=${state}`), `${state}-${language}`);
    }
  } finally {
    await driver.close();
  }
}

async function untilPainted(page: Page): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.waitForFunction(
    "[...document.querySelectorAll('.painting')].every((place) => place.querySelector('canvas'))",
  );
}

async function shoot(page: Page, url: string, name: string): Promise<void> {
  for (const look of looks) {
    await page.setViewport({ width: look.width, height: 800, deviceScaleFactor: look.width > 2000 ? 0.5 : 1 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: look.theme }]);
    await page.goto(url);
    await untilPainted(page);
    await page.screenshot({ path: join(folder, `${name}${look.name}.png`), fullPage: true });
  }
}

/** What the README shows, by the names of its files. */
const shown = [
  { name: 'view-overview', gallery: 'gallery', state: 'overview-many', width: 1200, height: 800 },
  { name: 'view-items', gallery: 'gallery', state: 'items-shown', width: 1200, height: 640 },
  { name: 'view-density', gallery: 'gallery', state: 'density-figures', width: 1200, height: 800 },
] as const;

async function shootForReadme(extensionDir: string, replica: Replica): Promise<void> {
  const driver = await launch('chromium', { extensionDir, replica, headless: true });
  try {
    for (const { name, gallery, state, width, height } of shown) {
      const page = await driver.openExtensionPage(`${gallery}.html?state=${state}`);
      await page.setViewport({ width, height });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
      await untilPainted(page);
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    }
  } finally {
    await driver.close();
  }
}

process.env['LANGUAGE'] = 'en';
if (!isForReadme) mkdirSync(folder, { recursive: true });
const built = await buildExtension();
for (const [name, place] of Object.entries(galleries))
  await addOwnPage(built, { name, inputPath: join(import.meta.dirname, '../shots', place, 'index.html') });
const replica = await startReplica();
if (isForReadme) await shootForReadme(speaking(built, 'en'), replica);
else
  for (const [locale, language] of Object.entries(languages))
    await shootAll(speaking(built, locale), replica, language);
await replica.close();

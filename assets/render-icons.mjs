/**
 * Renders the icon PNGs from their SVG sources; run by hand after changing a drawing: `node assets/render-icons.mjs`.
 * Needs a Chromium: CHROMIUM=/path/to/chromium, else /usr/bin/chromium.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const here = import.meta.dirname;
const sources = { 16: 'icon-small.svg', 32: 'icon.svg', 48: 'icon.svg', 96: 'icon.svg', 128: 'icon.svg' };

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--force-color-profile=srgb'],
});
try {
  const page = await browser.newPage();
  for (const [size, file] of Object.entries(sources)) {
    const side = Number(size);
    const svg = await readFile(join(here, file), 'utf8');
    await page.setViewport({ width: side, height: side, deviceScaleFactor: 1 });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${side}px;height:${side}px}</style>${svg}`);
    await page.screenshot({ path: join(here, 'public/icon', `${side}.png`), omitBackground: true });
  }
} finally {
  await browser.close();
}

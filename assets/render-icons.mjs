/**
 * Renders the icon PNGs from their SVG sources; run by hand after changing a drawing: `node assets/render-icons.mjs`.
 * Needs a Chromium: CHROMIUM=/path/to/chromium, else /usr/bin/chromium.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const here = import.meta.dirname;
const sources = { 16: 'icon-small.svg', 32: 'icon.svg', 48: 'icon.svg', 96: 'icon.svg', 128: 'icon.svg' };

/** While nothing is recorded: the grass has lost its green, and two bars say why. */
const grey = { '#3fb56d': '#a3aea6', '#17753f': '#6d7971', '#1f8a4c': '#7e8a82', '#ffc29c': '#e3e7e4' };
const bars = {
  16: '<rect x="8" y="8" width="8" height="8" rx="2" fill="#fff"/><path d="M10.5 10V14M13.5 10V14" stroke="#303a34" stroke-width="1.5"/>',
  32: '<rect x="66" y="66" width="62" height="62" rx="14" fill="#fff"/><path d="M86 82V112M108 82V112" stroke="#303a34" stroke-width="10" stroke-linecap="round"/>',
};

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
    if (bars[size] === undefined) continue;
    const still = Object.entries(grey).reduce((drawn, [from, to]) => drawn.replaceAll(from, to), svg);
    const marked = still.replace('</svg>', `${bars[size]}</svg>`);
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${side}px;height:${side}px}</style>${marked}`);
    await page.screenshot({ path: join(here, 'public/icon', `paused-${side}.png`), omitBackground: true });
  }
} finally {
  await browser.close();
}

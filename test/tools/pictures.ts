import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launch, waitUntil, type Driver } from '../e2e/browsers';
import { startProxy, startReplica } from '../replica';

// Makes the pictures of the README. By hand, after the look has changed, from the shots of a walk:
//   npm start -- --headless --shots shots && npx tsx test/tools/pictures.ts shots

const folder = join(import.meta.dirname, '../../docs/pictures');
const [shots = 'shots'] = process.argv.slice(2);

interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Draws a ring around the place that the text beside the picture speaks of. */
async function ring(page: Page, { x, y, width, height }: Frame): Promise<void> {
  await page.evaluate(
    (frame) => {
      const box = document.createElement('div');
      box.style.cssText = `position:fixed;left:${frame.x}px;top:${frame.y}px;width:${frame.width}px;height:${frame.height}px;border:3px solid #d9480f;border-radius:12px;z-index:9999;pointer-events:none`;
      document.body.append(box);
    },
    { x, y, width, height },
  );
}

async function shoot(page: Page, name: string, clip: Frame): Promise<void> {
  await page.screenshot({ path: join(folder, name), clip });
}

async function pictureChrome(driver: Driver): Promise<void> {
  const page = await driver.browser.newPage();
  await page.setViewport({ width: 1000, height: 460 });
  await page.goto('chrome://extensions');
  await ring(page, { x: 840, y: 8, width: 154, height: 40 });
  await shoot(page, 'chrome-1.png', { x: 0, y: 0, width: 1000, height: 110 });
  await page.reload();
  await page.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  await page.reload();
  await ring(page, { x: 16, y: 60, width: 140, height: 48 });
  await shoot(page, 'chrome-2.png', { x: 0, y: 0, width: 1000, height: 440 });
}

/** Firefox never reports its own pages as loaded, so what they show is waited for. */
async function pictureFirefox(driver: Driver): Promise<void> {
  const page = await driver.browser.newPage();
  await page.setViewport({ width: 1000, height: 640 });
  void page.goto('about:debugging#/runtime/this-firefox').catch(() => undefined);
  await waitUntil('the add-on is listed', () => page.evaluate("document.body?.innerText.includes('Bacao') === true"));
  await ring(page, { x: 738, y: 200, width: 224, height: 42 });
  await shoot(page, 'firefox-1.png', { x: 0, y: 60, width: 1000, height: 190 });
  await shoot(page, 'firefox-2.png', { x: 290, y: 170, width: 680, height: 140 });
}

/** Edge cannot be had everywhere, so its page is drawn, not photographed. */
async function pictureEdge(page: Page): Promise<void> {
  await page.setViewport({ width: 1000, height: 300 });
  await page.setContent(`<style>
    body{margin:0;font:15px system-ui;background:#f7f7f7;color:#1b1b1b;display:flex;height:300px}
    aside{width:290px;background:#fff;padding:22px;box-sizing:border-box}main{padding:22px 34px;flex:1}
    h1{font-size:20px;margin:0 0 18px}p{margin:12px 0;color:#555}.row{display:flex;justify-content:space-between;
    border:3px solid #d9480f;border-radius:12px;padding:10px 12px;margin-top:26px}.on{width:40px;height:20px;border-radius:10px;
    background:#0067b8;position:relative}.on:after{content:"";position:absolute;right:3px;top:3px;width:14px;height:14px;
    border-radius:50%;background:#fff}button{font:inherit;border:1px solid #ccc;background:#fff;border-radius:6px;padding:8px 16px;margin-right:10px}
    </style><aside><h1>Extensions</h1><p>Installed extensions</p><p>Keyboard shortcuts</p><div class="row">Developer mode<span class="on"></span></div></aside>
    <main><h1>Installed extensions</h1><button>Load unpacked</button><button>Pack extension</button><p>A drawing of edge://extensions</p></main>`);
  await shoot(page, 'edge-1.png', { x: 0, y: 0, width: 1000, height: 300 });
}

function dataUrl(file: string): string {
  return `data:image/png;base64,${readFileSync(join(shots, file)).toString('base64')}`;
}

/** The note with the popup beside it, and the lists by themselves. */
async function pictureProduct(page: Page): Promise<void> {
  const card = 'border-radius:14px;box-shadow:0 12px 40px #0003;display:block';
  await page.setViewport({ width: 1320, height: 760 });
  await page.setContent(
    `<body style="margin:0;height:760px;background:#e9efe9;position:relative">
    <img src="${dataUrl('note.png')}" style="${card};position:absolute;left:40px;top:40px;width:1010px">
    <img src="${dataUrl('popup-page.png')}" style="${card};position:absolute;right:40px;top:110px;width:400px">`,
    { waitUntil: 'load' },
  );
  await shoot(page, 'overview.png', { x: 0, y: 0, width: 1320, height: 760 });
  for (const tab of ['saved', 'purchased']) {
    await page.setViewport({ width: 480, height: 680 });
    await page.setContent(
      `<body style="margin:0;background:#e9efe9;display:grid;place-items:center;height:680px"><img src="${dataUrl(`popup-${tab}.png`)}" style="${card};width:400px">`,
      { waitUntil: 'load' },
    );
    await shoot(page, `popup-${tab}.png`, { x: 0, y: 0, width: 480, height: 680 });
  }
}

mkdirSync(folder, { recursive: true });
const replica = await startReplica();
const proxy = await startProxy(replica);
const chromium = await launch('chromium', { replica, proxy, headless: true });
try {
  await pictureChrome(chromium);
  const page = await chromium.browser.newPage();
  await pictureEdge(page);
  await pictureProduct(page);
} finally {
  await chromium.close();
}
const firefox = await launch('firefox', { replica, proxy, headless: true });
try {
  await pictureFirefox(firefox);
} finally {
  await firefox.close();
}
await proxy.close();
await replica.close();

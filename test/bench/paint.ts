import type { Page } from 'puppeteer-core';
import { askNumber } from './browser';

/** A tab for the pages of one extension; its address as `chrome-extension://ID/`. */
export interface OwnTab {
  root: string;
  page: Page;
}

/** Milliseconds from navigation start to the end of the first frame that holds `selector`. */
export async function timeToPaint({ root, page }: OwnTab, want: { file: string; selector: string }): Promise<number> {
  const { identifier } = await page.evaluateOnNewDocument(probe(want.selector));
  await page.bringToFront();
  // Every page starts from the same smallest one of the extension, whose unloading costs the same.
  await page.goto(`${root}manifest.json`);
  await page.goto(root + want.file);
  const ms = await askNumber(page, 'painted');
  await page.removeScriptToEvaluateOnNewDocument(identifier);
  return ms;
}

/** In the page, before its own scripts: a promise of the time. */
function probe(selector: string): string {
  return `globalThis.painted = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(${JSON.stringify(selector)})) return;
      observer.disconnect();
      // A frame's callbacks run before its style, layout and paint; an urgent task from there comes right after them,
      // before what the page has put off until it was painted.
      requestAnimationFrame(() => {
        void scheduler.postTask(() => resolve(performance.now()), { priority: 'user-blocking' });
      });
    });
    observer.observe(document, { childList: true, subtree: true });
  })`;
}

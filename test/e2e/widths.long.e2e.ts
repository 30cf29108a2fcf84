import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { isFull, mainly } from './browsers';
import { extensionWithStates, speaking } from './support/own-page';
import { type Stage, useStage } from './support/stage';

/** A small phone, and in the full form a screen of 4K without scaling too. */
const widths = isFull ? [320, 3_840] : [320];
const locales = isFull ? ['en', 'zh_CN', 'zh_TW'] : ['en'];
/** A popup has a width of its own; what fills a tab or the side of a window has not. */
const galleries = { gallery: /./u, 'gallery-popup': /^(?:welcome|panel)/u };

const isDrawn = `document.querySelector('#app')?.textContent !== '' &&
  [...document.querySelectorAll('.painting')].every((place) => place.querySelector('canvas, .chart__empty'))`;

/** How much wider the page is than its window, and by what; what scrolls by itself is not meant. */
const overhang = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return '';
  const wide = [...document.querySelectorAll('#app *')].filter((each) => each.getBoundingClientRect().right > clientWidth + 1);
  return (scrollWidth - clientWidth) + ' px by ' + (wide.at(-1)?.className ?? 'nobody knows what');
})()`;

/** What stands out at the side, once the charts have taken the width there is. */
async function readOverhang(page: Page): Promise<string> {
  await page.waitForFunction(`${overhang} === ''`, { timeout: 3_000 }).catch(() => undefined); // what it is, is told next
  return v.parse(v.string(), await page.evaluate(overhang));
}

/** The states in which something stands out at the side. */
async function listOverhanging({ driver }: Stage, gallery: keyof typeof galleries): Promise<string[]> {
  const first = await driver.openExtensionPage(`${gallery}.html`);
  const all = v.parse(v.array(v.string()), await first.evaluate('window.states'));
  const states = all.filter((state) => galleries[gallery].test(state));
  await first.close();
  expect(states.length).toBeGreaterThan(0);
  const found: string[] = [];
  for (const state of states) {
    const page = await driver.openExtensionPage(`${gallery}.html?state=${state}`);
    for (const width of widths) {
      await page.setViewport({ width, height: 800 });
      await page.waitForFunction(`innerWidth === ${String(width)} && ${isDrawn}`);
      const over = await readOverhang(page);
      if (over !== '') found.push(`${state} at ${String(width)} px: ${over}`);
    }
    await page.close();
  }
  return found;
}

const kinds = mainly('chromium');
const built = new Map<string, string>();
for (const kind of kinds) built.set(kind, await extensionWithStates(kind));

describe.each(kinds.flatMap((kind) => locales.map((locale) => ({ kind, locale }))))(
  'in $kind, in the words of $locale, nothing stands out at the side of a phone or of a wall of pixels',
  ({ kind, locale }) => {
    const stage = useStage(kind, { extensionDir: speaking(built.get(kind)!, locale) });

    test.each(['gallery', 'gallery-popup'] as const)('%s', { timeout: 240_000 }, async (gallery) => {
      expect(await listOverhanging(stage, gallery)).toEqual([]);
    });
  },
);

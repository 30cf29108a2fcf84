import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { items, taobaoOrdersUrl } from '../replica/truth';
import { mainly } from './browsers';
import { listBarriers } from './support/axe';
import { named, press, readText, words } from './support/dashboard';
import { eventually } from './support/eventually';
import { addSavedItems, openNewerVersion } from './support/made-rows';
import { known } from './support/notes';
import { listUnfound } from './support/own-tree';
import { connect } from './support/popup';
import { collect } from './support/reader';
import { type Stage, useStage } from './support/stage';

/** Every view of the full page, by the name its address gives it. */
const views = Object.keys(words.views) as (keyof typeof words.views)[];

/** What else is a page of ours: each tab of the popup and of the side panel, and the first run. */
const others = [
  { path: 'popup.html', tabs: [words.tabs.page, words.tabs.saved, words.tabs.purchased] },
  { path: 'sidepanel.html', tabs: [words.tabs.page, words.tabs.saved, words.tabs.purchased] },
  { path: 'welcome.html', tabs: [] },
];

const bag = encodeURIComponent(items.bag.key);

async function showTables(page: Page): Promise<void> {
  await page.waitForSelector(named('button', words.charts.table));
  await page.$$eval('.chart__ways [aria-pressed="false"]', (found) => {
    for (const button of found) (button as HTMLElement).click();
  });
  await page.waitForSelector('.chart table');
}

async function askToErase(page: Page): Promise<void> {
  await press(page, words.eraseCard.all, 'radio');
  await press(page, words.erase.start);
  await page.waitForSelector('[role="alertdialog"]');
}

interface Corner {
  at: string;
  path: string;
  /** Ends when it is there. */
  turn: (page: Page) => Promise<unknown>;
}

/** What is one press or one address further than a view. */
const corners: Corner[] = [
  { at: 'an item', path: `dashboard.html?view=items&item=${bag}`, turn: (page) => page.waitForSelector('.item-head') },
  {
    at: 'an item that is none',
    path: 'dashboard.html?view=items&item=jd%3Anothing',
    turn: (page) => page.waitForSelector(named('heading', words.itemDetail.gone)),
  },
  {
    at: 'items as cards',
    path: 'dashboard.html?view=items',
    turn: async (page) => {
      await press(page, words.itemsView.cards);
      await page.waitForSelector('.item-card');
    },
  },
  { at: 'charts as tables', path: 'dashboard.html?view=overview', turn: showTables },
  { at: 'a question', path: 'dashboard.html?view=data', turn: askToErase },
  { at: 'settings of the popup', path: 'popup.html', turn: (page) => press(page, words.settings.open) },
  {
    at: 'a capture of no page',
    path: 'preview.html?tab=999999999',
    turn: (page) => page.waitForSelector(named('heading', words.capture.gone)),
  },
];

/** Nothing is on its way any more: no row, no count, no picture. */
const isSettled = `document.querySelector('#app')?.textContent !== '' &&
  !document.querySelector('.loading, progress') &&
  [...document.querySelectorAll('.painting')].every((place) => place.querySelector('canvas, .chart__empty'))`;

interface Look {
  at: string;
  says: string;
  barriers: string[];
}

type LookAt = (page: Page, at: string) => Promise<Look>;

async function lookAt(page: Page, at: string): Promise<Look> {
  await page.waitForFunction(isSettled);
  return { at, says: await readText(page), barriers: await listBarriers(page) };
}

/** The same, and whether all that has a name is found by it. */
async function lookForNames(page: Page, at: string): Promise<Look> {
  const look = await lookAt(page, at);
  return { ...look, barriers: [...look.barriers, ...(await listUnfound(page))] };
}

/** Opens each view at its own address, as a bookmark does, and looks for what shuts somebody out. */
async function lookAtViews({ driver }: Stage, look: LookAt = lookAt): Promise<Look[]> {
  const looks: Look[] = [];
  for (const view of views) {
    const page = await driver.openExtensionPage(`dashboard.html?view=${view}`);
    await page.waitForSelector(named('heading', words.views[view]));
    looks.push(await look(page, view));
    await page.close();
  }
  return looks;
}

async function lookAtOthers({ driver }: Stage, look: LookAt = lookAt): Promise<Look[]> {
  const looks: Look[] = [];
  for (const { path, tabs } of others) {
    const page = await driver.openExtensionPage(path);
    if (tabs.length === 0) looks.push(await look(page, path));
    for (const tab of tabs) {
      const selector = named('tab', tab);
      await page.waitForSelector(selector);
      await page.click(selector);
      await page.waitForSelector(`::-p-xpath(//*[@role="tab"][@aria-selected="true"][contains(., "${tab}")])`);
      looks.push(await look(page, `${path}, ${tab}`));
    }
    await page.close();
  }
  return looks;
}

async function lookAtCorners({ driver }: Stage): Promise<string[]> {
  const found: string[] = [];
  for (const { at, path, turn } of corners) {
    const page = await driver.openExtensionPage(path);
    await turn(page);
    found.push(...(await lookAt(page, at)).barriers.map((barrier) => `${at}: ${barrier}`));
    await page.close();
  }
  return found;
}

/** What shuts somebody out, with where it was found. */
async function barriers(stage: Stage, look: LookAt = lookAt): Promise<string[]> {
  const looks = [...(await lookAtViews(stage, look)), ...(await lookAtOthers(stage, look))];
  return looks.flatMap(({ at, barriers: found }) => found.map((barrier) => `${at}: ${barrier}`));
}

const patience = { timeout: 240_000 };

describe.each(mainly('chromium'))('in %s, nothing in any view shuts anybody out', (kind) => {
  const stage = useStage(kind);

  test('while the ledger is empty', patience, async () => {
    await stage.clear();
    expect(await barriers(stage)).toEqual([]);
  });

  test('with the first rows', patience, async () => {
    await stage.clear();
    const page = await stage.driver.page();
    await collect(page, known.tote);
    await stage.untilLedger('something is saved', ({ items }) => items.some(({ state }) => state === 'saved'));
    await page.close();
    expect(await barriers(stage, lookForNames)).toEqual([]);
    expect(await lookAtCorners(stage)).toEqual([]);
  });

  test('with many, orders among them, in the dark too', patience, async () => {
    await addSavedItems(stage.own, 300);
    await connect(stage, ['taobao']);
    const page = await stage.driver.page(taobaoOrdersUrl);
    await stage.untilLedger('orders are read', ({ orders }) => orders.length > 0);
    await page.close();
    expect(await barriers(stage)).toEqual([]);
    await stage.own.evaluate("chrome.runtime.sendMessage({ type: 'theme', theme: 'dark' })");
    expect(await barriers(stage)).toEqual([]);
    expect(await lookAtCorners(stage)).toEqual([]);
  });

  test('when the ledger does not open: each view that shows it says so', patience, async () => {
    await openNewerVersion(stage.own);
    const looks = await lookAtViews(stage);
    expect(looks.flatMap(({ at, barriers: found }) => found.map((barrier) => `${at}: ${barrier}`))).toEqual([]);
    const silent = looks.filter(({ says }) => !says.includes(words.errors.newer)).map(({ at }) => at);
    // What is switched lies outside the ledger.
    expect(silent.sort()).toEqual(['settings']);
    expect((await lookAtOthers(stage)).flatMap(({ barriers: found }) => found)).toEqual([]);
    await eventually(() => readText(stage.own)).toContain(words.errors.newer);
  });
});

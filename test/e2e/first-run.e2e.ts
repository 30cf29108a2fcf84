import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { mainly, tabIdOf, waitUntil } from './browsers';
import { listBarriers } from './support/axe';
import { eventually } from './support/eventually';
import { readExposures } from './support/exposures';
import { known, targetOf } from './support/notes';
import { named, openPopup, press, readText, words } from './support/popup';
import { linesOf, storedLines } from './support/sightings';
import { untilSaid } from './support/said';
import { type Stage, useStage } from './support/stage';

/** The page that the extension opened by itself. */
function greeting({ driver }: Stage): Promise<Page> {
  const pathOf = (page: Page) => page.evaluate('location.pathname').catch(() => undefined);
  return waitUntil('the first run opens', async () => {
    const pages = await driver.browser.pages();
    const paths = await Promise.all(pages.map(pathOf));
    return pages.find((_page, at) => paths[at] === '/welcome.html');
  });
}

interface Button {
  text: string;
  title: string;
}

/** What the button in the toolbar shows for a tab, or for all. */
async function button({ own }: Stage, tabId?: number): Promise<Button> {
  const place = JSON.stringify(tabId === undefined ? {} : { tabId });
  const [text, title] = [`chrome.action.getBadgeText(${place})`, `chrome.action.getTitle(${place})`];
  return (await own.evaluate(`Promise.all([${text}, ${title}]).then(([text, title]) => ({ text, title }))`)) as Button;
}

const kindSwitch = (kind: keyof typeof words.kinds) => words.kinds.switch.replace('$1', words.kinds[kind]);

describe.each(mainly('firefox'))('in %s, at the first run', (kind) => {
  const stage = useStage(kind, { firstRuns: 0 });

  test('nothing is recorded before the person agrees, and the button and the popup say so', async () => {
    const welcome = await greeting(stage);
    await welcome.waitForSelector(named('button', words.welcome.agree));
    expect(await listBarriers(welcome)).toEqual([]);
    const page = await stage.driver.page(known.bedroom.url);
    await page.goto(known.serum.url);
    await eventually(() => button(stage)).toMatchObject({ text: '!' });
    const popup = await openPopup(stage, known.serum.url);
    await eventually(() => readText(popup)).toContain(words.consent.banner);
    expect(await listBarriers(popup)).toEqual([]);
    await popup.close();
    expect(await stage.queue()).toEqual([]);
    expect((await stage.ledger()).events).toEqual([]);
    await page.close();
  });

  test('each kind has its switch, the tour goes on and back, and agreeing starts the record', async () => {
    const welcome = await greeting(stage);
    await press(welcome, kindSwitch('screen'), 'switch');
    await welcome.waitForSelector(`[role="switch"][aria-label="${kindSwitch('screen')}"][aria-checked="false"]`);
    await press(welcome, words.tour.next);
    await eventually(() => readText(welcome)).toContain(words.tour.blueTitle);
    await press(welcome, words.tour.back);
    await eventually(() => readText(welcome)).toContain(words.tour.adTitle);
    await press(welcome, words.welcome.agree);
    await untilSaid(welcome, words.welcome.agreed);
    // The shops come next.
    await welcome.waitForSelector(named('button', words.platforms.connectName.replace('$1', 'JD.com')));
    expect(await listBarriers(welcome)).toEqual([]);
    const page = await stage.driver.page(known.bedroom.url);
    await eventually(async () => storedLines(await stage.ledger(), known.bedroom)).toEqual(linesOf(known.bedroom));
    expect(await readExposures(stage)).toEqual([]);
    await eventually(() => button(stage)).toMatchObject({ text: '' });
    const targets = new Set(known.bedroom.links.map(targetOf));
    const tab = await tabIdOf(stage.own, known.bedroom.url);
    await eventually(() => button(stage, tab)).toMatchObject({ text: String(targets.size) });
    await page.close();
    await welcome.close();
  });

  test('terms that have changed since ask again, and nothing new is recorded meanwhile', async () => {
    await stage.own.evaluate(`chrome.storage.local.get('settings').then(({ settings }) =>
      chrome.storage.local.set({ settings: { ...settings, consent: { terms: 0.5, at: 1 } } }))`);
    await eventually(() => button(stage)).toMatchObject({ text: '!' });
    const popup = await openPopup(stage);
    await eventually(() => readText(popup)).toContain(words.consent.bannerAgain);
    const before = (await stage.ledger()).events.length;
    const page = await stage.driver.page(known.serum.url);
    await page.goto(known.kettle.url);
    expect((await stage.ledger()).events).toHaveLength(before);
    await press(popup, words.consent.look);
    const welcome = await greeting(stage);
    await eventually(() => readText(welcome)).toContain(words.welcome.againTitle);
    await press(welcome, words.welcome.agreeAgain);
    await eventually(() => button(stage)).toMatchObject({ text: '' });
  });
});

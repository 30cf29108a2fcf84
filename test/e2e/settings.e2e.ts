import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { click, mainly } from './browsers';
import { runPrivileged } from './browsers/privileged';
import { listBarriers } from './support/axe';
import { openDashboard } from './support/dashboard';
import { eventually } from './support/eventually';
import { holdStill } from './support/hostile-page';
import { clicksIn, readStorage } from './support/ledger';
import { anchor, known, linkOn } from './support/notes';
import { named, press, readText, words } from './support/popup';
import { linesOf, storedLines } from './support/sightings';
import { type Stage, useStage } from './support/stage';

/** Turns a switch and waits until it stands where it should. */
async function turn(page: Page, name: string, to: 'on' | 'off'): Promise<void> {
  await press(page, name, 'switch');
  await page.waitForSelector(`[role="switch"][aria-label="${name}"][aria-checked="${String(to === 'on')}"]`);
}

/** The addresses of all tabs, the browser's own pages among them. */
async function tabsOf({ driver }: Stage): Promise<string[]> {
  if (driver.kind === 'chromium') return (await driver.browser.pages()).map((page) => page.url());
  const found = await runPrivileged(
    driver.browser,
    `const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
     return gBrowser.tabs.map((tab) => tab.linkedBrowser.currentURI.spec).join(' ');`,
  );
  return String(found).split(' ');
}

describe.each(mainly('firefox'))('in %s, the settings', (kind) => {
  const stage = useStage(kind);

  test('leave a note out and take it back, choose the look, list the keys', async () => {
    const page = await stage.driver.openExtensionPage('dashboard.html?view=settings');
    await page.waitForSelector(named('button', words.leaveOut.leave));
    expect(await listBarriers(page)).toEqual([]);
    await page.focus(named('textbox', words.leaveOut.add));
    await page.keyboard.type(known.serum.url);
    await press(page, words.leaveOut.leave);
    const back = words.leaveOut.again.replace('$1', words.leaveOut.note.replace('$1', known.serum.id));
    await page.waitForSelector(named('button', back));
    const tab = await stage.driver.page(known.serum.url);
    await tab.goto(known.bedroom.url);
    await eventually(async () => storedLines(await stage.ledger(), known.bedroom)).toEqual(linesOf(known.bedroom));
    expect(storedLines(await stage.ledger(), known.serum)).toEqual([]);
    await press(page, back);
    await page.waitForSelector(named('button', back), { hidden: true });
    await tab.goto(known.serum.url);
    await eventually(async () => storedLines(await stage.ledger(), known.serum)).toEqual(linesOf(known.serum));
    await tab.close();
    await press(page, words.look.dark, 'radio');
    await eventually(() => page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    expect(await listBarriers(page)).toEqual([]);
    expect(JSON.stringify(await readStorage(stage.own))).toContain('"theme":"dark"');
    await eventually(() => readText(page)).toContain(words.commands.pause);
  });

  test('switch a kind off and a site, of which then nothing is recorded, and on again', async () => {
    await stage.clear();
    const settings = await openDashboard(stage, 'settings');
    const tab = await stage.driver.page();
    const follow = async (note: typeof known.tote) => {
      await tab.goto(note.url);
      await eventually(async () => storedLines(await stage.ledger(), note)).toEqual(linesOf(note));
      await tab.evaluate(holdStill);
      await click(tab, anchor(linkOn(note)));
    };
    const clicks = words.kinds.switch.replace('$1', words.kinds.clicks);
    await turn(settings, clicks, 'off');
    await follow(known.bedroom);
    await turn(settings, clicks, 'on');
    await follow(known.tote);
    // Rows of one tab come in the order they were made: whatever was sent before has arrived by now.
    await eventually(async () => clicksIn(await stage.ledger()).map(({ noteId }) => noteId)).toEqual([known.tote.id]);
    const site = words.leaveOut.site.replace('$1', new URL(known.kettle.url).host);
    await turn(settings, site, 'off');
    await tab.goto(known.kettle.url);
    await tab.goto('about:blank');
    await turn(settings, site, 'on');
    await tab.goto(known.serum.url);
    await eventually(async () => storedLines(await stage.ledger(), known.serum)).toEqual(linesOf(known.serum));
    expect(storedLines(await stage.ledger(), known.kettle)).toEqual([]);
    for (const page of [tab, settings]) await page.close();
  });

  test('list the keys with what they do, and open the page of the browser that changes them', async () => {
    const page = await openDashboard(stage, 'settings', 'keys');
    await page.waitForSelector('#keys dt');
    const listed = await page.$$eval('#keys dt', (names) => names.map(({ textContent }) => textContent));
    expect(listed).toEqual(expect.arrayContaining(Object.values(words.commands)));
    await press(page, words.keys.change);
    const own = kind === 'chromium' ? 'chrome://extensions/shortcuts' : 'about:addons';
    await eventually(() => tabsOf(stage)).toContain(own);
    await page.close();
  });
});

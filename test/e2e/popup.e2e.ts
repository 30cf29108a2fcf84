import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { items } from '../replica/truth';
import { inBothOr } from './browsers';
import { listBarriers } from './support/axe';
import { addressOf, openedDashboard } from './support/dashboard';
import { eventually } from './support/eventually';
import { known } from './support/notes';
import { named, openPopup, press, readGroups, readText, showTab, words } from './support/popup';
import { addSavedItems, openNewerVersion } from './support/made-rows';
import { collect } from './support/reader';
import { linesOf, storedLines } from './support/sightings';
import { useStage } from './support/stage';

/** What can be pressed and has no name for those who do not see it. */
const nameless = `[...document.querySelectorAll('button, summary, a[href], [role="tab"], [role="switch"]')]
  .filter((element) => !(element.ariaLabel || element.textContent.trim()))
  .map((element) => element.outerHTML)`;

async function focused(popup: Page): Promise<string> {
  return String(await popup.evaluate('document.activeElement.ariaLabel ?? document.activeElement.textContent.trim()'));
}

/** Presses Tab until what has the focus is called `name`. */
async function tabTo(popup: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 30; steps++) {
    if ((await focused(popup)).startsWith(name)) return;
    await popup.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${name}`);
}

describe.each(inBothOr('chromium'))('in %s, the popup', (kind) => {
  const stage = useStage(kind);

  test('says that it is empty, and what to do', async () => {
    const popup = await openPopup(stage);
    await eventually(() => readText(popup)).toContain(words.empty.savedTitle);
    await showTab(popup, 'Purchased');
    await eventually(() => readText(popup)).toContain(words.empty.purchasedTitle);
    expect(await popup.evaluate(nameless)).toEqual([]);
    expect(await listBarriers(popup)).toEqual([]);
  });

  test('tells another page from a note that does not answer', async () => {
    await stage.clear();
    const elsewhere = await openPopup(stage);
    await showTab(elsewhere, 'This page');
    await eventually(() => readText(elsewhere)).toContain(words.empty.elsewhereTitle);
    // Nothing listens there: the tab bears the address of a note and no script of ours.
    const silentUrl = known.bedroom.url.replace('.com/', '.com:444/');
    const page = await stage.driver.page();
    await page.goto(silentUrl).catch(() => undefined);
    const silent = await openPopup(stage, silentUrl);
    await eventually(() => readText(silent)).toContain(words.empty.silentTitle);
    await silent.waitForSelector(named('button', words.actions.reload));
  });

  test('shows one saved item with its note, its way and its buttons, all of them named', async () => {
    await stage.clear();
    const page = await stage.driver.page();
    await collect(page, known.tote);
    await stage.untilLedger('the note is collected', ({ items: rows }) => rows.some(({ state }) => state === 'saved'));
    const popup = await openPopup(stage);
    await eventually(async () => (await readGroups(popup)).map(({ name }) => name)).toEqual(['Taobao, 1 item']);
    const [group] = await readGroups(popup);
    const row = group?.rows[0] ?? '';
    expect([items.bag.title, known.tote.title, words.actions.bought].filter((text) => !row.includes(text))).toEqual([]);
    await showTab(popup, 'Saved');
    expect(await popup.evaluate(nameless)).toEqual([]);
    expect(await listBarriers(popup)).toEqual([]);
    await press(popup, words.settings.open);
    expect(await popup.evaluate(nameless)).toEqual([]);
    expect(await listBarriers(popup)).toEqual([]);
  });

  test('is used by the keyboard alone', async () => {
    await stage.clear();
    const page = await stage.driver.page(known.serum.url);
    await eventually(async () => storedLines(await stage.ledger(), known.serum)).toEqual(linesOf(known.serum));
    const popup = await openPopup(stage, known.serum.url);
    await popup.bringToFront();
    await popup.waitForSelector('::-p-xpath(//button[normalize-space()="Save"])');
    await tabTo(popup, 'This page');
    await popup.keyboard.press('ArrowRight');
    await eventually(() => focused(popup)).toMatch(/^Saved/u);
    await popup.keyboard.press('End');
    await eventually(() => focused(popup)).toMatch(/^Purchased/u);
    await popup.keyboard.press('Home');
    await popup.waitForSelector('::-p-xpath(//button[normalize-space()="Save"])');
    await tabTo(popup, words.actions.save);
    await popup.keyboard.press('Enter');
    const isSaved = ({ key, state }: { key: string; state: string }) => key === items.serum.key && state === 'saved';
    await stage.untilLedger('Enter saves', ({ items: rows }) => rows.some(isSaved));
    await page.close();
  });

  test('shows many items page by page, and counts all of them', async () => {
    await stage.clear();
    await addSavedItems(stage.own, 200);
    const popup = await openPopup(stage);
    const shown = async () => (await readGroups(popup)).map(({ name, rows }) => [name, rows.length]);
    await eventually(shown).toEqual([['JD.com, 200 items', 50]]);
    await press(popup, words.actions.more);
    await eventually(shown).toEqual([['JD.com, 200 items', 100]]);
    expect(await listBarriers(popup)).toEqual([]);
  });

  test('says plainly that the ledger does not open, and deletes nothing', async () => {
    await stage.clear();
    await stage.driver.page(known.kettle.url);
    await eventually(async () => storedLines(await stage.ledger(), known.kettle)).toEqual(linesOf(known.kettle));
    const before = (await stage.ledger()).events.length;
    await openNewerVersion(stage.own);
    const popup = await stage.driver.openExtensionPage('popup.html');
    await popup.waitForSelector('[role="alert"]');
    expect(await readText(popup)).toContain(words.errors.title);
    expect(await listBarriers(popup)).toEqual([]);
    await press(popup, words.closed.restore);
    const full = await openedDashboard(stage);
    expect(await addressOf(full)).toBe('?view=data#restore');
    expect((await stage.ledger()).events).toHaveLength(before);
  });
});

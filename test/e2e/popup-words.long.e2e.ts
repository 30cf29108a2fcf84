import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { items } from '../replica/truth';
import { mainly, tabIdOf, waitForAddress, waitForNewPage } from './browsers';
import { listBarriers } from './support/axe';
import { eventually } from './support/eventually';
import { readStorage } from './support/ledger';
import { addItem } from './support/made-rows';
import { known } from './support/notes';
import { named, openPopup, press, pressInRow, readGroups, readText, showTab, words } from './support/popup';
import { collect } from './support/reader';
import { untilSaid } from './support/said';
import { linesOf, storedLines } from './support/sightings';
import { type Stage, useStage } from './support/stage';

const DAY_MS = 86_400_000;

async function type(page: Page, name: string, text: string): Promise<void> {
  const field = `${named('textbox', name)}, ${named('searchbox', name)}`;
  await page.waitForSelector(field);
  await page.focus(field);
  await page.keyboard.type(text);
}

/** What the ledger says of the bag. */
async function bag(stage: Stage) {
  const { items: rows } = await stage.ledger();
  return rows.find(({ key }) => key === items.bag.key);
}

describe.each(mainly('chromium'))('in %s, the popup', (kind) => {
  const stage = useStage(kind);

  test('writes down when to ask again, a tag and a note, each with its way back, and finds them', async () => {
    const page = await stage.driver.page();
    await collect(page, known.tote);
    await stage.untilLedger('the note is collected', ({ items: rows }) => rows.some(({ state }) => state === 'saved'));
    const popup = await openPopup(stage);
    await showTab(popup, 'Saved');
    await pressInRow(popup, items.bag.title, words.more.open);
    expect(await listBarriers(popup)).toEqual([]);
    const days = words.cool.days.n.replace('$1', '7');
    await press(popup, days);
    await eventually(async () => (await bag(stage))?.['cool']).toMatchObject({ until: expect.any(Number) as number });
    const { until } = (await bag(stage))?.['cool'] as { until: number };
    expect(Math.abs(until - Date.now() - 7 * DAY_MS)).toBeLessThan(DAY_MS);
    await press(popup, words.actions.undo);
    await eventually(async () => (await bag(stage))?.['cool']).toMatchObject({ until: 0 });
    await type(popup, words.tags.name, '礼物');
    await press(popup, words.tags.add);
    await eventually(async () => (await bag(stage))?.['tags']).toMatchObject([{ name: '礼物', on: true }]);
    await type(popup, words.remark.label, 'wait for a <b>lower</b> price');
    await press(popup, words.remark.save);
    await eventually(async () => (await bag(stage))?.['remark']).toMatchObject({
      text: 'wait for a <b>lower</b> price',
    });
    await eventually(() => readText(popup)).toContain('wait for a <b>lower</b> price');
    expect(await popup.evaluate("document.querySelectorAll('b:not([class])').length")).toBe(0);
    await type(popup, words.search.label, '礼物 LOWER');
    await eventually(() => readText(popup)).toContain(words.search.found['1'].replace('$1', '1'));
    await eventually(async () => (await readGroups(popup)).map(({ rows }) => rows.length)).toEqual([1]);
    await type(popup, words.search.label, ' nowhere');
    await eventually(() => readText(popup)).toContain(words.search.noneTitle);
    expect(await listBarriers(popup)).toEqual([]);
    await press(popup, words.search.clear);
    await eventually(async () => (await readGroups(popup)).flatMap(({ rows }) => rows).length).toBeGreaterThan(0);
    await press(popup, words.search.options);
    await popup.select(`select[aria-label="${words.search.sort}"]`, 'cheapest');
    await eventually(() => readText(popup)).toContain(words.search.clear);
    expect(await listBarriers(popup)).toEqual([]);
    await press(popup, words.search.clear);
    await popup.select(`select[aria-label="${words.search.standing}"]`, 'waiting');
    await eventually(() => readText(popup)).toContain(words.search.found['1'].replace('$1', '1'));
    await popup.close();
    await page.close();
  });

  test('takes back a save, a tag and a note where it was said', async () => {
    await stage.clear();
    const page = await stage.driver.page(known.serum.url);
    await eventually(async () => storedLines(await stage.ledger(), known.serum)).toEqual(linesOf(known.serum));
    const serum = async () => (await stage.ledger()).items.find(({ key }) => key === items.serum.key);
    const popup = await openPopup(stage, known.serum.url);
    await press(popup, words.actions.save);
    await untilSaid(popup, words.toast.saved);
    expect((await serum())?.state).toBe('saved');
    await popup.click('.toast__undo');
    await untilSaid(popup, words.toast.unsaved);
    expect(await serum()).toMatchObject({ state: 'seen', savedBy: [] });
    await press(popup, words.actions.save);
    await untilSaid(popup, words.toast.saved);
    await showTab(popup, 'Saved');
    await pressInRow(popup, items.serum.title, words.more.open);
    await type(popup, words.tags.name, '礼物');
    await press(popup, words.tags.add);
    await popup.waitForSelector(named('button', words.tags.remove.replace('$1', '\u2068礼物\u2069')));
    await popup.click('.toast__undo');
    await untilSaid(popup, words.toast.undone);
    expect(await serum()).toMatchObject({ tags: [{ name: '礼物', on: false }] });
    await type(popup, words.remark.label, 'not before spring');
    await press(popup, words.remark.save);
    await untilSaid(popup, words.toast.remarked);
    expect(await serum()).toMatchObject({ remark: { text: 'not before spring' } });
    await popup.click('.toast__undo');
    await untilSaid(popup, words.toast.undone);
    expect(await serum()).toMatchObject({ remark: { text: '' } });
    await popup.waitForSelector('.jottings', { hidden: true });
    await popup.close();
    await page.close();
  });

  test('says that a shop is not connected when the browser was told no', async () => {
    const popup = await openPopup(stage);
    // The browser's own question cannot be answered from here.
    await popup.evaluate(
      'for (const api of [chrome, globalThis.browser ?? chrome]) api.permissions.request = () => Promise.resolve(false)',
    );
    await press(popup, words.settings.open);
    await press(popup, words.platforms.connectName.replace('$1', 'JD.com'));
    await untilSaid(popup, words.toast.refused.replace('$1', 'JD.com'));
    await popup.waitForSelector(named('button', words.platforms.connectName.replace('$1', 'JD.com')));
    expect(await popup.$(named('button', words.platforms.disconnectName.replace('$1', 'JD.com')))).toBeNull();
    await popup.close();
  });

  test('marks a saved item in every way, each with its way back, and opens its shop by name', async () => {
    await stage.clear();
    const { key, title } = items.lamp;
    await addItem(stage.own, { key, title, url: `https://item.jd.com/${key.slice('jd:'.length)}.html` });
    const state = async () => (await stage.ledger()).items.find((row) => row.key === key)?.state;
    const popup = await openPopup(stage);
    await showTab(popup, 'Saved');
    const deeds = [
      [words.actions.bought, words.toast.bought, 'bought'],
      [words.actions.drop, words.toast.dropped, 'dropped'],
      [words.actions.unsave, words.toast.unsaved, 'seen'],
    ] as const;
    for (const [name, said, becomes] of deeds) {
      await pressInRow(popup, title, name);
      await untilSaid(popup, said);
      expect(await state()).toBe(becomes);
      await popup.click('.toast__undo');
      await eventually(state).toBe('saved');
      await popup.waitForSelector(
        `::-p-xpath(//li[contains(., "${title}")]//button[@aria-label="${words.actions.unsave}"])`,
      );
    }
    await pressInRow(popup, title, words.actions.drop);
    const why = await popup.waitForSelector(named('combobox', words.why.label));
    await why?.select('doubt');
    await untilSaid(popup, words.toast.whySaid.replace('$1', words.why.doubt));
    expect(await listBarriers(popup)).toEqual([]);
    await popup.click('.toast__undo');
    await untilSaid(popup, words.toast.undone);
    expect((await stage.ledger()).items.find((row) => row.key === key)).toMatchObject({
      state: 'dropped',
      why: { as: '' },
    });
    await pressInRow(popup, title, words.actions.undo);
    await eventually(state).toBe('saved');
    const open = named('button', words.actions.open.replace('$1', 'item.jd.com'));
    const shop = await waitForNewPage(stage.driver, () => popup.click(open));
    await waitForAddress(shop, ({ host }) => host === 'item.jd.com');
    await shop.close();
    await popup.close();
  });

  test('leaves the open note out and takes it back, and the author of an item', async () => {
    await stage.clear();
    const page = await stage.driver.page(known.serum.url);
    await eventually(async () => storedLines(await stage.ledger(), known.serum)).toEqual(linesOf(known.serum));
    const popup = await openPopup(stage, known.serum.url);
    await press(popup, words.leaveOut.open);
    expect(await listBarriers(popup)).toEqual([]);
    await press(popup, words.leaveOut.leaveNote);
    await untilSaid(popup, words.toast.noteLeftOut);
    await eventually(() => readText(popup)).toContain(words.leaveOut.noteIsOut);
    expect(JSON.stringify(await readStorage(stage.own))).toContain(`"excludedNotes":["${known.serum.id}"]`);
    expect(await listBarriers(popup)).toEqual([]);
    await press(popup, words.actions.undo);
    await untilSaid(popup, words.toast.recordedAgain);
    await eventually(async () => JSON.stringify(await readStorage(stage.own))).toContain('"excludedNotes":[]');
    await collect(page, known.serum);
    await stage.untilLedger('the note is collected', ({ items: rows }) => rows.some(({ state }) => state === 'saved'));
    await showTab(popup, 'Saved');
    await pressInRow(popup, items.serum.title, words.more.open);
    await press(popup, words.leaveOut.leaveAuthor);
    await untilSaid(popup, words.toast.authorLeftOut);
    const { notes } = await stage.ledger();
    const author = String(notes.find(({ id }) => id === known.serum.id)?.['authorId']);
    expect(JSON.stringify(await readStorage(stage.own))).toContain(`"excludedAuthors":["${author}"]`);
    await press(popup, words.actions.undo);
    await eventually(async () => JSON.stringify(await readStorage(stage.own))).toContain('"excludedAuthors":[]');
    await popup.close();
    await page.close();
  });

  test('pauses this tab, or everything for an hour or for today, says so, and goes on', async () => {
    await stage.clear();
    const page = await stage.driver.page(known.serum.url);
    await eventually(async () => storedLines(await stage.ledger(), known.serum)).toEqual(linesOf(known.serum));
    const tab = await tabIdOf(stage.own, known.serum.url);
    const popup = await openPopup(stage, known.serum.url);
    await press(popup, words.recording.pauseOpen);
    expect(await listBarriers(popup)).toEqual([]);
    await press(popup, words.recording.pauseTab);
    await untilSaid(popup, words.recording.pausedTab);
    const title = () => stage.own.evaluate(`chrome.action.getTitle({ tabId: ${String(tab)} })`);
    await page.bringToFront();
    await eventually(title).toContain(words.button.paused);
    const before = (await stage.ledger()).events.length;
    await page.goto(known.kettle.url);
    const other = await stage.driver.page(known.bedroom.url);
    await eventually(async () => storedLines(await stage.ledger(), known.bedroom)).toEqual(linesOf(known.bedroom));
    const { events } = await stage.ledger();
    expect(storedLines({ ...(await stage.ledger()), events: events.slice(before) }, known.kettle)).toEqual([]);
    await press(popup, words.recording.resume);
    await press(popup, words.recording.pauseOpen);
    await press(popup, words.recording.pauseHour);
    await untilSaid(popup, words.recording.pausedUntil.split('$1')[0] ?? '');
    await press(popup, words.recording.resume);
    await press(popup, words.recording.pauseOpen);
    await press(popup, words.recording.pauseToday);
    await untilSaid(popup, words.recording.pausedToday);
    await press(popup, words.recording.resume);
    await popup.waitForSelector(named('button', words.recording.pauseOpen));
    await other.close();
    await page.close();
  });

  test('stays open beside the page and follows the tab in front', async () => {
    await stage.clear();
    const panel = await stage.driver.openExtensionPage('sidepanel.html');
    await panel.waitForSelector('[role="tab"]');
    await showTab(panel, 'This page');
    const page = await stage.driver.page(known.serum.url);
    await page.bringToFront();
    await eventually(() => readText(panel)).toContain(known.serum.title);
    await page.goto(known.tote.url);
    await eventually(() => readText(panel)).toContain(known.tote.title);
    expect(await listBarriers(panel)).toEqual([]);
    const names = await panel.evaluate('chrome.commands.getAll().then((all) => all.map(({ name }) => name).sort())');
    expect(names).toEqual(['_execute_action', 'open-ledger', 'open-panel', 'pause'].sort());
    await page.close();
  });
});

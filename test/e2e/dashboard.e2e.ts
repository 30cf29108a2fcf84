import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { mainly } from './browsers';
import {
  addressOf,
  named,
  openDashboard,
  openedDashboard,
  press,
  readText,
  untilSaid,
  words,
} from './support/dashboard';
import { eventually } from './support/eventually';
import { openNewerVersion } from './support/made-rows';
import { known } from './support/notes';
import { openPopup } from './support/popup';
import { linesOf, storedLines } from './support/sightings';
import { useStage } from './support/stage';

const heading = (page: Page) => page.evaluate('document.querySelector("h1")?.textContent');

/** The browser's own dialog cannot be answered from here: it gives a folder of the browser's own file system. */
const picked = `window.showDirectoryPicker = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle('kept', { create: true })`;

const filesIn = (page: Page) =>
  page.evaluate(`navigator.storage.getDirectory()
    .then((root) => root.getDirectoryHandle('kept'))
    .then((kept) => Array.fromAsync(kept.keys()))`);

describe.each(mainly('firefox'))('in %s, the full page', (kind) => {
  const stage = useStage(kind);

  test('opens from the popup', async () => {
    const popup = await openPopup(stage);
    await press(popup, words.dashboard.open);
    const page = await openedDashboard(stage);
    await page.close();
    await popup.close();
  });

  test('is at the view that its address names, and the back button knows the way', async () => {
    const page = await openDashboard(stage, 'health');
    expect(await heading(page)).toBe(words.views.health);
    await press(page, words.views.data, 'link');
    await eventually(() => heading(page)).toBe(words.views.data);
    expect(await addressOf(page)).toBe('?view=data');
    expect(await page.title()).toBe(`${words.views.data} · ${words.name}`);
    await page.evaluate('history.back()');
    await eventually(() => heading(page)).toBe(words.views.health);
    await page.evaluate('history.forward()');
    await eventually(() => heading(page)).toBe(words.views.data);
    await page.evaluate('document.querySelector("h1").textContent = ""; location.reload()');
    await eventually(() => heading(page).catch(() => undefined)).toBe(words.views.data);
    await page.close();
  });

  test('opens at a section of a view', async () => {
    const page = await openDashboard(stage, 'data', 'restore');
    await eventually(() => page.evaluate('document.activeElement?.id')).toBe('restore');
    await page.close();
  });

  test('is used by the keyboard alone', async () => {
    const page = await openDashboard(stage, 'health');
    await page.bringToFront();
    expect(await page.evaluate('document.activeElement?.localName')).toBe('h1');
    const skip = named('link', words.dashboard.skip);
    await page.focus(skip);
    await page.keyboard.press('Enter');
    await eventually(() => page.evaluate('document.activeElement?.id')).toBe('view');
    await page.focus(named('link', words.views.data));
    await page.keyboard.press('Enter');
    await eventually(() => heading(page)).toBe(words.views.data);
    await eventually(() => page.evaluate('document.activeElement?.localName')).toBe('h1');
    await page.close();
  });

  test('says that all is well, and what it holds, while pages go on recording', async () => {
    await stage.clear();
    const page = await openDashboard(stage, 'health');
    await eventually(() => readText(page)).toContain(words.alerts.wellTitle);
    expect(await page.$$eval('.figure__count', ([records]) => records?.textContent)).toBe('0');
    await stage.driver.page(known.kettle.url);
    await eventually(async () => storedLines(await stage.ledger(), known.kettle)).toEqual(linesOf(known.kettle));
    const { events } = await stage.ledger();
    await eventually(() => page.$$eval('.figure__count', ([records]) => records?.textContent)).toBe(
      String(events.length),
    );
    await page.close();
  });

  if (kind === 'firefox') {
    test('says that this browser gives no folder for backups', async () => {
      const page = await openDashboard(stage, 'data', 'folder');
      await eventually(() => readText(page)).toContain(words.folder.impossible);
      await page.close();
    });
  } else {
    test('writes a backup a day into the folder that was given, and says when it may not', async () => {
      const page = await openDashboard(stage, 'data', 'folder');
      await page.evaluate(picked);
      await press(page, words.folder.choose);
      await page.waitForSelector(named('button', words.folder.forget));
      await eventually(() => filesIn(page)).toEqual([expect.stringMatching(/^bacao-\d{4}-\d\d-\d\d\.ndjson\.gz$/u)]);
      await eventually(() => readText(page)).toContain('Last written: ');
      await page.evaluate(
        `navigator.storage.getDirectory().then((root) => root.removeEntry('kept', { recursive: true }))`,
      );
      await press(page, words.folder.forget);
      await page.waitForSelector(named('button', words.folder.choose));
      await page.evaluate("window.showDirectoryPicker = () => Promise.reject(new DOMException('', 'SecurityError'))");
      await press(page, words.folder.choose);
      await untilSaid(page, words.folder.refused);
      await page.close();
    });
  }

  test('says plainly that the ledger does not open', async () => {
    await openNewerVersion(stage.own);
    const page = await openDashboard(stage, 'health');
    await eventually(() => readText(page)).toContain(words.errors.newer);
    await page.close();
  });
});

import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { items } from '../replica/truth';
import { mainly } from './browsers';
import { eventually } from './support/eventually';
import { known } from './support/notes';
import { press, untilSaid, words } from './support/dashboard';
import { openPopup, showTab } from './support/popup';
import { linesOf, storedLines } from './support/sightings';
import { type Stage, useStage } from './support/stage';

const listing = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('bacao');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const rows = opening.result.transaction('thumbnails').objectStore('thumbnails').getAll();
    rows.onerror = () => reject(rows.error);
    rows.onsuccess = () => { opening.result.close(); resolve(rows.result); };
  };
})`;

const kept = ({ own }: Stage) => own.evaluate(listing) as Promise<{ key: string; picture: string }[]>;

/** A press on Save while the note is in front: a popup lies over its tab, and here it has to be one of its own. */
async function saveFrom(popup: Page, note: Page): Promise<void> {
  await popup.waitForSelector(`::-p-xpath(//button[normalize-space()="${words.actions.save}"])`);
  await note.bringToFront(); // Chromium paints no tab that lies behind another, and its picture would be waited for
  // The browser gives a picture of the screen for a press on its own button alone, and nobody can press that from here.
  const shot = await note.screenshot({ type: 'jpeg', quality: 90, encoding: 'base64' });
  await popup.evaluate(`(() => {
    const tabs = (globalThis.browser ?? chrome).tabs;
    Object.defineProperty(tabs, 'captureVisibleTab', { value: () => Promise.resolve('data:image/jpeg;base64,${shot}') });
  })()`);
  await note.bringToFront();
  await popup.evaluate(
    `[...document.querySelectorAll('button')].find(({ textContent }) => textContent === '${words.actions.save}').click()`,
  );
}

describe.each(mainly('chromium'))('in %s, small pictures', (kind) => {
  const stage = useStage(kind);

  test('are kept of nothing until they are wanted', async () => {
    const page = await stage.driver.page(known.serum.url);
    await eventually(async () => storedLines(await stage.ledger(), known.serum)).toEqual(linesOf(known.serum));
    const popup = await openPopup(stage, known.serum.url);
    await saveFrom(popup, page);
    await stage.untilLedger('it is saved', ({ items: rows }) => rows.some(({ state }) => state === 'saved'));
    expect(await kept(stage)).toEqual([]);
    await popup.close();
    await page.close();
  });

  test('are cut from the screen at a press on Save, shown beside the item, and erased', async () => {
    await stage.clear();
    const settings = await stage.driver.openExtensionPage('dashboard.html?view=settings');
    await press(settings, words.thumbnails.keep, 'switch');
    await settings.waitForSelector(`[role="switch"][aria-label="${words.thumbnails.keep}"][aria-checked="true"]`);
    const page = await stage.driver.page(known.serum.url);
    await eventually(async () => storedLines(await stage.ledger(), known.serum)).toEqual(linesOf(known.serum));
    const popup = await openPopup(stage, known.serum.url);
    await saveFrom(popup, page);
    await eventually(async () => (await kept(stage)).map(({ key }) => key)).toEqual([items.serum.key]);
    const [{ picture } = { picture: '' }] = await kept(stage);
    expect(picture).toMatch(/^data:image\/jpeg;base64,/u);
    expect(picture.length).toBeLessThanOrEqual(16_384);
    await popup.bringToFront();
    await showTab(popup, 'Saved');
    const drawn = (on: Page) =>
      on.evaluate(`[...document.querySelectorAll('img.thumbnail')].map((image) =>
        [image.getAttribute('src') === ${JSON.stringify(picture)}, image.naturalWidth > 0, image.alt])`);
    await eventually(() => drawn(popup)).toEqual([[true, true, '']]);
    const item = await stage.driver.openExtensionPage(
      `dashboard.html?view=items&item=${encodeURIComponent(items.serum.key)}`,
    );
    await eventually(() => drawn(item)).toEqual([[true, true, '']]);
    await settings.bringToFront();
    await press(settings, words.thumbnails.erase);
    await press(settings, words.thumbnails.yes);
    await untilSaid(settings, words.thumbnails.erased);
    expect(await kept(stage)).toEqual([]);
    await eventually(() => drawn(popup)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { firstNoteUrl } from '../replica/truth';
import { browserKinds, click, tabIdOf, waitForNewPage, waitUntil } from './browsers';
import { useStage } from './support/stage';

const link = 'a[href*="item.jd.com"]';

describe.each(browserKinds)('the shipped build in %s', (kind) => {
  const stage = useStage(kind);

  test('opens the popup for a note', async () => {
    const note = await stage.driver.page(firstNoteUrl);
    const popup = await stage.driver.openExtensionPage('popup.html');
    const tab = await tabIdOf(popup, note.url());
    await popup.close();
    const page = await stage.driver.openExtensionPage(`popup.html?tab=${String(tab)}`);
    await page.waitForSelector('[role="tab"][aria-selected="true"]');
    await page.waitForSelector('[role="listitem"], li');
  });

  test('starts its background again when a note wants it', async () => {
    const page = await stage.driver.page(firstNoteUrl);
    await page.waitForSelector(link);
    await stage.driver.stopBackground();
    const before = await stage.driver.backgroundStarts();
    await (await waitForNewPage(stage.driver, () => click(page, link, { button: 'middle' }))).close();
    await waitUntil('the background starts', async () => (await stage.driver.backgroundStarts()) > before);
  });

  test('keeps its database over a restart', async () => {
    await stage.driver.restart();
    const page = await stage.driver.openExtensionPage('popup.html');
    expect(await page.evaluate(countEvents)).toBeGreaterThan(0);
  });

  test('asks nobody but the pages that are played', () => expect(stage.replica.refused).toEqual([]));

  test('is gone with a browser that is killed', async () => {
    await stage.driver.kill();
    await waitUntil('nothing is connected', () => !stage.driver.browser.connected);
  });

  test('is there again in the next test', async () => {
    expect((await stage.ledger()).events).toEqual([]);
    const page = await stage.driver.page(firstNoteUrl);
    await page.waitForSelector(link);
  });
});

const countEvents = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('bacao');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const counting = opening.result.transaction('events').objectStore('events').count();
    counting.onsuccess = () => { opening.result.close(); resolve(counting.result); };
  };
})`;

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Proxy, type Replica, startProxy, startReplica } from '../replica';
import { firstNoteUrl } from '../replica/truth';
import { browserKinds, click, type Driver, launch, tabIdOf, waitForNewPage, waitUntil } from './browsers';

const link = 'a[href*="item.jd.com"]';

describe.each(browserKinds)('the shipped build in %s', (kind) => {
  let replica: Replica;
  let proxy: Proxy;
  let driver: Driver;

  beforeAll(async () => {
    replica = await startReplica();
    proxy = await startProxy(replica);
    driver = await launch(kind, { replica, proxy });
  });

  afterAll(async () => {
    await driver.close();
    await proxy.close();
    await replica.close();
  });

  test('opens the popup for a note', async () => {
    const note = await driver.page(firstNoteUrl);
    const popup = await driver.openExtensionPage('popup.html');
    const tab = await tabIdOf(popup, note.url());
    await popup.close();
    const page = await driver.openExtensionPage(`popup.html?tab=${String(tab)}`);
    await page.waitForSelector('[role="tab"][aria-selected="true"]');
    await page.waitForSelector('[role="listitem"], li');
  });

  test('starts its background again when a note wants it', async () => {
    const page = await driver.page(firstNoteUrl);
    await page.waitForSelector(link);
    await driver.stopBackground();
    const before = await driver.backgroundStarts();
    await (await waitForNewPage(driver, () => click(page, link, { button: 'middle' }))).close();
    await waitUntil('the background starts', async () => (await driver.backgroundStarts()) > before);
  });

  test('keeps its database over a restart', async () => {
    await driver.restart();
    const page = await driver.openExtensionPage('popup.html');
    expect(await page.evaluate(countEvents)).toBeGreaterThan(0);
  });

  test('asks nobody but the pages that are played', () => expect(replica.refused).toEqual([]));
});

const countEvents = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('bacao');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const counting = opening.result.transaction('events').objectStore('events').count();
    counting.onsuccess = () => { opening.result.close(); resolve(counting.result); };
  };
})`;

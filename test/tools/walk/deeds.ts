import type { Page } from 'puppeteer-core';
import {
  click,
  type Driver,
  newTabKey,
  pressEnter,
  waitForAddress,
  waitForNewPage,
  waitUntil,
} from '../../e2e/browsers';
import { items, type TruthNote } from '../../replica/truth';
import { readStored } from './ledger';
import { type Deed, type How, keyOf } from './plan';
import { connectAll, openPopup, openTab, pressInRow } from './popup';

export interface Scene {
  driver: Driver;
  /** The tab in which notes are read. */
  page: Page;
  /** A page of the extension, through which the walk looks into the database. */
  watch: Page;
  /** The hosts that the connect buttons ask for. */
  shopHosts: readonly string[];
}

/** Does one thing the way a person does it: trusted input only, on what is on screen. */
export async function doDeed(scene: Scene, deed: Deed): Promise<void> {
  switch (deed.do) {
    case 'connect':
      return connect(scene);
    case 'follow':
      return follow(scene, deed);
    case 'collect':
      return toggleCollect(scene, deed.note, 'collected');
    case 'uncollect':
      return toggleCollect(scene, deed.note, 'collect');
    case 'save':
      await openNote(scene, deed.note);
      return press(scene, { tab: 'page', key: deed.key, button: 'save', then: 'unsave', url: deed.note.url });
    case 'orders':
      await scene.page.goto(deed.url);
      return;
    case 'bought':
    case 'drop':
      return press(scene, { tab: 'saved', key: deed.key, button: deed.do, then: 'undo' });
  }
}

async function connect({ driver, shopHosts }: Scene): Promise<void> {
  await driver.grantHosts(shopHosts);
  const popup = await openPopup(driver);
  await connectAll(popup);
  await popup.page.close();
}

/** A person reads before clicking: by then the links have been seen. */
async function openNote({ page, watch }: Scene, note: TruthNote): Promise<void> {
  if (page.url() !== note.url) await page.goto(note.url);
  await page.bringToFront();
  await waitUntil(`the links of ${note.title} are seen`, async () => {
    const { items: rows } = await readStored(watch);
    return rows.some((row) => row.note?.id === note.id);
  });
}

async function follow(scene: Scene, { note, link, how }: Extract<Deed, { do: 'follow' }>): Promise<void> {
  const { driver, page } = scene;
  await openNote(scene, note);
  const anchor = `a[href=${JSON.stringify(link.href)}]`;
  const act = (): Promise<void> => gestures[how](page, anchor);
  if (how === 'same-tab') {
    await act();
    await waitForAddress(page, (url) => url.href !== note.url && url.href.includes(idOf(keyOf(link))));
    return;
  }
  const tab = await waitForNewPage(driver, act);
  await waitForAddress(tab, (url) => url.href.includes(idOf(keyOf(link))));
}

const gestures: Record<How, (page: Page, anchor: string) => Promise<void>> = {
  'same-tab': (page, anchor) => click(page, anchor),
  'new-tab': (page, anchor) => click(page, anchor),
  middle: (page, anchor) => click(page, anchor, { button: 'middle' }),
  ctrl: (page, anchor) => click(page, anchor, { modifiers: [newTabKey] }),
  keyboard: (page, anchor) => pressEnter(page, anchor),
};

/** `ali:123` → `123`, which every item page has in its address. */
function idOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

async function toggleCollect(scene: Scene, note: TruthNote, icon: 'collect' | 'collected'): Promise<void> {
  const { page } = scene;
  await openNote(scene, note);
  await click(page, '.collect-wrapper');
  await page.waitForSelector(`::-p-xpath(//*[contains(@class, "collect-wrapper")]//*[@*="#${icon}"])`);
}

interface Press {
  tab: 'page' | 'saved';
  key: string;
  button: 'save' | 'bought' | 'drop';
  then: 'unsave' | 'undo';
  url?: string;
}

async function press({ driver }: Scene, { tab, key, button, then, url }: Press): Promise<void> {
  const popup = await openPopup(driver, url);
  await openTab(popup, tab);
  const { actions } = popup.words;
  await pressInRow(popup, titleOf(key), [actions[button], actions[then]]);
  await popup.page.close();
}

function titleOf(key: string): string {
  const item = Object.values(items).find((each) => each.key === key);
  if (!item) throw new Error(`The replica sells no ${key}`);
  return item.title;
}

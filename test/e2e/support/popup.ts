import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import words from '../../../assets/locales/en.json';
import { readShopHosts } from '../../tools/walk/manifest';
import { builtExtension, byName, click, tabIdOf } from '../browsers';
import type { Stage } from './stage';

export { words };

/** What the popup calls the platforms. */
export const platformNames = {
  jd: 'JD.com',
  taobao: 'Taobao',
  tmall: 'Tmall',
  pinduoduo: 'Pinduoduo',
  vipshop: 'Vipshop',
  meituan: 'Meituan',
  xiaohongshu: 'Xiaohongshu',
} as const;

/** The popup, opened as a page, for the tab at `url` or for none. */
export async function openPopup({ driver, own }: Stage, url?: string): Promise<Page> {
  const query = url === undefined ? '' : `?tab=${String(await tabIdOf(own, url))}`;
  const popup = await driver.openExtensionPage(`popup.html${query}`);
  await popup.waitForSelector('[role="tab"]');
  return popup;
}

export { byName as named };

export async function press(popup: Page, name: string, role = 'button'): Promise<void> {
  await click(popup, byName(role, name));
}

export type TabName = 'This page' | 'Saved' | 'Purchased';

/** Goes to a tab and waits until what it holds is on screen. */
export async function showTab(popup: Page, name: TabName): Promise<void> {
  await press(popup, name, 'tab');
  await popup.waitForSelector(`::-p-xpath(//*[@role="tab"][@aria-selected="true"][contains(., "${name}")])`);
  // Until the rows are read, the panel says that it is loading.
  await popup.waitForSelector('[role="tabpanel"] [role="status"]', { hidden: true });
}

const groups = v.array(v.object({ name: v.string(), rows: v.array(v.string()) }));

export type Group = v.InferOutput<typeof groups>[number];

/** The groups of the open tab: their names, and what their list items say. */
export async function readGroups(popup: Page): Promise<Group[]> {
  const found =
    await popup.evaluate(`[...document.querySelectorAll('[role="tabpanel"] [role="group"]')].map((group) => ({
    name: group.ariaLabel,
    rows: [...group.querySelectorAll('[role="list"] > li')].map((row) => row.textContent),
  }))`);
  return v.parse(groups, found);
}

/** All that the popup says; not `innerText`, which leaves out rows that are scrolled out of sight. */
export async function readText(popup: Page): Promise<string> {
  return v.parse(v.string(), await popup.evaluate('document.body.textContent'));
}

/** Presses a button in the row that holds `title`. */
export async function pressInRow(popup: Page, title: string, name: string): Promise<void> {
  await click(
    popup,
    `::-p-xpath(//li[contains(., "${title}")]//button[normalize-space()="${name}" or @aria-label="${name}"])`,
  );
}

/** Presses the popup's own Connect button of each platform that is not connected, and waits for the browser's yes. */
export async function connect(stage: Stage, platforms: readonly (keyof typeof platformNames)[]): Promise<void> {
  await stage.driver.grantHosts(readShopHosts(builtExtension(stage.driver.kind)));
  const popup = await openPopup(stage);
  await press(popup, words.settings.open);
  for (const platform of platforms) {
    const name = platformNames[platform];
    const [connectName, disconnectName] = [words.platforms.connectName, words.platforms.disconnectName].map((each) =>
      each.replace('$1', name),
    ) as [string, string];
    if ((await untilNamed(popup, [connectName, disconnectName])) === connectName) await press(popup, connectName);
    await untilNamed(popup, [disconnectName]);
  }
  await popup.close();
}

/** Waits for a button with one of these labels, and tells which; in the page, since Firefox is slow to search by role. */
async function untilNamed(popup: Page, names: readonly string[]): Promise<string> {
  const found = await popup.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('button')]
        .map(({ ariaLabel }) => ariaLabel)
        .find((each) => each !== null && wanted.includes(each)),
    {},
    names,
  );
  return v.parse(v.string(), await found.jsonValue());
}

import type { Page } from 'puppeteer-core';
import { click, newTabKey, pressEnter, waitForAddress, waitForNewPage } from '../browsers';
import type { Stage } from './stage';

/** The ways to follow a link, under the words the ledger has for them. */
const ways = {
  'same-tab': (page, anchor) => click(page, anchor),
  'new-tab': (page, anchor) => click(page, anchor),
  middle: (page, anchor) => click(page, anchor, { button: 'middle' }),
  ctrl: (page, anchor) => click(page, anchor, { modifiers: [newTabKey] }),
  keyboard: (page, anchor) => pressEnter(page, anchor),
} satisfies Record<string, (page: Page, anchor: string) => Promise<void>>;

export type Way = keyof typeof ways;

/** Follows a link and waits until it has led somewhere; a tab that it opened is closed again. */
export async function follow({ driver }: Stage, page: Page, [way, anchor]: [Way, string]): Promise<void> {
  const from = page.url();
  if (way === 'same-tab') {
    await ways[way](page, anchor);
    return waitForAddress(page, ({ href }) => href !== from);
  }
  const tab = await waitForNewPage(driver, () => ways[way](page, anchor));
  await tab.close();
}

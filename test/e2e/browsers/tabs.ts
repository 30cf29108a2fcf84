import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { waitUntil } from './wait';

const tabs = v.array(v.object({ id: v.number(), url: v.optional(v.string()) }));

/** The browser's own id of the newest tab at `url`, asked for in one of the extension's pages (`popup.html?tab=ID`). */
export async function tabIdOf(ownPage: Page, url: string): Promise<number> {
  return waitUntil(`the extension sees a tab at ${url}`, async () => {
    const found = v.parse(tabs, await ownPage.evaluate('chrome.tabs.query({})'));
    return found.findLast((tab) => tab.url === url)?.id;
  });
}

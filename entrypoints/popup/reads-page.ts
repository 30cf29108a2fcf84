import browser from 'webextension-polyfill';
import type { PageView } from '@/utils/core/rows';
import type { PageReading } from '@/utils/core/types';
import { findItems } from '@/utils/ledger/queries';
import type { LedgerDb } from '@/utils/ledger/schema';
import { askPage } from '@/utils/messages/ask';
import { readTwice, type OpenLedger } from './answers';
import { siteAt } from './seen';

/** The tab the popup is about: the one in front, or the one named in the address when the popup is open as a page. */
export async function readFrontTab(): Promise<browser.Tabs.Tab | undefined> {
  const named = new URLSearchParams(window.location.search).get('tab');
  try {
    if (named !== null) return await browser.tabs.get(Number(named));
    const [front] = await browser.tabs.query({ active: true, currentWindow: true });
    return front;
  } catch {
    return undefined; // closed since
  }
}

export interface FrontPage {
  page: PageView;
  /** Where the page was read: it may have moved on since the popup was opened. */
  tab: browser.Tabs.Tab | undefined;
}

/** The page is asked first: where it says nothing, the ledger has nothing to add. */
export async function readPage(open: OpenLedger): Promise<FrontPage> {
  const tab = await readFrontTab();
  const page = tab?.id === undefined ? undefined : await askPage(tab.id);
  if (!page) return { tab, page: { state: siteAt(tab?.url) ? 'silent' : 'elsewhere' } };
  return { tab, page: await readTwice(open, (db) => findPage(db, page)).catch((): PageView => ({ state: 'error' })) };
}

async function findPage(db: LedgerDb, page: PageReading): Promise<PageView> {
  const links = page.links.map(({ link }) => link);
  return { state: 'read', page, items: await findItems(db, links) };
}

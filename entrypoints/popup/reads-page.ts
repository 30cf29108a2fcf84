import browser from 'webextension-polyfill';
import type { PageView } from '@/utils/core/rows';
import type { PageReading, ResolvedLink } from '@/utils/core/types';
import { itemKeyOf } from '@/utils/ledger/projections/items';
import { findItems } from '@/utils/ledger/queries';
import { type OpenLedger, readTwice } from '@/utils/ledger/read-twice';
import type { LedgerDb } from '@/utils/ledger/schema';
import { askPage } from '@/utils/messages/ask';
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
  const { items } = await findItems(db, links);
  // An item that is not stored yet needs a note that it came from.
  const isKeepable = (link: ResolvedLink) =>
    itemKeyOf(link) !== undefined && (page.note !== undefined || Object.hasOwn(items, link.key));
  return { state: 'read', page, items, keepable: links.filter(isKeepable).map(({ key }) => key) };
}

import browser from 'webextension-polyfill';
import type { PageView } from '@/utils/core/rows';
import { matchesPattern } from '@/utils/core/patterns';
import { findItems, getSummary, listItems, listUnmatchedOrders, pageSize } from '@/utils/ledger/queries';
import type { LedgerDb } from '@/utils/ledger/schema';
import { askPage } from '@/utils/messages/ask';
import { platforms } from '@/utils/platforms/list';
import { readSettings } from '@/utils/settings';
import { sites } from '@/utils/sites/list';
import type { ListView, TabId } from '@/components/popup/props';

/** The tab the popup is about: the one in front, or the one named in the address when the popup is open as a page. */
export async function readFrontTab(): Promise<browser.Tabs.Tab | undefined> {
  const named = new URLSearchParams(window.location.search).get('tab');
  if (named !== null) return browser.tabs.get(Number(named)).catch(() => undefined);
  const [front] = await browser.tabs.query({ active: true, currentWindow: true });
  return front;
}

export function isNotePage(url: string | undefined): boolean {
  return url !== undefined && sites.some(({ hosts }) => hosts.some((pattern) => matchesPattern(pattern, url)));
}

export async function readPageView(db: LedgerDb, tab: browser.Tabs.Tab | undefined): Promise<PageView> {
  const page = tab?.id === undefined ? undefined : await askPage(tab.id);
  if (!page) return { state: isNotePage(tab?.url) ? 'silent' : 'elsewhere' };
  const links = page.links.map(({ link }) => link);
  return { state: 'read', page, items: await findItems(db, links) };
}

/** The summary and the list on screen: all that the first paint costs. */
export async function readLists(db: LedgerDb, tab: TabId, pages: number) {
  const by = tab === 'purchased' ? 'purchasedAt' : 'savedAt';
  const [summary, list] = await Promise.all([getSummary(db), listItems(db, by, pages * pageSize)]);
  const view: ListView = { state: 'ready', ...list };
  if (tab !== 'purchased') return { summary, saved: view };
  return { summary, purchased: view, orders: await listUnmatchedOrders(db) };
}

export async function readSwitches() {
  const { recording } = await readSettings(browser.storage.local);
  const connections = await Promise.all(
    platforms.map(async ({ id, hosts }) => {
      const connected = await browser.permissions.contains({ origins: [...hosts] });
      return { platform: id, connected, hosts };
    }),
  );
  return { recording, connections };
}

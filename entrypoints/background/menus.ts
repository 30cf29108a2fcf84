import { i18n } from '@/utils/i18n';
import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { matchesPattern } from '@/utils/core/patterns';
import { seenOn } from '@/utils/core/seen-on';
import type { ResolvedLink } from '@/utils/core/types';
import { resolveLink } from '@/utils/links';
import { platformIdentities } from '@/utils/links/list';
import { askPage } from '@/utils/messages/ask';
import type { OwnMessage } from '@/utils/messages/protocol';
import { platforms } from '@/utils/platforms/list';
import { sites } from '@/utils/sites/list';
import { saveItemMenu, saveLinkMenu, wantOfLink, wantOfPage } from '@/utils/writer/menu';
import { notePages } from './note-pages';

/** The entries on a right click: on a shop link of a note, and on the page of an item in a shop. A phone has none. */
export function createMenus(): void {
  const link = { title: i18n.t('menu.saveLink'), pages: notePages, platforms: platformIdentities, sites };
  const item = { title: i18n.t('menu.saveItem'), pages: platforms.flatMap(({ itemPages }) => [...itemPages]) };
  const { contextMenus }: Partial<Pick<typeof browser, 'contextMenus'>> = browser;
  for (const menu of [saveLinkMenu(link), saveItemMenu(item)])
    contextMenus?.create(menu, () => void browser.runtime.lastError); // it may be there from before
}

/** What a press on an entry asks of the ledger; undefined where the address is no item. */
export async function wishOf(
  { linkUrl, pageUrl = '' }: Menus.OnClickData,
  tab: Tabs.Tab | undefined,
): Promise<OwnMessage | undefined> {
  if (linkUrl === undefined) return wantOfPage(resolveLink(pageUrl));
  const link = resolveLink(linkUrl);
  const wish = wantOfLink(link);
  if (!link || !wish) return undefined;
  const seen = await seenIn(tab, link);
  return seen ? { ...wish, seen } : wish;
}

/** The ledger may not have the item: recording may be off. Then the note's page says what it shows. */
async function seenIn(tab: Tabs.Tab | undefined, link: ResolvedLink) {
  const site = sites.find(({ hosts }) => hosts.some((pattern) => matchesPattern(pattern, tab?.url ?? '')));
  if (!site || tab?.id === undefined || tab.url === undefined) return undefined;
  const page = await askPage(tab.id);
  return page && seenOn(page, link.key, { site: site.id, address: tab.url });
}

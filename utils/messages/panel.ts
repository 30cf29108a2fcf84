import { browser } from 'wxt/browser';

/** The sidebar of Firefox, which the types of Chromium do not know. */
interface Sidebar {
  open(): Promise<void>;
}

/** Whether this browser has a place beside the page: Firefox on a phone has none. */
export function hasPanel(): boolean {
  return isSidebar(Reflect.get(browser, 'sidebarAction')) || Reflect.get(browser, 'sidePanel') !== undefined;
}

/**
 * Opens the ledger beside the page. The first thing in a handler of the person's own press: browsers open it for nothing
 * else, and Chromium asks for the window at once.
 */
export function openPanel(windowId: number | undefined): Promise<void> {
  const sidebar: unknown = Reflect.get(browser, 'sidebarAction');
  if (isSidebar(sidebar)) return sidebar.open();
  if (windowId === undefined) return Promise.reject(new Error('No window to open it in'));
  return browser.sidePanel.open({ windowId });
}

function isSidebar(found: unknown): found is Sidebar {
  return typeof found === 'object' && found !== null && 'open' in found;
}

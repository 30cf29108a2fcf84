import browser from 'webextension-polyfill';

/** Calls back when another tab comes to the front, or the one in front shows another page. */
export function followTabs(onOther: () => void): void {
  browser.tabs.onActivated.addListener(onOther);
  browser.tabs.onUpdated.addListener((_id, { url, status }, { active }) => {
    if (active && (url !== undefined || status === 'complete')) onOther();
  });
}

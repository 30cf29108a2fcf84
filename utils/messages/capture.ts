import browser from 'webextension-polyfill';

export interface Capture {
  html: string;
  json: string;
}

/**
 * Runs the capture's script in a tab and brings back what it made; undefined where the page is of no note site.
 * @throws when the tab is gone, or the browser lets nobody into it
 */
export async function captureTab(tab: number): Promise<Capture | undefined> {
  const [frame] = await browser.scripting.executeScript({ target: { tabId: tab }, files: ['/capture.js'] });
  // Firefox tells what a script threw here instead of failing.
  if (frame?.error !== undefined) throw new Error('The script of the capture failed', { cause: frame.error });
  return decode(frame?.result);
}

function decode(raw: unknown): Capture | undefined {
  if (typeof raw !== 'object' || raw === null || !('html' in raw) || !('json' in raw)) return undefined;
  const { html, json } = raw;
  return typeof html === 'string' && typeof json === 'string' ? { html, json } : undefined;
}

import browser from 'webextension-polyfill';
import { decodeFrame, type PictureFrame } from '../core/thumbnails';

interface Place {
  tab: number;
  window: number;
}

export interface Screenshot {
  /** A `data:` address. */
  picture: string;
  frame: PictureFrame;
}

/**
 * What is on screen of the tab in front, and where its largest picture stands.
 * @returns undefined where there is none, or where the browser gives none: it does so for a press on our own button alone
 */
export async function takeScreenshot({ tab, window }: Place): Promise<Screenshot | undefined> {
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId: tab }, files: ['/picture.js'] });
    const frame = decodeFrame(answer?.result);
    if (!frame) return undefined;
    const { active, windowId } = await browser.tabs.get(tab);
    // Another tab may be in front by now: its screen is none of ours.
    if (!active || windowId !== window) return undefined;
    return { frame, picture: await browser.tabs.captureVisibleTab(window, { format: 'jpeg', quality: 85 }) };
  } catch {
    return undefined; // the item is saved all the same
  }
}

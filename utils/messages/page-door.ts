import { browser } from 'wxt/browser';
import { decodeSettings, settingsKey } from '../settings';
import type { PageDoor } from '../watch/door';
import { isConnected, sendHello, sendRows, wakeBackground } from './send';

/** The browser as a page's script sees it: the two ways out, and the recording switch, kept up to date. */
export function openPageDoor(window: Window): PageDoor {
  // Until the setting is read the background decides: it knows when the switch was turned.
  let recording = true;
  void browser.storage.local
    .get(settingsKey)
    .then((stored) => (recording = decodeSettings(stored[settingsKey]).recording))
    .catch(() => undefined); // an orphaned script: it goes quiet at its next event
  browser.storage.onChanged.addListener((changes, area) => {
    const change = changes[settingsKey];
    if (area === 'local' && change) recording = decodeSettings(change.newValue).recording;
  });
  return {
    window,
    send: sendRows,
    wake: wakeBackground,
    hello: sendHello,
    isConnected,
    isRecording: () => recording,
    now: () => Date.now(),
  };
}

/** Answers the popup's question about this page. */
export function answerDescribe(describe: () => unknown): void {
  browser.runtime.onMessage.addListener((message: unknown, _sender, sendResponse) => {
    const isAsked = typeof message === 'object' && message !== null && 'type' in message && message.type === 'describe';
    if (isAsked) sendResponse(describe());
    return undefined; // answered on the spot
  });
}

import { browser } from 'wxt/browser';
import { isConnected, sendHello, sendRows } from './send';

/** The ways out of a page's script, as its watcher takes them. */
export const pageDoor = {
  send: sendRows,
  wake: sendHello,
  hello: sendHello,
  isConnected,
  now: () => Date.now(),
};

/** Answers the popup's question about this page. */
export function answerDescribe(describe: () => unknown): void {
  browser.runtime.onMessage.addListener((message: unknown, _sender, sendResponse) => {
    const isAsked = typeof message === 'object' && message !== null && 'type' in message && message.type === 'describe';
    if (isAsked) sendResponse(describe());
    return undefined; // answered on the spot
  });
}

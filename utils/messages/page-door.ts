import { browser } from 'wxt/browser';
import type { PageSideEvent } from '../core/events';
import { isConnected, sendHello, sendRows } from './send';

interface Switches {
  /** Whether the person wants rows of this type. */
  isWanted: (row: PageSideEvent) => boolean;
}

/** The ways out of a page's script, as its watcher takes them. */
export function pageDoor({ isWanted }: Switches) {
  return {
    send: (rows: PageSideEvent[]) => sendRows(rows.filter(isWanted)),
    wake: sendHello,
    hello: sendHello,
    isConnected,
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

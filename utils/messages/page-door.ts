import { browser } from 'wxt/browser';
import type { PageSideEvent } from '../core/events';
import { isConnected, sendHello, sendRows } from './send';

interface Switches {
  /** Whether the person wants rows of this type. */
  isWanted: (row: PageSideEvent) => boolean;
  /** Calls back at once, or as soon as the switches are read. */
  whenKnown: (doing: () => void) => void;
}

/** What the person does may take the page away: it cannot wait. */
const isDeed = ({ type }: PageSideEvent) => type === 'click' || type === 'collect';

/** The ways out of a page's script, as its watcher takes them. */
export function pageDoor({ isWanted, whenKnown }: Switches) {
  const send = (rows: PageSideEvent[]) => void sendRows(rows.filter(isWanted));
  return {
    // Until the switches are read a page does not know whether it may put anything into the queue, which is on the disk.
    send: (rows: PageSideEvent[]) => (rows.some(isDeed) ? send(rows) : whenKnown(() => send(rows))),
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

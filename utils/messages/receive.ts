import type { Runtime } from 'webextension-polyfill';

/** Answers a message, or undefined for a message that is not ours. */
export type Handler = (message: unknown, sender: Runtime.MessageSender) => Promise<unknown> | undefined;

/**
 * Turns a handler into the callback style. Not an async listener: that would answer every message, also those meant for
 * others; and the callback style is the one that both browsers, the polyfill and the fake browser of the tests take.
 */
export function toListener(handle: Handler): Runtime.OnMessageListenerCallback {
  const listener = (message: unknown, sender: Runtime.MessageSender, sendResponse: (answer: unknown) => void) => {
    const answer = handle(message, sender);
    if (!answer) return undefined;
    // A failure is told as a failure: anything but an explicit `ok` means "not saved" to the sender.
    answer.then(sendResponse, (error: unknown) =>
      sendResponse({ failed: error instanceof Error ? error.name : 'unknown' }),
    );
    return true;
  };
  return listener as Runtime.OnMessageListenerCallback;
}

/** A page of the extension itself. Firefox leaves `sender.origin` out, so the address decides. */
export function isOwnPage(sender: Runtime.MessageSender, ownRoot: string): boolean {
  return typeof sender.url === 'string' && sender.url.startsWith(ownRoot);
}

/**
 * The script of a page we read: the top frame of a tab outside private windows. It may only add. Of a tab that closed
 * while the background woke, Firefox knows but the address (153, 2026-11); in private windows no script of ours runs.
 */
export function isPageScript({ tab, frameId = 0, url = '' }: Runtime.MessageSender): boolean {
  return frameId === 0 && (tab ? !tab.incognito : url.startsWith('https://'));
}

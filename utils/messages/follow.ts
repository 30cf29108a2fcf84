import browser from 'webextension-polyfill';
import { type FollowedMessage, type OwnMessage, workChannel } from './protocol';

/** When to stop, and whom to tell how far it is. */
export interface Following {
  signal: AbortSignal;
  onProgress: (progress: { done: number; total: number }) => void;
}

/** Asks the background for long work, and follows it to its answer; a stop is passed on. */
export async function askFollowed(message: FollowedMessage, { signal, onProgress }: Following): Promise<unknown> {
  const work = crypto.randomUUID();
  const channel = new BroadcastChannel(workChannel);
  channel.addEventListener('message', ({ data }) => isNewsOf(data, work) && onProgress(data));
  // What cannot be stopped any more answers that it is done.
  const stop = () =>
    void browser.runtime.sendMessage({ type: 'stop', work } satisfies OwnMessage).catch(() => undefined);
  signal.addEventListener('abort', stop);
  try {
    return await browser.runtime.sendMessage({ ...message, work });
  } finally {
    signal.removeEventListener('abort', stop);
    channel.close();
  }
}

function isNewsOf(data: unknown, work: string): data is { done: number; total: number } {
  if (typeof data !== 'object' || data === null) return false;
  return Reflect.get(data, 'work') === work && 'done' in data && 'total' in data;
}

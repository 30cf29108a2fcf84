import browser from 'webextension-polyfill';
import type { PageReading } from '../core/types';
import type { DescribeMessage, OwnMessage } from './protocol';

/** The background did not say that it is done: nothing may be shown as saved. */
class NotSavedError extends Error {}

/**
 * Tells the background what the person changed. Resolves after the write has completed.
 * @throws {NotSavedError}
 */
export async function tellBackground(message: OwnMessage): Promise<void> {
  const answer: unknown = await browser.runtime.sendMessage(message);
  const ok = typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;
  if (!ok) throw new NotSavedError(message.type);
}

/** Asks the script of a tab what its page says; undefined when no script of ours answers there. */
export async function askPage(tab: number): Promise<PageReading | undefined> {
  try {
    const answer: unknown = await browser.tabs.sendMessage(tab, { type: 'describe' } satisfies DescribeMessage);
    return isReading(answer) ? answer : undefined;
  } catch {
    return undefined; // "Receiving end does not exist": a page opened before the install
  }
}

function isReading(answer: unknown): answer is PageReading {
  if (typeof answer !== 'object' || answer === null) return false;
  const isList = (name: string) => Array.isArray(Reflect.get(answer, name));
  return 'kind' in answer && isList('cards') && isList('comments') && isList('links') && isList('unread');
}

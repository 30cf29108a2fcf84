import { browser } from 'wxt/browser';
import type { PageSideEvent } from '../core/events';
import { queuePrefix, type Answers, type PageMessage } from './protocol';

/** The one door through which a page's script reaches the extension. Small on purpose: it ships in every page we read. */

/** False once the extension was updated, disabled or removed under this page: the script must go quiet. */
export function isConnected(): boolean {
  try {
    // After an update `runtime` itself may be gone, or keep its name and lose its id.
    return typeof browser.runtime?.id === 'string';
  } catch {
    return false;
  }
}

/** Asks which tab this is, which wakes the background too; empty when that was stopped under the question. */
export async function sendHello(): Promise<Answers['hello']> {
  const answer: unknown = await send({ type: 'hello' });
  const read = (name: 'tab' | 'opener') => {
    const value: unknown = Reflect.get(Object(answer), name); // no answer is an empty object
    return typeof value === 'number' ? { [name]: value } : {};
  };
  return { ...read('tab'), ...read('opener') };
}

/**
 * Sends rows both ways at once, inside the handler that made them. The message is lost when a sleeping worker has not
 * woken before the page goes away (Chromium), the queue when the page closes at once (Firefox); never both. The
 * background adds each id once and empties the queue.
 */
export function sendRows(rows: PageSideEvent[]): void {
  if (rows.length === 0 || !isConnected()) return;
  void browser.storage.local
    .set(Object.fromEntries(rows.map((row) => [queuePrefix + row.id, row])))
    .catch(() => undefined); // a full disk: the message is the other way
  void send({ type: 'append', rows });
}

/** @returns how many order lines were taken, undefined when they were not: read the page again */
export async function sendOrders(message: Omit<Extract<PageMessage, { type: 'orders' }>, 'type'>) {
  const answer: unknown = await send({ type: 'orders', ...message });
  const ok = typeof answer === 'object' && answer !== null && 'ok' in answer ? answer.ok : undefined;
  return typeof ok === 'number' ? ok : undefined;
}

/** Resolves to undefined instead of failing: whoever needs to know looks for an explicit answer. */
async function send(message: PageMessage): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(message);
  } catch {
    return undefined;
  }
}

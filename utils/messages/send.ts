import { browser } from 'wxt/browser';
import type { PageSideEvent } from '../core/events';
import { inTime } from './in-time';
import { queuePrefix, type Answers, type HelloMessage, type LostRows, type PageMessage } from './protocol';

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

/**
 * Asks which tab this is, which wakes the background too; empty when that was stopped under the question. Not looked at
 * here: it becomes a part of rows, and those are decoded where they arrive.
 */
export async function sendHello(visit?: HelloMessage['visit']): Promise<Answers['hello']> {
  return Object(await send({ type: 'hello', ...(visit && { visit }) }));
}

/** Past this many rows those that got out neither way are only counted. */
const mostWaiting = 200;

/** The queue took the last rows or not. */
let isFull = false;
/** Rows that got out neither way, as far as anybody has answered: they go once more with the next ones. */
let waiting: PageSideEvent[] = [];
/** Those that do not even wait. A count is told under one name until somebody has heard it, so that it counts once. */
let [lost, told]: [number, LostRows | undefined] = [0, undefined];

/**
 * Sends rows both ways at once, inside the handler that made them. The message is lost when a sleeping worker has not
 * woken before the page goes away (Chromium), the queue when the page closes at once (Firefox); never both. The
 * background adds each id once and empties the queue. Where the queue has no room and nobody answered, the rows wait here.
 */
export async function sendRows(rows: PageSideEvent[]): Promise<void> {
  if (rows.length === 0 || !isConnected()) return;
  await Promise.all([waiting.splice(0), rows].filter(({ length }) => length > 0).map(sendBothWays));
}

async function sendBothWays(rows: PageSideEvent[]): Promise<void> {
  const queueing = browser.storage.local.set(Object.fromEntries(rows.map((row) => [queuePrefix + row.id, row]))).then(
    () => false,
    () => true, // a full disk: the message is the other way
  );
  const telling = takeLost();
  const isTaken = 'ok' in Object(await send({ type: 'append', rows, isFull, ...(telling && { lost: telling }) }));
  if (isTaken && telling === told) told = undefined;
  isFull = await queueing;
  if (isFull && !isTaken) keep(rows);
}

function takeLost(): LostRows | undefined {
  if (told || lost === 0) return told;
  told = { id: crypto.randomUUID(), count: lost };
  lost = 0;
  return told;
}

function keep(rows: PageSideEvent[]): void {
  const all = [...waiting, ...rows];
  waiting = all.slice(0, mostWaiting);
  lost += all.length - waiting.length;
}

/** @returns how many order lines were taken, undefined when they were not: read the page again */
export async function sendOrders(message: Omit<Extract<PageMessage, { type: 'orders' }>, 'type'>) {
  const answer: unknown = await send({ type: 'orders', ...message });
  const ok = typeof answer === 'object' && answer !== null && 'ok' in answer ? answer.ok : undefined;
  return typeof ok === 'number' ? ok : undefined;
}

/** Resolves to undefined instead of failing, or of never: whoever needs to know looks for an explicit answer. */
async function send(message: PageMessage): Promise<unknown> {
  try {
    return await inTime(browser.runtime.sendMessage(message));
  } catch {
    return undefined;
  }
}

import type { Runtime } from 'webextension-polyfill';
import type { PageSideEvent } from '../core/events';
import { decodeOwnMessage, decodePageMessage } from '../messages/decode';
import type { Answers, OwnMessage, PageMessage } from '../messages/protocol';
import { isOwnPage, isPageScript, type Handler } from '../messages/receive';
import type { WriterDoor } from './door';
import { obey } from './obey';
import { takeOrders } from './orders';
import { drain, takeRows } from './rows';

interface LedgerWriter {
  handle: Handler;
  /** Writes what waits in the queue. */
  drain: () => Promise<void>;
  /** What the person asked for without a page of ours, such as by the context menu. */
  obey: (message: OwnMessage) => Promise<unknown>;
}

/**
 * The single writer: everything that changes the ledger passes here, one thing at a time. An erasure in the middle of a
 * write would otherwise be undone by the rest of it.
 */
export function ledgerWriter(door: WriterDoor): LedgerWriter {
  const inTurn = oneAtATime();
  const answer = (message: PageMessage, sender: Runtime.MessageSender): Promise<unknown> => {
    switch (message.type) {
      case 'hello':
        return Promise.resolve(whereAreYou(sender));
      case 'append':
        return inTurn(() => takeRows(door, withSender(message.rows, sender)));
      case 'orders':
        return inTurn(() => takeOrders(door, message, sender));
    }
  };
  const obeyInTurn = (message: OwnMessage) => inTurn(() => obey(door, message));
  const handle: Handler = (raw, sender) => {
    if (isOwnPage(sender, door.ownRoot)) {
      const message = decodeOwnMessage(raw);
      return message && obeyInTurn(message);
    }
    if (!isPageScript(sender)) return undefined;
    const message = decodePageMessage(raw);
    return message && answer(message, sender);
  };
  return { handle, drain: () => inTurn(() => drain(door)), obey: obeyInTurn };
}

/** Runs tasks one after the other; one that fails does not stop the next. */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(task: () => Promise<T>): Promise<T> => {
    const turn = last.then(task, task);
    last = turn.catch(() => undefined); // whoever asked is told
    return turn;
  };
}

function whereAreYou({ tab }: Runtime.MessageSender): Answers['hello'] {
  return {
    ...(tab?.id !== undefined && { tab: tab.id }),
    ...(tab?.openerTabId !== undefined && { opener: tab.openerTabId }),
  };
}

/** Fills what the row could not know because its first question was lost. */
function withSender(rows: PageSideEvent[], sender: Runtime.MessageSender): PageSideEvent[] {
  const place = whereAreYou(sender);
  return rows.map((row) => ({ ...place, ...row }));
}

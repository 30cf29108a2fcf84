import type { Runtime } from 'webextension-polyfill';
import type { PageSideEvent } from '../core/events';
import type { RetentionLimits } from '../core/retention';
import type { Walk } from '../ledger/rebuild';
import { decodeOwnMessage, decodePageMessage } from '../messages/decode';
import type { Answers, HelloMessage, OwnMessage, PageMessage } from '../messages/protocol';
import { isOwnPage, isPageScript, type Handler } from '../messages/receive';
import { forgetPausedTabs } from '../settings';
import { undoBrokenBills } from './bills';
import type { WriterDoor } from './door';
import { obey } from './obey';
import { oneAtATime } from './one-at-a-time';
import { takeOrders } from './orders';
import { retentionWork } from './retention';
import { drain, dropRows, takeRows } from './rows';
import { takeStudy } from './study';
import { workBook } from './works';
import { writerDesk, type WriterDesk } from './write';

interface LedgerWriter {
  handle: Handler;
  /** Writes what waits in the queue. */
  drain: () => Promise<void>;
  /** Erases what has become older than it may get. */
  retain: () => Promise<void>;
  /** The browser was started. */
  begin: () => Promise<void>;
  /** Takes back imports that broke off. */
  tidy: () => Promise<void>;
  /** What the person asked for without a page of ours, such as by the context menu. */
  obey: (message: OwnMessage) => Promise<unknown>;
}

/**
 * The single writer: everything that changes the ledger passes here, one thing at a time. An erasure in the middle of a
 * write would otherwise be undone by the rest of it.
 */
export function ledgerWriter(door: WriterDoor): LedgerWriter {
  const desk = writerDesk(door);
  const inTurn = oneAtATime();
  const retention = retentionWork(desk, inTurn);
  const works = workBook(door.tellProgress);
  // Asked at once when a message comes, not in its turn: a flood is not to fill the line.
  const admits = ({ tab }: Runtime.MessageSender) => desk.flood.admits(tab?.id ?? -1);
  const answer = (message: PageMessage, sender: Runtime.MessageSender): Promise<unknown> => {
    switch (message.type) {
      case 'hello':
        return hear(desk, message, sender);
      case 'append':
        if (!admits(sender)) return inTurn(() => dropRows(desk, message));
        if (sender.tab?.id !== undefined) door.onTold(sender.tab.id, message.rows);
        return inTurn(() => takeRows(desk, { ...message, rows: withSender(message.rows, sender) }));
      case 'orders':
        if (!admits(sender)) return desk.passing.drop(); // the page tells its orders again until it is answered
        return inTurn(() => takeOrders(desk, message, sender));
    }
  };
  const keepTo = async (limits: RetentionLimits, walk: Walk): Promise<Answers['keep-to']> => ({
    ok: true,
    ...(await retention.keepTo(limits, walk)),
  });
  const obeyInTurn = async (message: OwnMessage) => {
    // Not in its turn: what it is to stop has the turn, or waits for it.
    if (message.type === 'stop') return { ok: works.stop(message.work) };
    const work = 'work' in message ? message.work : undefined;
    if (message.type === 'study') return takeStudy(desk, message.change, inTurn);
    if (message.type === 'keep-to') return works.follow(work, (walk) => keepTo(message.limits, walk));
    return works.follow(work, (walk) => inTurn(() => obey(desk, message, walk)));
  };
  const handle: Handler = (raw, sender) => {
    if (isOwnPage(sender, door.ownRoot)) {
      const message = decodeOwnMessage(raw);
      return message && obeyInTurn(message);
    }
    if (!isPageScript(sender)) return undefined;
    const message = decodePageMessage(raw);
    return message && answer(message, sender);
  };
  return {
    handle,
    drain: () => inTurn(() => lookAndDrain(desk)),
    retain: retention.tend,
    begin: () => inTurn(() => forgetPausedTabs(desk.storage)),
    tidy: () => inTurn(() => undoBrokenBills(desk)),
    obey: obeyInTurn,
  };
}

/** Whatever wakes us, the ledger is opened and compared with the canary: a loss is told before anything is written. */
async function lookAndDrain(desk: WriterDesk): Promise<void> {
  await desk.look();
  await drain(desk);
  await desk.tryQueue('once');
}

async function hear(
  desk: WriterDesk,
  { visit }: HelloMessage,
  sender: Runtime.MessageSender,
): Promise<Answers['hello']> {
  const tab = sender.tab?.id;
  if (visit && tab !== undefined) {
    if (desk.flood.admits(tab)) await desk.visits.note(tab, visit);
    else await desk.passing.drop(); // the visit is not noted: were its page to crash, nobody would tell
  }
  return whereAreYou(sender);
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

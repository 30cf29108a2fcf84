import type { Runtime } from 'webextension-polyfill';
import type { LedgerEvent, PageSideEvent } from '../core/events';
import { matchesPattern } from '../core/patterns';
import { siftEvents, type Sifted } from '../ledger/append';
import { eraseAll } from '../ledger/erase';
import { addPurchases, type KeyedPurchase } from '../ledger/purchases';
import type { LedgerDb } from '../ledger/schema';
import { decodeOwnMessage, decodePageMessage } from '../messages/decode';
import { queuePrefix, type Answers, type OwnMessage, type PageMessage } from '../messages/protocol';
import { isOwnPage, isPageScript, type Handler } from '../messages/receive';
import { isRecorded, markErased, readSettings, writeRecording, type SettingsArea } from '../settings';
import { drainQueue, eraseQueue, type QueueArea } from './queue';
import { readWish } from './wishes';

/** All the writer needs from outside, so that a test can hand it a fake browser and a clock. */
export interface WriterDoor {
  openDb: () => Promise<LedgerDb>;
  storage: QueueArea & SettingsArea;
  /** `chrome-extension://ID/`: who sends from there is a page of ours. */
  ownRoot: string;
  /** Match patterns of every page we read. */
  pages: readonly string[];
  /** `ali` for Taobao and Tmall; undefined for what is no platform. */
  spaceOf: (platform: string) => string | undefined;
  now: () => number;
  /** Tells open pages to read again. */
  announce: () => void;
}

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
        return inTurn(() => takeOrders(door, message));
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

function drain(door: WriterDoor): Promise<void> {
  return drainQueue(door.storage, (rows) => writeRows(door, rows), door.now());
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

async function takeRows(door: WriterDoor, rows: PageSideEvent[]): Promise<Answers['append']> {
  // What was queued comes first: a click needs its sighting, and a shop page the click that opened it.
  await drain(door);
  const { stored: ok } = await writeRows(door, rows);
  await door.storage.remove(rows.map((row) => queuePrefix + row.id));
  return { ok };
}

async function writeRows(door: WriterDoor, rows: PageSideEvent[]): Promise<Sifted> {
  const settings = await readSettings(door.storage);
  const wanted = rows.filter((row) => isRecorded(settings, row.at) && isReadPage(door, row));
  if (wanted.length === 0) return { stored: [], passed: [], refused: [] };
  return writeEvents(
    door,
    wanted.map((row) => withSpace(door, row)),
  );
}

function withSpace(door: WriterDoor, row: PageSideEvent): PageSideEvent {
  return row.type === 'click' ? { ...row, space: spaceOrId(door, row.link.platform) } : row;
}

function spaceOrId(door: WriterDoor, platform: string): string {
  return door.spaceOf(platform) ?? platform;
}

function isReadPage(door: WriterDoor, row: PageSideEvent): boolean {
  if (row.type === 'page' && row.where === 'queue') return true;
  return door.pages.some((pattern) => matchesPattern(pattern, row.url));
}

async function writeEvents(door: WriterDoor, events: LedgerEvent[]): Promise<Sifted> {
  const sifted = await siftEvents(await door.openDb(), events);
  door.announce();
  return sifted;
}

async function takeOrders(
  door: WriterDoor,
  message: Extract<PageMessage, { type: 'orders' }>,
): Promise<Answers['orders']> {
  const { at, zoneMinutes } = message;
  if (!isRecorded(await readSettings(door.storage), at)) return { ok: 0 };
  const keyed = message.purchases.map((purchase): KeyedPurchase => {
    const space = spaceOrId(door, purchase.platform);
    return { ...purchase, space, ...(purchase.itemId !== undefined && { itemKey: `${space}:${purchase.itemId}` }) };
  });
  const added = await addPurchases(await door.openDb(), keyed, { at, zoneMinutes });
  if (added > 0) door.announce();
  return { ok: keyed.length };
}

/** Answers `{ ok: true }` when it is done, `{ ok: false }` when there was nothing to do it to. */
async function obey(door: WriterDoor, message: OwnMessage): Promise<Answers['own']> {
  switch (message.type) {
    case 'want':
    case 'mark':
      return { ok: await wish(door, message) };
    case 'recording':
      await writeRecording(door.storage, message.on, door.now());
      break;
    case 'erase-all':
      await markErased(door.storage, door.now());
      await eraseQueue(door.storage);
      await eraseAll(await door.openDb());
      break;
  }
  door.announce();
  return { ok: true };
}

async function wish(door: WriterDoor, message: Extract<OwnMessage, { type: 'want' | 'mark' }>): Promise<boolean> {
  const events = readWish(message, door.now());
  const { stored } = await writeEvents(door, events);
  return events.every(({ id }) => stored.includes(id));
}

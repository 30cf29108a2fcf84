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
import { eraseQueue, queueDrain, type QueueArea } from './queue';

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
  drain: () => Promise<void>;
  /** What the person asked for without a page of ours, such as by the context menu. */
  obey: (message: OwnMessage) => Promise<unknown>;
}

/** The single writer: everything that changes the ledger passes here. */
export function ledgerWriter(door: WriterDoor): LedgerWriter {
  const drain = queueDrain(door.storage, (rows) => writeRows(door, rows), door.now);
  const answer = (message: PageMessage, sender: Runtime.MessageSender): Promise<unknown> => {
    switch (message.type) {
      case 'hello':
        return Promise.resolve(whereAreYou(sender));
      case 'append':
        return takeRows(door, drain, withSender(message.rows, sender));
      case 'orders':
        return takeOrders(door, message);
    }
  };
  const handle: Handler = (raw, sender) => {
    if (isOwnPage(sender, door.ownRoot)) {
      const message = decodeOwnMessage(raw);
      return message && obey(door, message);
    }
    if (!isPageScript(sender)) return undefined;
    const message = decodePageMessage(raw);
    return message && answer(message, sender);
  };
  return { handle, drain, obey: (message) => obey(door, message) };
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

async function takeRows(
  door: WriterDoor,
  drain: () => Promise<void>,
  rows: PageSideEvent[],
): Promise<Answers['append']> {
  // What was queued comes first: a click needs its sighting, and a shop page the click that opened it.
  await drain();
  const { stored: ok } = await writeRows(door, rows);
  await door.storage.remove(rows.map((row) => queuePrefix + row.id));
  return { ok };
}

async function writeRows(door: WriterDoor, rows: PageSideEvent[]): Promise<Sifted> {
  const settings = await readSettings(door.storage);
  const wanted = rows.filter((row) => isRecorded(settings, row.at) && isReadPage(door, row));
  if (wanted.length === 0) return { stored: [], passed: [], refused: [] };
  return writeEvents(door, wanted);
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
    const space = door.spaceOf(purchase.platform);
    const { itemId } = purchase;
    return space === undefined || itemId === undefined ? purchase : { ...purchase, itemKey: `${space}:${itemId}` };
  });
  const added = await addPurchases(await door.openDb(), keyed, { at, zoneMinutes });
  if (added > 0) door.announce();
  return { ok: keyed.length };
}

async function obey(door: WriterDoor, message: OwnMessage): Promise<Answers['own']> {
  const base = { id: crypto.randomUUID(), at: door.now(), zoneMinutes: -new Date(door.now()).getTimezoneOffset() };
  switch (message.type) {
    case 'want':
    case 'mark':
      await writeEvents(door, [{ ...base, ...message }]);
      break;
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

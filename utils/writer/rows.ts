import type { LedgerEvent, PageSideEvent } from '../core/events';
import { matchesPattern } from '../core/patterns';
import { appendExposures } from '../ledger/exposures';
import { troubleOf } from '../ledger/failures';
import { siftEvents, type Sifted } from '../ledger/sift';
import { queuePrefix, type Answers, type AppendMessage } from '../messages/protocol';
import { isRecorded } from '../core/switches';
import { readSettings } from '../settings';
import { spaceOrId, type WriterDoor } from './door';
import { leaveErased } from './erasures';
import { leaveOut } from './exclusions';
import { drainQueue } from './queue';
import { lostRows, unreadRows } from './unread-rows';
import type { WriterDesk } from './write';

type ListedEvent = Exclude<PageSideEvent, { type: 'exposure' }>;

/** Writes what waits in the queue. Until that is done nothing else is written, so the person is told when it fails. */
export async function drain(desk: WriterDesk): Promise<void> {
  const now = desk.now();
  const isHeld = (row: PageSideEvent) => desk.flood.isShut(row.tab) || waitsForTab(row, now);
  try {
    await drainQueue(desk.storage, (rows) => writeRows(desk, rows), { now, isHeld });
  } catch (error) {
    await desk.passing.trouble(troubleOf(error));
    throw error;
  }
}

/** The message with a row comes within this or not at all. */
const messageTakesMs = 10_000;

/**
 * A landing is joined to its click by tab, and without one it may pass for shopping that no note led to. A page that is
 * left before anybody told it its tab sends one without; its message tells by its sender.
 */
function waitsForTab({ type, tab, at }: PageSideEvent, now: number): boolean {
  return (type === 'landing' || type === 'shop') && tab === undefined && Math.abs(now - at) < messageTakesMs;
}

/** Writes the rows of a message. The answer names those that are stored; the queue keeps no copy of any. */
export async function takeRows(desk: WriterDesk, message: AppendMessage): Promise<Answers['append']> {
  const { rows } = message;
  // What was queued comes first: a click needs its sighting, and a shop page the click that opened it.
  await drain(desk);
  const ok = await writeRows(desk, rows);
  await removeQueued(desk, rows);
  await noteLost(desk, message);
  return { ok };
}

/** What the page tells of its own losses; it tells each once, to whatever answer. */
async function noteLost(desk: WriterDesk, { lost, isFull }: Pick<AppendMessage, 'lost' | 'isFull'>): Promise<void> {
  if (lost) await writeEvents(desk, lostRows(lost, desk.now()));
  // What the page shows next may go away with it: the person may still make room.
  if (isFull) await desk.passing.trouble('full');
}

/** A message that came too fast: its rows are kept nowhere, and it is counted. */
export async function dropRows(desk: WriterDesk, message: AppendMessage): Promise<Answers['append']> {
  const { rows } = message;
  await removeQueued(desk, rows);
  await desk.visits.end(rows);
  await desk.passing.drop();
  await noteLost(desk, message);
  return { ok: [] };
}

function removeQueued({ storage }: WriterDoor, rows: PageSideEvent[]): Promise<void> {
  return storage.remove(rows.map((row) => queuePrefix + row.id));
}

/** @returns the ids that are stored */
async function writeRows(desk: WriterDesk, rows: PageSideEvent[]): Promise<string[]> {
  await desk.visits.end(rows);
  const { taken, odd } = await siftRows(desk, rows);
  const exposures = taken.filter((row) => row.type === 'exposure');
  const events = taken.flatMap((row) => (row.type === 'exposure' ? [] : [row]));
  const { stored, refused } = await writeEvents(desk, events);
  await writeEvents(desk, unreadRows([...odd, ...refused], desk.now()));
  if (exposures.length > 0) stored.push(...(await desk.write((db) => appendExposures(db, exposures))));
  return stored;
}

interface SiftedRows {
  /** Rows to be stored. */
  taken: PageSideEvent[];
  /** Ids of rows that nobody can look at. */
  odd: string[];
}

/**
 * The rows that the person wants and that their page may tell. Nothing is written here, so what is thrown for a row alone
 * is the row's fault: it is named as odd, since the queue comes before everything else and would stand still for ever.
 */
async function siftRows(desk: WriterDesk, rows: PageSideEvent[]): Promise<SiftedRows> {
  try {
    return { taken: await takeWanted(desk, rows), odd: [] };
  } catch (error) {
    if (!isOfRow(error)) throw error;
    if (rows.length === 1) return { taken: [], odd: rows.map(({ id }) => id) };
  }
  const sifted: SiftedRows = { taken: [], odd: [] };
  for (const row of rows) {
    const { taken, odd } = await siftRows(desk, [row]);
    sifted.taken.push(...taken);
    sifted.odd.push(...odd);
  }
  return sifted;
}

/** What our own code throws at a value it cannot handle; a browser's stores fail with errors of other kinds. */
function isOfRow(error: unknown): boolean {
  return error instanceof TypeError || error instanceof RangeError;
}

async function takeWanted(desk: WriterDesk, rows: PageSideEvent[]): Promise<PageSideEvent[]> {
  const settings = await readSettings(desk.storage);
  const wanted = rows.filter((row) => isRecorded(settings, row, desk.now()));
  const recorded = await leaveErased(desk.session, wanted, desk.now());
  const allowed = await listAllowed(desk, await leaveOut(desk, settings, recorded));
  return allowed.map((row) => (row.type === 'exposure' ? row : stamped(desk, row)));
}

/** Rows of pages we read and still may read; what the queue tells of itself is of no page. */
async function listAllowed(door: WriterDoor, rows: PageSideEvent[]): Promise<PageSideEvent[]> {
  const read = rows.filter((row) => isOfQueue(row) || isReadPage(door, row.url));
  const origins = [...new Set(read.filter((row) => !isOfQueue(row)).map(({ url }) => new URL(url).origin))];
  const open = await Promise.all(origins.map((origin) => door.mayRead(`${origin}/`)));
  return read.filter((row) => isOfQueue(row) || open[origins.indexOf(new URL(row.url).origin)] === true);
}

function isOfQueue(row: PageSideEvent): boolean {
  return row.type === 'page' && row.where === 'queue';
}

function isReadPage(door: WriterDoor, url: string): boolean {
  return door.pages.some((pattern) => matchesPattern(pattern, url));
}

/** The item space, for landings to be compared with; and no address of an item that is not a page we know. */
function stamped(door: WriterDoor, row: ListedEvent): ListedEvent {
  if (row.type === 'click') return { ...row, space: spaceOrId(door, row.link.platform) };
  if (row.type === 'shop') return { ...row, space: spaceOrId(door, row.platform) };
  if (row.type !== 'landing' || row.itemUrl === undefined || isReadPage(door, row.itemUrl)) return row;
  const { itemUrl: _foreign, ...rest } = row;
  return rest;
}

export async function writeEvents(desk: WriterDesk, events: LedgerEvent[]): Promise<Sifted> {
  if (events.length === 0) return { stored: [], passed: [], refused: [] };
  const sifted = await desk.write((db) => siftEvents(db, events));
  desk.announce();
  return sifted;
}

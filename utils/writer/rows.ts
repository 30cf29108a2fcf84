import type { LedgerEvent, PageSideEvent } from '../core/events';
import { matchesPattern } from '../core/patterns';
import { siftEvents, type Sifted } from '../ledger/append';
import { queuePrefix, type Answers } from '../messages/protocol';
import { isRecorded, readSettings } from '../settings';
import { spaceOrId, type WriterDoor } from './door';
import { drainQueue } from './queue';

/** Writes what waits in the queue. */
export function drain(door: WriterDoor): Promise<void> {
  return drainQueue(door.storage, (rows) => writeRows(door, rows), door.now());
}

/** Writes the rows of a message. The answer names those that are stored; the queue keeps no copy of any. */
export async function takeRows(door: WriterDoor, rows: PageSideEvent[]): Promise<Answers['append']> {
  // What was queued comes first: a click needs its sighting, and a shop page the click that opened it.
  await drain(door);
  const { stored: ok } = await writeRows(door, rows);
  await door.storage.remove(rows.map((row) => queuePrefix + row.id));
  return { ok };
}

async function writeRows(door: WriterDoor, rows: PageSideEvent[]): Promise<Sifted> {
  const settings = await readSettings(door.storage);
  const recorded = rows.filter((row) => isRecorded(settings, row.at, door.now()));
  const allowed = await listAllowed(door, recorded);
  if (allowed.length === 0) return { stored: [], passed: [], refused: [] };
  return writeEvents(
    door,
    allowed.map((row) => stamped(door, row)),
  );
}

/** Rows of pages we read and still may read; what the queue tells of itself is of no page. */
async function listAllowed(door: WriterDoor, rows: PageSideEvent[]): Promise<PageSideEvent[]> {
  const origins = [...new Set(rows.map(({ url }) => new URL(url).origin))];
  const open = await Promise.all(origins.map((origin) => door.mayRead(`${origin}/`)));
  const isOpen = ({ url }: PageSideEvent) => open[origins.indexOf(new URL(url).origin)] === true;
  return rows.filter((row) => isOfQueue(row) || (isReadPage(door, row.url) && isOpen(row)));
}

function isOfQueue(row: PageSideEvent): boolean {
  return row.type === 'page' && row.where === 'queue';
}

function isReadPage(door: WriterDoor, url: string): boolean {
  return door.pages.some((pattern) => matchesPattern(pattern, url));
}

/** The item space, for landings to be compared with; and no address of an item that is not a page we know. */
function stamped(door: WriterDoor, row: PageSideEvent): PageSideEvent {
  if (row.type === 'click') return { ...row, space: spaceOrId(door, row.link.platform) };
  if (row.type !== 'landing' || row.itemUrl === undefined || isReadPage(door, row.itemUrl)) return row;
  const { itemUrl: _foreign, ...rest } = row;
  return rest;
}

export async function writeEvents(door: WriterDoor, events: LedgerEvent[]): Promise<Sifted> {
  const sifted = await siftEvents(await door.openDb(), events);
  door.announce();
  return sifted;
}

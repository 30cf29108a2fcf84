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

function isReadPage(door: WriterDoor, row: PageSideEvent): boolean {
  if (row.type === 'page' && row.where === 'queue') return true;
  return door.pages.some((pattern) => matchesPattern(pattern, row.url));
}

export async function writeEvents(door: WriterDoor, events: LedgerEvent[]): Promise<Sifted> {
  const sifted = await siftEvents(await door.openDb(), events);
  door.announce();
  return sifted;
}

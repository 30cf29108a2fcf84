import type { CollectEvent, NoteEvent, SightingEvent } from '../../core/events';
import type { LedgerTx, NoteRow } from '../schema';
import { addSeenItem, changeItem, itemKeyOf, resolveAlias, unwantItem, wantItem } from './items';
import { isOutdated, type Timed } from './late';

interface NotePlace {
  site: string;
  noteId: string;
  at: number;
  late?: true;
}

async function readNote(tx: LedgerTx, place: NotePlace): Promise<NoteRow> {
  const { site, noteId, at } = place;
  const key = `${site}:${noteId}`;
  const row = await tx.objectStore('notes').get(key);
  if (!row) return { key, site, id: noteId, firstSeenAt: at, lastSeenAt: at, itemKeys: [] };
  return isOutdated(place, row.firstSeenAt) ? { ...row, firstSeenAt: at } : row;
}

/** Adds what the note says of itself; a title that arrives late reaches the items that hang on the note. */
export async function projectNote(tx: LedgerTx, event: Timed<NoteEvent>): Promise<void> {
  const { id, title, authorId, media, label } = event.note;
  const row = await readNote(tx, { ...event, noteId: id });
  const facts = {
    ...(title !== undefined && { title }),
    ...(authorId !== undefined && { authorId }),
    ...(media !== undefined && { media }),
    ...(label !== undefined && { label }),
  };
  const told = isOutdated(event, row.lastSeenAt) ? { ...facts, ...row } : { ...row, ...facts };
  const next: NoteRow = { ...told, lastSeenAt: Math.max(row.lastSeenAt, event.at) };
  await tx.objectStore('notes').put(next);
  if (next.title !== undefined && next.title !== row.title) await titleItems(tx, next, next.title);
  // Collected earlier, perhaps in the app: the page says so, and the wish stands from the moment we saw it. The contrary
  // is no proof: a page without login shows every note as not collected.
  const isNews = event.note.saved === true && row.collectedAt === undefined && (row.decidedAt ?? 0) < event.at;
  if (isNews) await collectNote(tx, next, event.at);
}

async function titleItems(tx: LedgerTx, note: NoteRow, title: string): Promise<void> {
  for (const linkKey of note.itemKeys) {
    await changeItem(tx, await resolveAlias(tx, linkKey), (row) =>
      row.note?.site === note.site && row.note.id === note.id ? { ...row, note: { ...row.note, title } } : row,
    );
  }
}

/** The note that shows the link, with what hangs on it. */
async function hangOnNote(tx: LedgerTx, place: NotePlace, linkKey: string | undefined): Promise<NoteRow> {
  const note = await readNote(tx, place);
  const known = linkKey === undefined || note.itemKeys.includes(linkKey);
  const row: NoteRow = {
    ...note,
    lastSeenAt: Math.max(note.lastSeenAt, place.at),
    itemKeys: known ? note.itemKeys : [...note.itemKeys, linkKey],
  };
  await tx.objectStore('notes').put(row);
  return row;
}

export async function projectSighting(tx: LedgerTx, event: Timed<SightingEvent>): Promise<void> {
  const linkKey = itemKeyOf(event.link);
  const { noteId } = event;
  const note = noteId === undefined ? undefined : await hangOnNote(tx, { ...event, noteId }, linkKey);
  if (linkKey === undefined) return;
  await addSeenItem(tx, {
    key: await resolveAlias(tx, linkKey),
    link: event.link,
    surface: event.surface,
    ...(note && { note }),
    at: event.at,
    ...(event.late && { late: event.late }),
    ...(event.title !== undefined && { title: event.title }),
  });
}

export async function projectCollect(tx: LedgerTx, event: Timed<CollectEvent>): Promise<void> {
  const row = await readNote(tx, event);
  // A word from the queue, or from a backup, older than the one that stands.
  if ((row.decidedAt ?? 0) > event.at) return void (await tx.objectStore('notes').put(row));
  const decided = { ...row, decidedAt: event.at };
  if (event.collected) return collectNote(tx, decided, event.at);
  const { collectedAt: _gone, ...rest } = decided;
  await tx.objectStore('notes').put(rest);
  for (const linkKey of row.itemKeys) {
    await changeItem(tx, await resolveAlias(tx, linkKey), (item) => unwantItem(item, row.key));
  }
}

async function collectNote(tx: LedgerTx, row: NoteRow, at: number): Promise<void> {
  await tx.objectStore('notes').put({ ...row, collectedAt: row.collectedAt ?? at });
  for (const linkKey of row.itemKeys) {
    await changeItem(tx, await resolveAlias(tx, linkKey), (item) => wantItem(item, row.key, at));
  }
}

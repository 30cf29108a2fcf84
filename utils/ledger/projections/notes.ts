import type { CollectEvent, NoteEvent, SightingEvent } from '../../core/events';
import type { LedgerTx, NoteRow } from '../schema';
import { addSeenItem, changeItem, itemKeyOf, resolveAlias, unwantItem, wantItem } from './items';

interface NotePlace {
  site: string;
  noteId: string;
  at: number;
}

async function readNote(tx: LedgerTx, { site, noteId, at }: NotePlace): Promise<NoteRow> {
  const key = `${site}:${noteId}`;
  const row = await tx.objectStore('notes').get(key);
  return row ?? { key, site, id: noteId, firstSeenAt: at, lastSeenAt: at, itemKeys: [] };
}

/** Adds what the note says of itself; a title that arrives late reaches the items that hang on the note. */
export async function projectNote(tx: LedgerTx, event: NoteEvent): Promise<void> {
  const { id, title, authorId, media, label } = event.note;
  const row = await readNote(tx, { site: event.site, noteId: id, at: event.at });
  const next: NoteRow = {
    ...row,
    ...(title !== undefined && { title }),
    ...(authorId !== undefined && { authorId }),
    ...(media !== undefined && { media }),
    ...(label !== undefined && { label }),
    lastSeenAt: Math.max(row.lastSeenAt, event.at),
  };
  await tx.objectStore('notes').put(next);
  if (title !== undefined && title !== row.title) await titleItems(tx, next, title);
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

export async function projectSighting(tx: LedgerTx, event: SightingEvent): Promise<void> {
  const note = await readNote(tx, event);
  const linkKey = itemKeyOf(event.link);
  const known = linkKey === undefined || note.itemKeys.includes(linkKey);
  const row: NoteRow = {
    ...note,
    lastSeenAt: Math.max(note.lastSeenAt, event.at),
    itemKeys: known ? note.itemKeys : [...note.itemKeys, linkKey],
  };
  await tx.objectStore('notes').put(row);
  if (linkKey === undefined) return;
  await addSeenItem(tx, {
    key: await resolveAlias(tx, linkKey),
    link: event.link,
    surface: event.surface,
    note: row,
    at: event.at,
    ...(event.title !== undefined && { title: event.title }),
  });
}

export async function projectCollect(tx: LedgerTx, event: CollectEvent): Promise<void> {
  const row = await readNote(tx, event);
  if ((row.decidedAt ?? 0) > event.at) return; // a word from the queue, older than the one that stands
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

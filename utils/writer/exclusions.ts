import type { PageSideEvent } from '../core/events';
import { isKindWanted } from '../core/record-kinds';
import { isExcluded, type Settings, type Subject } from '../core/switches';
import type { WriterDesk } from './write';

/** What a row says of itself. */
function subjectOf(row: PageSideEvent): Subject {
  const { url } = row;
  switch (row.type) {
    case 'exposure':
      return { url, noteId: row.unit.noteId, authorId: row.unit.authorId };
    case 'note':
      return { url, noteId: row.note.id, authorId: row.note.authorId };
    case 'sighting':
    case 'click':
    case 'collect':
      return { url, noteId: row.noteId };
    case 'landing':
    case 'shop':
    case 'signal':
    case 'page':
      return { url };
  }
}

/** Who wrote a note, as far as these rows or the ledger tell. */
async function authorsOf(desk: WriterDesk, rows: readonly PageSideEvent[]): Promise<Map<string, string>> {
  const authors = new Map<string, string>();
  const note = (noteId: string | undefined, authorId: string | null | undefined) => {
    if (noteId !== undefined && typeof authorId === 'string') authors.set(noteId, authorId);
  };
  await desk.read(async (db) => {
    for (const row of rows) {
      const { noteId, authorId } = subjectOf(row);
      if (authorId === undefined && noteId !== undefined && 'site' in row)
        note(noteId, (await db.get('notes', `${row.site}:${noteId}`))?.authorId);
    }
  });
  for (const row of rows) {
    const { noteId, authorId } = subjectOf(row);
    note(noteId, authorId);
  }
  return authors;
}

/** The rows of wanted kinds that are about nothing the person excluded. Pages leave those out themselves; this is the second look. */
export async function leaveOut(
  desk: WriterDesk,
  settings: Settings,
  rows: readonly PageSideEvent[],
): Promise<PageSideEvent[]> {
  const { excludedAuthors, excludedNotes, excludedSites, unwantedKinds } = settings;
  const wanted = rows.filter(({ type }) => isKindWanted(type, unwantedKinds));
  if (excludedAuthors.length + excludedNotes.length + excludedSites.length === 0) return wanted;
  const authors = await authorsOf(desk, wanted);
  return wanted.filter((row) => {
    const { noteId, ...subject } = subjectOf(row);
    return !isExcluded(settings, { noteId, authorId: authors.get(noteId ?? ''), ...subject });
  });
}

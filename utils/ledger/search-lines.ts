import type { ItemRow } from '../core/rows';
import { searchLine, type SearchLine, searchList, type SearchList } from '../core/search';
import { pagesOf } from './pages';
import { isItemRow } from './readable';
import type { LedgerDb } from './schema';

export interface SearchWalk {
  /** How many were read so far. */
  onProgress?: (read: number) => void;
  signal?: AbortSignal;
}

/** Rows read at once: between two pages the screen gets its turn. */
const pageSize = 1_000;

async function readAuthors(db: LedgerDb, signal?: AbortSignal) {
  const authors = new Map<string, string | undefined>();
  for await (const page of pagesOf((after, count) => db.getAll('notes', after, count), 'key')) {
    signal?.throwIfAborted();
    for (const { key, authorId } of page) authors.set(key, authorId);
  }
  return authors;
}

/**
 * What a search looks through, read when the person begins to search: a hundred thousand items take a second, which the
 * first screen must not wait for.
 */
export async function readSearchList(
  db: LedgerDb,
  by: 'savedAt' | 'purchasedAt',
  { onProgress, signal }: SearchWalk = {},
): Promise<SearchList> {
  const authors = await readAuthors(db, signal);
  const lines = new Map<string, SearchLine>();
  let count = pageSize;
  for (let from = 0, done = false; !done;) {
    const rows: unknown[] = await db.getAllFromIndex('items', by, IDBKeyRange.lowerBound(from), count);
    signal?.throwIfAborted();
    const before = lines.size;
    for (const row of rows) {
      if (isItemRow(row)) lines.set(row.key, searchLine(row, by, authors.get(noteKey(row))));
    }
    done = rows.length < count;
    // More of one moment than a page holds, or broken ones: a longer page gets past them.
    if (lines.size === before) count *= 2;
    const last = rows.findLast(isItemRow);
    from = Math.max(from, last?.[by] ?? 0);
    onProgress?.(lines.size);
  }
  return searchList([...lines.values()]);
}

function noteKey({ note }: ItemRow): string {
  return note ? `${note.site}:${note.id}` : '';
}

/** The items of these keys that can be read, in this order. */
export async function getItems(db: LedgerDb, keys: readonly string[]): Promise<ItemRow[]> {
  const { store } = db.transaction('items');
  const rows: unknown[] = await Promise.all(keys.map((key) => store.get(key)));
  return rows.filter(isItemRow);
}

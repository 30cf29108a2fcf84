import type { ItemRow } from '../core/rows';
import type { LedgerDb, NoteRow } from './schema';

export interface Found<T> {
  rows: T[];
  /** Others are there as well. */
  more: boolean;
}

export interface Finding {
  /** At most so many rows. */
  limit: number;
  signal?: AbortSignal | undefined;
}

/** Rows read at once: a page of these takes a few milliseconds, and between two pages the screen gets its turn. */
const pageSize = 500;

/** Items whose title, shop or key holds a text; the whole list is looked through, since no index knows parts of words. */
export function findItemsNamed(db: LedgerDb, text: string, finding: Finding): Promise<Found<ItemRow>> {
  const isNamed = named(text);
  const readPage = (after: IDBKeyRange | null) => db.getAll('items', after, pageSize);
  return findRows(readPage, ({ title, shop, key }) => isNamed(title, shop, key), finding);
}

/** Notes whose title, id or author's id holds a text. */
export function findNotesNamed(db: LedgerDb, text: string, finding: Finding): Promise<Found<NoteRow>> {
  const isNamed = named(text);
  const readPage = (after: IDBKeyRange | null) => db.getAll('notes', after, pageSize);
  return findRows(readPage, ({ title, id, authorId }) => isNamed(title, id, authorId), finding);
}

async function findRows<T extends { key: string }>(
  readPage: (after: IDBKeyRange | null) => Promise<T[]>,
  isIt: (row: T) => boolean,
  { limit, signal }: Finding,
): Promise<Found<T>> {
  const rows: T[] = [];
  for (let after: IDBKeyRange | null = null; rows.length <= limit;) {
    const page: T[] = await readPage(after);
    signal?.throwIfAborted();
    rows.push(...page.filter(isIt));
    const last = page.at(-1);
    if (!last) break;
    after = IDBKeyRange.lowerBound(last.key, true);
  }
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}

/** Whatever the case; a row may be broken on the disk, so nothing is taken to be text. */
function named(text: string): (...names: unknown[]) => boolean {
  const wanted = text.toLowerCase();
  return (...names) => names.some((name) => typeof name === 'string' && name.toLowerCase().includes(wanted));
}

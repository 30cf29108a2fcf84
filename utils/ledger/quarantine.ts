import { decodeExposure } from '../schemas/stored';
import { pagesOf } from './pages';
import type { Walk } from './rebuild';
import type { allStores, LedgerDb, QuarantinedRow } from './schema';

/** A row that no reader understands. */
export interface CorruptRow {
  store: (typeof allStores)[number];
  key: IDBValidKey;
  /** The first field that is wrong. */
  reason: string;
}

/** Rows of lists are made of events: one that was put aside is a copy, however old what it tells. */
export function isCopy({ store }: Pick<QuarantinedRow, 'store'>): boolean {
  return store !== 'events' && store !== 'exposures';
}

type ReadPage = (after: IDBKeyRange | null, count: number) => Promise<{ id: IDBValidKey }[]>;

/** Events that stand nowhere in the order of writing, so that no reading in that order meets them. */
export async function findUnplaced(readPage: ReadPage): Promise<CorruptRow[]> {
  const found: CorruptRow[] = [];
  for await (const page of pagesOf(readPage, 'id')) {
    const unplaced = page.filter((row) => !isKey(Reflect.get(row, 'seq')));
    found.push(...unplaced.map(({ id }) => ({ store: 'events' as const, key: id, reason: 'seq' })));
  }
  return found;
}

function isKey(value: unknown): boolean {
  try {
    return indexedDB.cmp(value, value) === 0;
  } catch {
    return false; // what a database takes for no key, its indexes leave out
  }
}

/** Exposures that cannot be read. */
export async function findCorruptExposures(db: LedgerDb, { onProgress, signal }: Walk): Promise<CorruptRow[]> {
  const found: CorruptRow[] = [];
  let done = 0;
  for await (const page of pagesOf((after, count) => db.getAll('exposures', after, count), 'id')) {
    for (const row of page) {
      const decoded = decodeExposure(row);
      if ('reason' in decoded) found.push({ store: 'exposures', key: row.id, reason: decoded.reason });
    }
    done += page.length;
    onProgress?.({ done, total: done });
    signal?.throwIfAborted();
  }
  return found;
}

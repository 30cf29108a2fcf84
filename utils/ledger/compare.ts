import { faultOf, isOfFamily } from '../schemas/lists';
import type { MemoryLedger } from './memory';
import { pagesOf } from './pages';
import type { CorruptRow } from './quarantine';

/** What events make; the events themselves are what it is made of. */
const madeLists = ['items', 'notes', 'orders', 'counters', 'coverage', 'meta'] as const;
type MadeList = (typeof madeLists)[number];

/** Where a list is not what its events make of it. */
export interface Difference {
  store: MadeList;
  /** Text, but for rows that are broken. */
  key: IDBValidKey;
  how: 'missing' | 'extra' | 'different';
}

export interface Compared {
  differences: Difference[];
  corrupt: CorruptRow[];
}

/** Reads rows of one list after a key, in the order of their keys. */
type ReadRows = (store: MadeList, after: IDBKeyRange | null, count: number) => Promise<{ key: IDBValidKey }[]>;

/** Compares every list with what a rebuild made, row by row, and looks whether what differs can be read at all. */
export async function compareLists(readRows: ReadRows, memory: MemoryLedger): Promise<Compared> {
  const compared: Compared = { differences: [], corrupt: [] };
  for (const store of madeLists) {
    const seen = new Set<unknown>();
    for await (const page of pagesOf((after, count) => readRows(store, after, count), 'key')) {
      for (const row of page) {
        seen.add(row.key);
        compareRow(compared, { store, key: row.key, row, made: memory.rowsOf(store).get(String(row.key)) });
      }
    }
    const missing = [...memory.rowsOf(store).keys()].filter((key) => !seen.has(key));
    compared.differences.push(...missing.map((key) => ({ store, key, how: 'missing' as const })));
  }
  return compared;
}

interface Pair {
  store: MadeList;
  key: IDBValidKey;
  row: object;
  made: object | undefined;
}

function compareRow({ differences, corrupt }: Compared, { store, key, row, made }: Pair): void {
  if (made && isSame(row, made)) return;
  // What its events do make this row is no breakage, however odd it looks.
  const reason = faultOf(store, row);
  if (reason !== undefined) corrupt.push({ store, key, reason });
  if (made) differences.push({ store, key, how: 'different' });
  else if (store !== 'meta' || isMade(key)) differences.push({ store, key, how: 'extra' });
}

/** The single rows that events make; the others name the moment, the order of writing and the database itself. */
function isMade(key: IDBValidKey): boolean {
  const name = String(key);
  return isOfFamily(name) || ['summary', 'open-clicks', 'unread-pages', 'cooling'].includes(name);
}

/** Equal in every field. The second one is of our own making, so it ends; the first may be anything. */
export function isSame(stored: unknown, made: unknown): boolean {
  if (Object.is(stored, made)) return true;
  if (typeof stored !== 'object' || typeof made !== 'object' || stored === null || made === null) return false;
  if (Array.isArray(stored) !== Array.isArray(made)) return false;
  const names = Object.keys(made);
  return (
    names.length === Object.keys(stored).length &&
    names.every((name) => Object.hasOwn(stored, name) && isSame(Reflect.get(stored, name), Reflect.get(made, name)))
  );
}

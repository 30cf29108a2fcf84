import type { LedgerDb } from '../schema';

/** Rows asked for at once. */
const atOnce = 200;

/** A row that is there and that the browser cannot read. */
export const spoilt: unique symbol = Symbol('spoilt');

interface Rows<Row> {
  /** By an index: it lies elsewhere in the file, and may still lead to rows whose store cannot be walked. */
  listKeys: () => Promise<string[]>;
  /** Undefined when it was erased meanwhile. */
  read: (key: string) => Promise<Row | undefined>;
}

/**
 * The rows of a store that the browser cannot walk any more, asked for one by one: it refuses a whole page for a single
 * spoilt place in its file (Firefox 153: `UnknownError` from `getAll`, `getAllKeys` and `count`, while an index still lists
 * every key). All keys are in memory at once, which a spoilt file alone is worth.
 * @throws what the browser says, where it does not list the keys either, or answers nothing at all any more
 */
export async function* salvage<Row>(
  db: LedgerDb,
  { listKeys, read }: Rows<Row>,
): AsyncGenerator<(Row | typeof spoilt)[]> {
  const keys = await listKeys();
  for (let from = 0; from < keys.length; from += atOnce) {
    const some = keys.slice(from, from + atOnce);
    const rows = await Promise.all(some.map((key) => read(key).catch((): typeof spoilt => spoilt)));
    // A connection that was closed refuses every row, and none of them is spoilt.
    if (rows.includes(spoilt)) await db.get('meta', 'uuid');
    yield rows.filter((row) => row !== undefined);
  }
}

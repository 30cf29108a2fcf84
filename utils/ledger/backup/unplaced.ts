import { decodeStoredEvent } from '../../schemas/stored';
import type { StoredEvent } from '../../core/events';
import { pagesOf } from '../pages';
import { isPlace } from '../places';
import type { LedgerDb } from '../schema';
import { seated } from '../seats';

interface Walk {
  /** The place of the last event that has one. */
  lastSeq: number;
  pageRows: number;
}

/**
 * Events that no place in the order of writing leads to. What is whole but for that gets one after all others, by time, as a
 * repair would give it; what is not whole stays as it is, and a restore says why it refuses it.
 */
export async function* listUnplaced(db: LedgerDb, { lastSeq, pageRows }: Walk): AsyncGenerator<unknown[]> {
  const last = await db.getFromIndex('events', 'seq', lastSeq);
  const found = await findIds(db);
  for (let from = 0; from < found.length; from += pageRows) {
    const ids = found.slice(from, from + pageRows);
    const rows = await Promise.all(ids.map((id) => db.get('events', IDBKeyRange.only(id))));
    yield rows.flatMap((row, place) => (row ? [inSeat(row, lastSeq + from + place + 1, last)] : []));
  }
}

/** By their time, as far as they tell it. */
async function findIds(db: LedgerDb): Promise<IDBValidKey[]> {
  const found: { id: IDBValidKey; at: number }[] = [];
  for await (const page of pagesOf((after, count) => db.getAll('events', after, count), 'id'))
    for (const { id, at, seq } of page) if (!isPlace(seq)) found.push({ id, at: Number.isFinite(at) ? at : 0 });
  return found.sort((a, b) => a.at - b.at).map(({ id }) => id);
}

function inSeat(row: StoredEvent, seq: number, last: StoredEvent | undefined): unknown {
  const decoded = decodeStoredEvent({ ...row, seq });
  return 'row' in decoded ? seated(decoded.row, seq, last) : row;
}

import { decodeStoredEvent } from '../schemas/stored';
import { lastPlace, saidPlace } from './places';
import type { CorruptRow } from './quarantine';
import type { LedgerDb } from './schema';
import { inTransaction } from './transact';
import type { StoredEvent } from '../core/events';

/**
 * Gives events that are whole but for their place another one, at the end of the order and by their time among each
 * other, in one transaction. One that is older than the last event counts as late, as if it had been restored.
 * @returns how many there were
 */
export async function seatAnew(db: LedgerDb, rows: readonly CorruptRow[]): Promise<number> {
  const unplaced = rows.filter(({ store, reason }) => store === 'events' && reason === 'seq');
  if (unplaced.length === 0) return 0;
  const tx = db.transaction(['events', 'meta'], 'readwrite', { durability: 'strict' });
  const [events, meta] = [tx.objectStore('events'), tx.objectStore('meta')];
  return inTransaction(tx, async () => {
    const end = await lastPlace(events.index('seq'));
    const last = await events.index('seq').get(end);
    let seq = Math.max(end, saidPlace(await meta.get('seq')) ?? 0);
    const whole: StoredEvent[] = [];
    for (const { key } of unplaced) {
      const decoded = decodeStoredEvent({ ...(await events.get(IDBKeyRange.only(key))), seq: 1 });
      if ('row' in decoded) whole.push(decoded.row);
    }
    for (const row of whole.sort((a, b) => a.at - b.at)) {
      await events.put(seated(row, (seq += 1), last));
    }
    if (whole.length > 0) await meta.put({ key: 'seq', value: seq });
    return whole.length;
  });
}

/** An event in a new place, at the end of the order: late, where the last one in order is newer. */
export function seated(row: StoredEvent, seq: number, last: StoredEvent | undefined): StoredEvent {
  const isLate = last !== undefined && row.at < last.at;
  return { ...row, seq, ...(isLate && { late: true }) };
}

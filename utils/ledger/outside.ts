import { pagesOf } from './pages';
import type { LedgerDb } from './schema';

/** Epoch ms, both ends within. */
interface Stretch {
  from: number;
  to: number;
}

/** How many rows that pages told are of each of these times, whether or not anybody can read them; stopped, it throws. */
export async function countRowsIn(
  db: LedgerDb,
  stretches: readonly Stretch[],
  signal?: AbortSignal,
): Promise<number[]> {
  const counts = await Promise.all(stretches.map((stretch) => countExposures(db, stretch)));
  for await (const page of pagesOf((after, count) => db.getAllFromIndex('events', 'seq', after, count), 'seq')) {
    signal?.throwIfAborted();
    for (const [place, { from, to }] of stretches.entries())
      counts[place] =
        (counts[place] ?? 0) + page.filter((row) => 'visit' in row && row.at >= from && row.at <= to).length;
  }
  return counts;
}

function countExposures(db: LedgerDb, { from, to }: Stretch): Promise<number> | number {
  return from > to ? 0 : db.countFromIndex('exposures', 'at', IDBKeyRange.bound(from, to));
}

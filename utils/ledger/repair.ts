import type { Repaired } from '../core/health';
import { readCounts } from './counts';
import { mendLists, mendSingles, putAside } from './mend';
import { findCorruptExposures, findUnplaced, type CorruptRow } from './quarantine';
import { rebuildLists, type Walk, walkAfter } from './rebuild';
import { allStores, type LedgerDb } from './schema';
import { seatAnew } from './seats';
import { inTransaction } from './transact';

interface Repairing extends Walk {
  now: number;
}

/**
 * Puts aside what cannot be read and makes the lists equal to what the events give, in one transaction: stopped half way,
 * everything is as it was. Events that lost nothing but their place get
 * another first, in a transaction of its own, after which nothing can be stopped. For the single writer; done once more it changes nothing.
 */
export async function repairLedger(db: LedgerDb, { now, ...walk }: Repairing): Promise<Repaired> {
  const { events, exposures } = await readCounts({ get: (key) => db.get('meta', key) });
  const total = events + exposures;
  const { memory, corrupt, unlisted, highestSeq, read } = await rebuildLists(db, walkAfter(0, total, walk));
  const odd: CorruptRow[] = [
    ...corrupt,
    ...(await findUnplaced((after, count) => db.getAll('events', after, count))),
    ...(await findCorruptExposures(db, walkAfter(read, total, walk))),
  ];
  walk.signal?.throwIfAborted();
  const seated = await seatAnew(db, odd);
  if (seated > 0) {
    const repaired = await repairLedger(db, { now, onProgress: walk.onProgress });
    return { ...repaired, changed: repaired.changed + seated };
  }
  const tx = db.transaction(allStores, 'readwrite', { durability: 'strict' });
  return inTransaction(tx, async () => {
    const aside = { events: 0, exposures: 0 };
    for (const row of odd) {
      const isAside = await putAside(tx, row, now);
      if (isAside && (row.store === 'events' || row.store === 'exposures')) aside[row.store] += 1;
    }
    const mended = await mendLists(tx, memory, now);
    const singles = await mendSingles(tx, { highestSeq, unlisted: unlisted.length, aside });
    return { changed: mended.differences.length + singles, quarantined: odd.length + mended.corrupt.length };
  });
}

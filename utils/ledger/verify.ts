import type { LedgerCounts } from '../core/health';
import { compareLists, type Compared, type Difference } from './compare';
import { readCounts } from './counts';
import { saidPlace } from './places';
import { findCorruptExposures, findUnplaced, type CorruptRow } from './quarantine';
import { rebuildLists, replayPage, startRebuild, type Rebuilt, type Walk, walkAfter } from './rebuild';
import { ledgerStores, type LedgerDb } from './schema';

/** What a check of the whole ledger found. */
export interface Verification {
  /** Where the lists are not what the events make of them. */
  differences: Difference[];
  corrupt: CorruptRow[];
  /** Ids of events that can be read and that no list takes. */
  unlisted: string[];
  counts: {
    /** What the ledger says it holds. */
    stored: LedgerCounts;
    /** What it does hold. */
    found: { events: number; exposures: number };
  };
}

/** Whether there is nothing to mend. */
export function isSound({ differences, corrupt, unlisted, counts: { stored, found } }: Verification): boolean {
  const isCounted = stored.events === found.events && stored.exposures === found.exposures;
  return isCounted && differences.length + corrupt.length + unlisted.length === 0;
}

/**
 * Makes every list again and compares it with the stored one, reads every row, and counts. Writes nothing, so a page may
 * do it beside the writer. Here alone rows are counted by walking: the counts themselves are on trial.
 */
export async function verifyLedger(db: LedgerDb, walk: Walk = {}): Promise<Verification> {
  const expected = await readCounts({ get: (key) => db.get('meta', key) });
  const total = expected.events + expected.exposures;
  const lists = await verifyLists(db, walkAfter(0, total, walk));
  const corruptExposures = await findCorruptExposures(db, walkAfter(lists.found, total, walk));
  const exposures = await countExposures(db);
  return {
    differences: lists.differences,
    corrupt: [...lists.corrupt, ...corruptExposures],
    unlisted: lists.unlisted,
    counts: {
      stored: { ...lists.stored, exposures: exposures.stored },
      found: { events: lists.found, exposures: exposures.found },
    },
  };
}

interface VerifiedLists extends Compared {
  unlisted: string[];
  stored: LedgerCounts;
  found: number;
}

async function verifyLists(db: LedgerDb, walk: Walk): Promise<VerifiedLists> {
  const beside = await verifyRest(db, await rebuildLists(db, walk), walk);
  // Events were erased or moved meanwhile: once more, from the start, and the writer waits.
  const verified = beside ?? (await verifyRest(db, startRebuild(), walk));
  if (!verified) throw new Error('The ledger changed under a transaction');
  return verified;
}

/**
 * Replays what a rebuild has not met yet and compares, in one transaction: what the writer adds meanwhile waits for it.
 * @returns undefined when the rebuild has met other events than there are now
 */
async function verifyRest(db: LedgerDb, rebuilt: Rebuilt, { signal, onProgress }: Walk) {
  const tx = db.transaction(ledgerStores);
  const events = tx.objectStore('events');
  while (await replayPage(rebuilt, (after, count) => events.index('seq').getAll(after, count))) {
    onProgress?.({ done: rebuilt.read, total: rebuilt.read });
    signal?.throwIfAborted();
  }
  const found = await events.count();
  const isLeftOut = found > rebuilt.read;
  const unplaced = isLeftOut ? await findUnplaced((after, count) => events.getAll(after, count)) : [];
  if (found !== rebuilt.read + unplaced.length) return undefined;
  const stored = await readCounts(tx.objectStore('meta'));
  const { differences, corrupt } = await compareLists(
    (store, after, count) => tx.objectStore(store).getAll(after, count),
    rebuilt.memory,
  );
  const { unlisted, highestSeq } = rebuilt;
  // An event to come would get the place of one that is there.
  const said = await tx.objectStore('meta').get('seq');
  if ((said && saidPlace(said) === undefined) || highestSeq > (saidPlace(said) ?? 0))
    differences.push({ store: 'meta', key: 'seq', how: 'different' });
  return { differences, corrupt: [...rebuilt.corrupt, ...unplaced, ...corrupt], unlisted, stored, found };
}

async function countExposures(db: LedgerDb): Promise<{ stored: number; found: number }> {
  const tx = db.transaction(['exposures', 'meta']);
  const { exposures: stored } = await readCounts(tx.objectStore('meta'));
  return { stored, found: await tx.objectStore('exposures').count() };
}

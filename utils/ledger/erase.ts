import { deleteDB } from 'idb';
import { readCounts } from './counts';
import { databaseName, LedgerError } from './open';
import { allStores, type LedgerDb } from './schema';
import { inTransaction } from './transact';

/**
 * Empties every list, the device key included; what stays is the ledger's name and the number of rows that were erased,
 * so that nobody takes it for a loss. Resolves when the transaction has completed.
 */
export async function eraseAll(db: LedgerDb): Promise<void> {
  const tx = db.transaction(allStores, 'readwrite', { durability: 'strict' });
  const meta = tx.objectStore('meta');
  await inTransaction(tx, async () => {
    const [counts, ...kept] = await Promise.all([
      readCounts(meta),
      meta.get('uuid'),
      meta.get('seq'),
      meta.get('lost-at'),
    ]);
    await Promise.all(allStores.map((name) => tx.objectStore(name).clear()));
    for (const row of kept) if (row) await meta.put(row);
    const erasedEvents = counts.erasedEvents + counts.events;
    const erasedExposures = counts.erasedExposures + counts.exposures;
    await meta.put({ key: 'counts', value: { events: 0, exposures: 0, erasedEvents, erasedExposures } });
  });
}

/**
 * Removes the database, whatever is in it and whether or not it opens. Connections of our own let go by themselves.
 * @throws {LedgerError} `blocked`: an old page of ours holds it, and it is removed once that is closed
 */
export function deleteLedger(name = databaseName): Promise<void> {
  return new Promise((resolve, reject) => {
    deleteDB(name, { blocked: () => reject(new LedgerError('blocked')) }).then(resolve, reject);
  });
}

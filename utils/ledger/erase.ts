import { ledgerStores, type LedgerDb } from './schema';

/** Empties every list, the device key included. Resolves when the transaction has completed. */
export async function eraseAll(db: LedgerDb): Promise<void> {
  const tx = db.transaction(ledgerStores, 'readwrite', { durability: 'strict' });
  await Promise.all(ledgerStores.map((name) => tx.objectStore(name).clear()));
  await tx.done;
}

import { isClosed } from '../ledger/failures';
import type { LedgerDb } from '../ledger/schema';
import type { WriterDoor } from './door';

type OnOpen = <T>(work: (db: LedgerDb) => Promise<T>) => Promise<T>;

/**
 * Does all work on an open connection, and once more on another one when it was closed meanwhile.
 * @param lookAt is shown each connection once, before any work is done on it
 */
export function openConnection(
  { openDb }: Pick<WriterDoor, 'openDb'>,
  lookAt: (db: LedgerDb) => Promise<void>,
): OnOpen {
  let looked: LedgerDb | undefined;
  const workOn: <T>(db: LedgerDb, work: (db: LedgerDb) => Promise<T>) => Promise<T> = async (db, work) => {
    if (db !== looked) await lookAt(db);
    looked = db;
    return work(db);
  };
  return async (work) => {
    const db = await openDb();
    try {
      return await workOn(db, work);
    } catch (error) {
      if (!isClosed(error)) throw error;
      return workOn(await openDb(db), work);
    }
  };
}

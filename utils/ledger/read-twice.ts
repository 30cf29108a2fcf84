import type { LedgerDb } from './schema';

export type OpenLedger = () => Promise<LedgerDb>;

/** Once more on a new connection: an upgrade, or the browser, may close one while it is read. */
export async function readTwice<T>(open: OpenLedger, read: (db: LedgerDb) => Promise<T>): Promise<T> {
  const db = await open();
  return read(db).catch(async () => read(await open()));
}

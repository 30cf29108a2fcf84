import { deleteDB } from 'idb';
import { openLedger } from '@/utils/ledger/open';
import type { LedgerDb } from '@/utils/ledger/schema';

/** As Chromium does with a database it cannot read. */
export async function wiped(db: LedgerDb): Promise<LedgerDb> {
  const { name } = db;
  db.close();
  await deleteDB(name);
  return openLedger({ name });
}

/** As a log that was cut does: everything is as it was some writes ago. */
export async function goBack(db: LedgerDb, lost: { events: number; exposures: number }): Promise<void> {
  for (const row of (await db.getAllFromIndex('events', 'seq')).slice(-lost.events)) await db.delete('events', row.id);
  for (const row of (await db.getAll('exposures')).slice(0, lost.exposures)) await db.delete('exposures', row.id);
  const [before, seq] = [await db.get('meta', 'counts'), await db.get('meta', 'seq')];
  if (before?.key !== 'counts' || seq?.key !== 'seq') throw new Error('no marks');
  const { events: had, exposures: shown } = before.value;
  const value = { ...before.value, events: had - lost.events, exposures: shown - lost.exposures };
  await db.put('meta', { key: 'counts', value });
  await db.put('meta', { key: 'seq', value: seq.value - lost.events });
}

import { importRange } from '../import-ids';
import { saidOf } from '../said';
import type { LedgerDb } from '../schema';
import { Heirs } from './heirs';
import { readAliases } from './names';
import { removeRows } from './remove';

/**
 * Takes back what one import of bills has added: every list is as if it had never begun. What pages told of the same
 * orders stays. Resolves to the number of orders that went or changed, when the transaction has completed: what another
 * import tells too is as it was, and what rested on lines that were known and only kept is not.
 */
export async function eraseImport(db: LedgerDb, importId: string): Promise<number> {
  // As many as one import has purchases at most: 250,000 short texts.
  const taken = new Set(await db.getAllKeys('events', importRange(importId)));
  if (taken.size === 0) return 0;
  const before = await readSaid(db);
  const survey = { heirs: new Heirs(await readAliases(db)), taken, visits: new Set<string>(), isAny: true };
  await removeRows(db, { survey, takes: () => false, exposures: [], quarantined: [] });
  const after = await readSaid(db);
  return [...before].filter(([orderKey, said]) => after.get(orderKey) !== said).length;
}

/** What is said of each order. All of them are in memory at once, as in the replay. */
async function readSaid(db: LedgerDb): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  for (const row of await db.getAll('orders')) {
    said.set(row.orderKey, (said.get(row.orderKey) ?? '') + saidOf(row));
  }
  return said;
}

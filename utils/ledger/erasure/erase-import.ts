import { importRange, keptPrefix } from '../import-ids';
import type { LedgerDb } from '../schema';
import { Heirs } from './heirs';
import { readAliases } from './names';
import { removeRows } from './remove';

/**
 * Takes back what one import of bills has added: every list is as if it had never begun. What pages told of the same
 * orders stays. Resolves to the number of changes that went, which leaves out what was known and only kept, when the
 * transaction has completed.
 */
export async function eraseImport(db: LedgerDb, importId: string): Promise<number> {
  // As many as one import has purchases at most: 250,000 short texts.
  const taken = new Set(await db.getAllKeys('events', importRange(importId)));
  if (taken.size === 0) return 0;
  const survey = { heirs: new Heirs(await readAliases(db)), taken, visits: new Set<string>(), isAny: true };
  await removeRows(db, { survey, takes: () => false, exposures: [], quarantined: [] });
  return [...taken].filter((id) => !id.startsWith(keptPrefix(importId))).length;
}

import { importRange } from '../import-ids';
import type { Rebuilt } from '../rebuild';
import { saidOf } from '../said';
import type { LedgerDb, OrderRow } from '../schema';
import { Heirs } from './heirs';
import { readAliases } from './names';
import { removeRows } from './remove';

/** Given the number of orders that will go or change, before any of it is erased. */
export type Planned = (orders: number) => Promise<void>;

/**
 * Takes back what one import of bills has added: every list is as if it had never begun. What pages told of the same
 * orders stays. Resolves to the number of orders that went or changed, when the transaction has completed: what another
 * import tells too is as it was, and what rested on lines that were known and only kept is not.
 */
export async function eraseImport(db: LedgerDb, importId: string, planned?: Planned): Promise<number> {
  // As many as one import has purchases at most: 250,000 short texts.
  const taken = new Set(await db.getAllKeys('events', importRange(importId)));
  if (taken.size === 0) return 0;
  // All of them are in memory at once, as in the replay.
  const before = saidOfEach(await db.getAll('orders'));
  const survey = { heirs: new Heirs(await readAliases(db)), taken, visits: new Set<string>(), isAny: true };
  let changed = 0;
  const onReplayed = async ({ memory }: Rebuilt) => {
    const rows = memory.rowsOf('orders').values() as Iterable<OrderRow>; // the projections' own rows, as they are stored
    const after = saidOfEach(rows);
    changed = [...before].filter(([orderKey, said]) => after.get(orderKey) !== said).length;
    await planned?.(changed);
  };
  await removeRows(db, { survey, takes: () => false, exposures: [], quarantined: [], onReplayed });
  return changed;
}

/** What is said of each order, in whichever order its lines come. */
function saidOfEach(rows: Iterable<OrderRow>): Map<string, string> {
  const said = new Map<string, string[]>();
  for (const row of rows) said.set(row.orderKey, [...(said.get(row.orderKey) ?? []), saidOf(row)]);
  return new Map([...said].map(([orderKey, lines]) => [orderKey, lines.sort().join('')]));
}

import type { Cutoffs } from '../../core/retention';
import { isCopy } from '../quarantine';
import type { LedgerDb, QuarantinedRow } from '../schema';
import { inTransaction } from '../transact';
import type { EventKind } from './old-rows';

/** Whose limit takes an event that says no more than its type. The person's own words have none. */
const kindOfType: ReadonlyMap<unknown, EventKind> = new Map([
  ['page', 'visits'],
  ['note', 'notes'],
  ['sighting', 'notes'],
  ['collect', 'notes'],
  ['click', 'clicks'],
  ['landing', 'clicks'],
  ['shop', 'clicks'],
  ['signal', 'clicks'],
  ['purchase', 'purchases'],
]);

/**
 * Lets go of what was put aside and is too old. It is in no list any more and counts as erased already; nothing can be kept
 * for the sake of what it may have led to. A handful, if any. For the single writer.
 */
export async function eraseOldAside(db: LedgerDb, cutoffs: Cutoffs): Promise<void> {
  const tx = db.transaction('quarantine', 'readwrite', { durability: 'relaxed' });
  await inTransaction(tx, async () => {
    const aside = await tx.store.getAll();
    for (const { key } of aside.filter((row) => isOld(row, cutoffs))) await tx.store.delete(key);
  });
}

/** Where a row does not tell its time, the time it was put aside has to do. */
function isOld({ store, row, at }: QuarantinedRow, cutoffs: Cutoffs): boolean {
  if (isCopy({ store })) return Object.keys(cutoffs).length > 0;
  const told: unknown = Reflect.get(Object(row), 'at');
  const time = typeof told === 'number' && Number.isFinite(told) ? told : at;
  return time < (cutoffFor(store, Reflect.get(Object(row), 'type'), cutoffs) ?? -Infinity);
}

/** What does not tell its type goes by the longest limit, if everything has one. */
function cutoffFor(store: QuarantinedRow['store'], type: unknown, cutoffs: Cutoffs): number | undefined {
  if (store === 'exposures') return cutoffs.exposures;
  const kind = kindOfType.get(type);
  if (kind) return cutoffs[kind];
  if (typeof type === 'string') return undefined;
  const all = [...new Set(kindOfType.values())].map((each) => cutoffs[each] ?? -Infinity);
  return Math.min(...all);
}

import { noCounts, type LedgerCounts } from '../core/health';
import type { MetaRow } from './schema';

/** The `meta` store inside a write. */
export interface MetaStore {
  get: (key: string) => Promise<MetaRow | undefined>;
  put: (row: MetaRow) => Promise<unknown>;
}

/** How many rows there are, without walking them: `count()` takes seconds for a million rows in Chromium. */
export async function readCounts(meta: Pick<MetaStore, 'get'>): Promise<LedgerCounts> {
  const row = await meta.get('counts');
  return row?.key === 'counts' && areCounts(row.value) ? row.value : noCounts;
}

/** A row can be broken on the disk; sums of nonsense would break the next ones. */
export function areCounts(value: unknown): boolean {
  const isCount = (name: string) => Number.isSafeInteger(Reflect.get(Object(value), name));
  return Object.keys(noCounts).every(isCount);
}

/** To be called in the transaction that adds or erases the rows, so that rows and counts come and go together. */
export async function addToCounts(meta: MetaStore, change: Partial<LedgerCounts>): Promise<void> {
  const counts = await readCounts(meta);
  const add = (name: keyof LedgerCounts) => counts[name] + (change[name] ?? 0);
  const value = {
    events: add('events'),
    exposures: add('exposures'),
    erasedEvents: add('erasedEvents'),
    erasedExposures: add('erasedExposures'),
  };
  await meta.put({ key: 'counts', value });
}

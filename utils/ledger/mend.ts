import type { IDBPTransaction } from 'idb';
import { compareLists, isSame, type Compared, type Difference } from './compare';
import { readCounts, type MetaStore } from './counts';
import type { MemoryLedger } from './memory';
import { saidPlace } from './places';
import type { CorruptRow } from './quarantine';
import type { allStores, LedgerSchema, MetaRow } from './schema';

/** A write that spans everything there is. */
export type WholeTx = IDBPTransaction<LedgerSchema, typeof allStores, 'readwrite'>;

/** Makes the lists equal to the rebuilt ones by writing the differences alone; what cannot be read is put aside first. */
export async function mendLists(tx: WholeTx, memory: MemoryLedger, now: number): Promise<Compared> {
  const compared = await compareWith(tx, memory);
  for (const row of compared.corrupt) await putAside(tx, row, now);
  for (const difference of compared.differences) await writeRow(tx, difference, memory);
  return compared;
}

/** The same, and nothing is put aside: what differs may hold what has to go. */
export async function replaceLists(tx: WholeTx, memory: MemoryLedger): Promise<void> {
  for (const difference of (await compareWith(tx, memory)).differences) await writeRow(tx, difference, memory);
}

function compareWith(tx: WholeTx, memory: MemoryLedger): Promise<Compared> {
  return compareLists((store, after, count) => tx.objectStore(store).getAll(after, count), memory);
}

async function writeRow(tx: WholeTx, { store, key }: Difference, memory: MemoryLedger): Promise<void> {
  const made = memory.rowsOf(store).get(String(key));
  if (made)
    await tx.objectStore(store).put(made as never); // the store's own rows, from its own projections
  else await tx.objectStore(store).delete(IDBKeyRange.only(key));
}

/**
 * Takes a row out of its store and keeps it as it is, where no reader stumbles over it.
 * @returns whether it was still there
 */
export async function putAside(tx: WholeTx, { store, key, reason }: CorruptRow, now: number): Promise<boolean> {
  const place = IDBKeyRange.only(key);
  const row: unknown = await tx.objectStore(store).get(place);
  if (row === undefined) return false;
  await tx.objectStore('quarantine').put({ key: `${store}:${String(key)}`, store, row, at: now, reason });
  await tx.objectStore(store).delete(place);
  return true;
}

interface Singles {
  highestSeq: number;
  /** Events that still no list takes. */
  unlisted: number;
  /** Rows that were put aside just now. */
  aside: { events: number; exposures: number };
}

/**
 * Puts right what names the order of writing and the numbers of rows. What was put aside counts as erased: it is no loss.
 * Rows that went in no such way do not: then the sum shrinks, by which the canary knows a loss.
 * @returns how many of these single rows were wrong
 */
export async function mendSingles(tx: WholeTx, { highestSeq, unlisted, aside }: Singles): Promise<number> {
  const meta = tx.objectStore('meta');
  const stored = await readCounts(meta);
  const said = await meta.get('seq');
  const events = await tx.objectStore('events').count();
  const exposures = await tx.objectStore('exposures').count();
  const erasedEvents = stored.erasedEvents + aside.events;
  const erasedExposures = stored.erasedExposures + aside.exposures;
  const rows: MetaRow[] = [
    { key: 'counts', value: { events, exposures, erasedEvents, erasedExposures } },
    // The place of the last event there is: whoever looks for a loss compares the two.
    ...(highestSeq > 0 || (said && saidPlace(said) === undefined) ? [{ key: 'seq' as const, value: highestSeq }] : []),
  ];
  if (unlisted > 0 || (await meta.get('unlisted'))) rows.push({ key: 'unlisted', value: unlisted });
  const mended = await Promise.all(rows.map((row) => putChanged(meta, row)));
  return mended.filter(Boolean).length;
}

async function putChanged(meta: MetaStore, row: MetaRow): Promise<boolean> {
  if (isSame(await meta.get(row.key), row)) return false;
  await meta.put(row);
  return true;
}

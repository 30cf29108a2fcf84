import { appendEvents } from '@/utils/ledger/append';
import { memoryLedger } from '@/utils/ledger/memory';
import { ledgerStores, type LedgerDb } from '@/utils/ledger/schema';
import { makeEvents } from './events';

const batch = 1_000;

/**
 * Fills an empty ledger with `count` made-up events and the lists they make; resolves to the events that are there then.
 * The product's own writer fills a memory first: on the disk a hundred thousand events take minutes.
 */
export async function fillLedger(db: LedgerDb, count: number): Promise<number> {
  const memory = memoryLedger();
  const writer = { transaction: () => memory.tx } as unknown as LedgerDb;
  // A memory has no order of places to ask for the last one.
  await memory.tx.objectStore('meta').put({ key: 'seq', value: 0 });
  for (let from = 0; from < count; from += batch) {
    await appendEvents(writer, makeEvents(from, Math.min(count, from + batch)));
    memory.keep();
  }
  for (const name of ledgerStores) {
    const rows = [...memory.rowsOf(name).values()];
    for (let from = 0; from < rows.length; from += batch) await putAll(db, name, rows.slice(from, from + batch));
  }
  return db.count('events');
}

async function putAll(db: LedgerDb, name: (typeof ledgerStores)[number], rows: readonly object[]): Promise<void> {
  const tx = db.transaction(name, 'readwrite', { durability: 'relaxed' });
  for (const row of rows) void tx.store.put(row as never);
  await tx.done;
}

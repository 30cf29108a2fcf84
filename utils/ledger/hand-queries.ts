import type { LedgerDb, OrderRow } from './schema';

/** So many of the newest of each kind are looked at: what is written down by hand is taken back soon or stays. */
const looked = 200;

/** Purchases that the person wrote down and nothing else tells, newest first: of notes' items, and of none. */
export async function listHandWritten(db: LedgerDb): Promise<OrderRow[]> {
  const rows = [...(await looseOnes(db)), ...(await onesOfItems(db))].filter(isHandWritten);
  const unique = new Map(rows.map((row) => [row.key, row]));
  return [...unique.values()].sort((a, b) => (b.orderedAt ?? 0) - (a.orderedAt ?? 0));
}

function isHandWritten({ source, sources, status }: OrderRow): boolean {
  return source === 'user' && sources === undefined && status !== 'cancelled';
}

async function looseOnes(db: LedgerDb): Promise<OrderRow[]> {
  const rows: OrderRow[] = [];
  let cursor = await db.transaction('orders').store.index('unmatchedAt').openCursor(null, 'prev');
  for (; cursor && rows.length < looked; cursor = await cursor.continue()) rows.push(cursor.value);
  return rows;
}

async function onesOfItems(db: LedgerDb): Promise<OrderRow[]> {
  const tx = db.transaction(['items', 'orders']);
  const keys: string[] = [];
  let cursor = await tx.objectStore('items').index('purchasedAt').openKeyCursor(null, 'prev');
  for (; cursor && keys.length < looked; cursor = await cursor.continue()) keys.push(String(cursor.primaryKey));
  const index = tx.objectStore('orders').index('itemKey');
  return (await Promise.all(keys.map((key) => index.getAll(key)))).flat(); // the orders of one item: a handful
}

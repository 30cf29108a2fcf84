import { type ItemLine, lineOf } from '../core/item-lines';
import type { ItemRow, OrderView } from '../core/rows';
import { itemPages } from './order-lines';
import { orderView } from './queries';
import { isItemRow, isOrderRow } from './readable';
import type { LedgerDb } from './schema';
import type { Walk } from './survey';
import { readThumbnails } from './thumbnails';

/** All items as lines: up to some hundred thousand, for the one view that shows, searches and sorts them all. */
export async function readLines(db: LedgerDb, { signal, onProgress }: Walk): Promise<ItemLine[]> {
  const total = await db.count('items');
  const lines: ItemLine[] = [];
  for await (const page of itemPages(db)) {
    for (const row of page) lines.push(lineOf(row));
    signal.throwIfAborted();
    onProgress({ done: lines.length, total });
  }
  return lines;
}

/** Lines that stand in place of older ones; a key without a line is gone. */
export async function readLinesOf(db: LedgerDb, keys: readonly string[]): Promise<Map<string, ItemLine | undefined>> {
  const store = db.transaction('items').store;
  const rows = await Promise.all(keys.map((key) => store.get(key)));
  return new Map(keys.map((key, at) => [key, isItemRow(rows[at]) ? lineOf(rows[at]) : undefined]));
}

export interface ItemDetail {
  item: ItemRow;
  /** Its order lines, newest first: a handful. */
  orders: OrderView[];
  /** Its small picture, where one is kept. */
  thumbnail?: string;
}

export async function getItemDetail(db: LedgerDb, key: string): Promise<ItemDetail | undefined> {
  const [item, orders, thumbnails] = await Promise.all([
    db.get('items', key),
    db.getAllFromIndex('orders', 'itemKey', key),
    readThumbnails(db, [key]),
  ]);
  const thumbnail = thumbnails.get(key);
  if (!isItemRow(item)) return undefined;
  const views = orders.filter(isOrderRow).map(orderView);
  const newestFirst = views.sort((a, b) => (b.orderedAt ?? 0) - (a.orderedAt ?? 0));
  return { item, orders: newestFirst, ...(thumbnail !== undefined && { thumbnail }) };
}

import type { ItemRow, OrderView, Summary } from '../core/rows';
import { itemKeyOf } from './projections/items';
import { emptySummary } from './projections/summary';
import type { LedgerDb, OrderRow } from './schema';
import type { ResolvedLink } from '../core/types';

/** Items a list shows at once; the popup's first screen costs one summary and one such page, whatever the ledger holds. */
export const pageSize = 50;

export async function getSummary(db: LedgerDb): Promise<Summary> {
  const row = await db.get('meta', 'summary');
  return row?.key === 'summary' ? row.value : emptySummary;
}

export interface ItemPage {
  items: ItemRow[];
  /** True when older items follow. */
  more: boolean;
}

/** The newest items of a list. @param count how many at most: a multiple of `pageSize` as the person scrolls */
export async function listItems(db: LedgerDb, by: 'savedAt' | 'purchasedAt', count = pageSize): Promise<ItemPage> {
  const items: ItemRow[] = [];
  let cursor = await db.transaction('items').store.index(by).openCursor(null, 'prev');
  for (; cursor && items.length <= count; cursor = await cursor.continue()) items.push(cursor.value);
  return { items: items.slice(0, count), more: items.length > count };
}

/** What the ledger knows of the items behind some links, by link key. */
export async function findItems(db: LedgerDb, links: readonly ResolvedLink[]): Promise<Record<string, ItemRow>> {
  const found: Record<string, ItemRow> = {};
  const tx = db.transaction(['items', 'meta']);
  for (const link of links) {
    const key = itemKeyOf(link);
    if (key === undefined) continue;
    const alias = await tx.objectStore('meta').get(`alias:${key}`);
    const row = await tx.objectStore('items').get(typeof alias?.value === 'string' ? alias.value : key);
    if (row) found[link.key] = row;
  }
  return found;
}

export interface OrderPage {
  orders: OrderView[];
  /** True when older orders follow. */
  more: boolean;
}

/** The newest orders that count as bought and whose item was seen on no note. */
export async function listUnmatchedOrders(db: LedgerDb, count = pageSize): Promise<OrderPage> {
  const orders: OrderView[] = [];
  let cursor = await db.transaction('orders').store.index('unmatchedAt').openCursor(null, 'prev');
  for (; cursor && orders.length <= count; cursor = await cursor.continue()) orders.push(orderView(cursor.value));
  return { orders: orders.slice(0, count), more: orders.length > count };
}

function orderView({ key, platform, title, shop, orderPaidFen, orderedAt, status }: OrderRow): OrderView {
  return {
    key,
    platform,
    title,
    status,
    ...(shop !== undefined && { shop }),
    ...(orderPaidFen !== undefined && { orderPaidFen }),
    ...(orderedAt !== undefined && { orderedAt }),
  };
}

import type { ItemRow, OrderView, Summary } from '../core/rows';
import type { ResolvedLink } from '../core/types';
import { itemKeyOf } from './projections/items';
import { emptySummary } from './projections/summary';
import { isItemRow, isOrderRow, isSummary } from './readable';
import type { LedgerDb, OrderRow } from './schema';

/** Items a list shows at once; the popup's first screen costs one summary and one such page, whatever the ledger holds. */
export const pageSize = 50;

/** @throws {TypeError} when the row is there and broken: zeros would be a lie */
export async function getSummary(db: LedgerDb): Promise<Summary> {
  const row = await db.get('meta', 'summary');
  if (!row) return emptySummary;
  if (!isSummary(row.value)) throw new TypeError('The summary cannot be read');
  return row.value;
}

/** When the person wants to be asked about things again, epoch ms, soonest first. */
export async function listAsks(db: LedgerDb): Promise<number[]> {
  const row = await db.get('meta', 'cooling');
  if (row?.key !== 'cooling' || !Array.isArray(row.value)) return [];
  return row.value.map(({ until }) => until).filter(Number.isFinite);
}

interface Page {
  /** True when older rows follow. */
  more: boolean;
  /** Rows that stand among these and that nobody can read; the others are there all the same. */
  unreadable: number;
}

export interface ItemPage extends Page {
  items: ItemRow[];
}

/** The newest items of a list. @param count how many at most: a multiple of `pageSize` as the person scrolls */
export async function listItems(db: LedgerDb, by: 'savedAt' | 'purchasedAt', count = pageSize): Promise<ItemPage> {
  const cursor = await db.transaction('items').store.index(by).openCursor(null, 'prev');
  const { rows, ...page } = await readPage(cursor, isItemRow, count);
  return { items: rows, ...page };
}

interface Cursor<T> {
  value: T;
  continue: () => Promise<Cursor<T> | null>;
}

/** Reads on until the page is full; past as many broken rows as a page holds it gives up, so that its cost stays bounded. */
async function readPage<T>(first: Cursor<T> | null, isFit: (row: unknown) => row is T, count: number) {
  const rows: T[] = [];
  let unreadable = 0;
  let cursor = first;
  for (; cursor && rows.length <= count && unreadable <= count; cursor = await cursor.continue()) {
    if (isFit(cursor.value)) rows.push(cursor.value);
    else unreadable += 1;
  }
  return { rows: rows.slice(0, count), more: rows.length > count || cursor !== null, unreadable };
}

export interface FoundItems {
  /** By link key. */
  items: Record<string, ItemRow>;
  /** Items that are there and that nobody can read. */
  unreadable: number;
}

/** What the ledger knows of the items behind some links. */
export async function findItems(db: LedgerDb, links: readonly ResolvedLink[]): Promise<FoundItems> {
  const found: FoundItems = { items: {}, unreadable: 0 };
  const tx = db.transaction(['items', 'meta']);
  for (const link of links) {
    const key = itemKeyOf(link);
    if (key === undefined) continue;
    const alias = await tx.objectStore('meta').get(`alias:${key}`);
    const row = await tx.objectStore('items').get(typeof alias?.value === 'string' ? alias.value : key);
    if (isItemRow(row)) found.items[link.key] = row;
    else if (row) found.unreadable += 1;
  }
  return found;
}

export interface OrderPage extends Page {
  orders: OrderView[];
}

/** The newest orders that count as bought and whose item was seen on no note. */
export async function listUnmatchedOrders(db: LedgerDb, count = pageSize): Promise<OrderPage> {
  const cursor = await db.transaction('orders').store.index('unmatchedAt').openCursor(null, 'prev');
  const { rows, ...page } = await readPage(cursor, isOrderRow, count);
  return { orders: rows.map(orderView), ...page };
}

export function orderView({ key, platform, title, shop, orderPaidFen, orderedAt, status }: OrderRow): OrderView {
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

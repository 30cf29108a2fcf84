import { toldOnce } from '../core/purchases';
import type { ItemRow } from '../core/rows';
import type { PurchaseStatus } from '../core/types';
import { isTime } from '../schemas/fields';
import { asStatus, isStoredLine } from '../schemas/order-row';
import { isItemRow, isOrderRow } from './readable';
import { pagesOf } from './pages';
import { statusOf } from './projections/settle';
import type { LedgerDb, OrderRow } from './schema';

/** A line that can be read; its status is none where it is a word that this version does not know. */
export interface ReadLine extends Omit<OrderRow, 'status'> {
  status: PurchaseStatus | undefined;
  /** Epoch ms of the first time its item was saved. */
  firstSavedAt?: number;
}

/** A line that nobody can read: it is one of its order all the same. */
export interface UnreadLine {
  orderKey: string;
  isUntold: true;
}

/**
 * All order lines by their order, each purchase once, each with the moment its item was first saved.
 * @param onUnread hears of each line that nobody can read, with the moment of it that can be
 */
export async function* orderLines(
  db: LedgerDb,
  onUnread: (at: number | undefined) => void = () => undefined,
): AsyncGenerator<(ReadLine | UnreadLine)[]> {
  for await (const page of pagesOf((after, count) => db.getAll('orders', after, count), 'key')) {
    const lines = page.map((order) => {
      if (isOrderRow(order) && isStoredLine(order)) return readLine(db, order);
      const { key, paidAt, orderedAt, firstSeenAt } = order as Partial<Record<keyof OrderRow, unknown>>;
      onUnread([paidAt, orderedAt, firstSeenAt].find(isTime));
      return [{ orderKey: orderKeyIn(String(key)), isUntold: true } as const];
    });
    yield (await Promise.all(lines)).flat();
  }
}

/** Two of the parts that a line's key has: what else a damaged row says is nothing to go by. */
function orderKeyIn(key: string): string {
  return key.split(':').slice(0, 2).join(':');
}

async function readLine(db: LedgerDb, order: OrderRow): Promise<ReadLine[]> {
  if (await isToldElsewhere(db, order)) return [];
  return [{ ...order, status: asStatus(statusOf(order)), ...(await savedAtOf(db, order)) }];
}

/** By the line that is the same, or may be as long as the person has not answered, or by an order that tells better what they wrote down by hand. */
async function isToldElsewhere(db: LedgerDb, { key, twinOf, mayBe, source, itemKey }: OrderRow): Promise<boolean> {
  if (twinOf !== undefined || mayBe !== undefined) return true;
  if (source !== 'user' || itemKey === undefined) return false;
  const orders = await db.getAllFromIndex('orders', 'itemKey', itemKey); // the orders of one item: a handful
  return !toldOnce(orders).some((order) => order.key === key);
}

async function savedAtOf(db: LedgerDb, { itemKey }: OrderRow): Promise<{ firstSavedAt?: number }> {
  const item = itemKey === undefined ? undefined : await db.get('items', itemKey);
  const saved = isItemRow(item) ? item.journey.find(({ step }) => step === 'saved') : undefined;
  return saved && isTime(saved.at) ? { firstSavedAt: saved.at } : {};
}

/** All items, a page at a time; a row that is broken is left out. */
export async function* itemPages(db: LedgerDb): AsyncGenerator<ItemRow[]> {
  for await (const page of pagesOf((after, count) => db.getAll('items', after, count), 'key'))
    yield page.filter(isItemRow);
}

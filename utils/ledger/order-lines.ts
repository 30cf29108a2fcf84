import { toldOnce } from '../core/purchases';
import type { ItemRow } from '../core/rows';
import { isItemRow, isOrderRow } from './readable';
import { pagesOf } from './pages';
import { statusOf } from './projections/settle';
import type { LedgerDb, OrderRow } from './schema';

/** All order lines by their order, each purchase once, each with the moment its item was first saved. */
export async function* orderLines(db: LedgerDb): AsyncGenerator<(OrderRow & { firstSavedAt?: number })[]> {
  for await (const page of pagesOf((after, count) => db.getAll('orders', after, count), 'key')) {
    const lines = page.filter(isOrderRow).map(async (order) => {
      if (await isToldElsewhere(db, order)) return [];
      return [{ ...order, status: statusOf(order), ...(await savedAtOf(db, order)) }];
    });
    yield (await Promise.all(lines)).flat();
  }
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
  return saved ? { firstSavedAt: saved.at } : {};
}

/** All items, a page at a time; a row that is broken is left out. */
export async function* itemPages(db: LedgerDb): AsyncGenerator<ItemRow[]> {
  for await (const page of pagesOf((after, count) => db.getAll('items', after, count), 'key'))
    yield page.filter(isItemRow);
}

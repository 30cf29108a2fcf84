import type { ItemRow } from '../core/rows';
import { pagesOf } from './pages';
import type { LedgerDb, OrderRow } from './schema';

/** How a walk over a whole list is followed and stopped. */
interface Walk<T> {
  onPage: (rows: readonly T[]) => void;
  signal: AbortSignal;
}

/** Every order line, a page at a time: no index knows what may belong together. */
export async function walkOrders(db: LedgerDb, { onPage, signal }: Walk<OrderRow>): Promise<void> {
  for await (const rows of pagesOf((after, count) => db.getAll('orders', after, count), 'key')) {
    onPage(rows);
    signal.throwIfAborted();
  }
}

/** Every item, a page at a time. */
export async function walkItems(db: LedgerDb, { onPage, signal }: Walk<ItemRow>): Promise<void> {
  for await (const rows of pagesOf((after, count) => db.getAll('items', after, count), 'key')) {
    onPage(rows);
    signal.throwIfAborted();
  }
}

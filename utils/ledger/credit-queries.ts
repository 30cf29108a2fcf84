import type { ClickEvent } from '../core/events';
import { countsAsBought, toldOnce } from '../core/purchases';
import { pagesOf } from './pages';
import { itemKeyOf } from './projections/items';
import { statusOf } from './projections/settle';
import { isOrderRow } from './readable';
import type { LedgerDb, OrderRow } from './schema';

/** How a walk is followed and stopped. */
interface Walk {
  signal: AbortSignal;
  onRows: (count: number) => void;
}

/** An order line, with how many lines its order has, whatever became of them. */
export type LineOfOrder = OrderRow & { linesOfOrder: number };

/** Order lines that count as bought, each purchase once: not what another line tells or may tell, or what was written by hand. */
export async function listBoughtLines(db: LedgerDb, { signal, onRows }: Walk): Promise<LineOfOrder[]> {
  const ofItem = new Map<string, OrderRow[]>();
  const loose: OrderRow[] = [];
  const lines = new Map<string, number>();
  for await (const page of pagesOf((after, count) => db.getAll('orders', after, count), 'key')) {
    for (const row of page) {
      if (!isOrderRow(row) || row.twinOf !== undefined || row.mayBe !== undefined) continue;
      lines.set(row.orderKey, (lines.get(row.orderKey) ?? 0) + 1);
      if (!countsAsBought(statusOf(row))) continue;
      if (row.itemKey === undefined) loose.push(row);
      else ofItem.set(row.itemKey, [...(ofItem.get(row.itemKey) ?? []), row]);
    }
    onRows(page.length);
    signal.throwIfAborted();
  }
  const bought = [...loose, ...[...ofItem.values()].flatMap((rows) => toldOnce(rows))];
  return bought.map((row) => ({ ...row, linesOfOrder: lines.get(row.orderKey) ?? 1 }));
}

/** Every link that was followed, with the key its item is kept under. */
export async function* clicksBySeq(db: LedgerDb, { signal, onRows }: Walk): AsyncGenerator<[ClickEvent, string]> {
  for await (const page of pagesOf((after, count) => db.getAllFromIndex('events', 'seq', after, count), 'seq')) {
    for (const row of page) if (row.type === 'click') yield [row, itemKeyOf(row.link) ?? row.link.key];
    onRows(page.length);
    signal.throwIfAborted();
  }
}

import type { SightingEvent } from '../core/events';
import type { Totals } from '../core/overview';
import type { ItemRow } from '../core/rows';
import { readCounts } from './counts';
import { pagesOf } from './pages';
import { isItemRow, isOrderRow } from './readable';
import type { LedgerDb, NoteRow, OrderRow } from './schema';

/** When to stop, and whom to tell how far it is. */
export interface Walk {
  signal: AbortSignal;
  onProgress: (progress: { done: number; total: number }) => void;
}

interface Visitors {
  onItem: (item: ItemRow) => void;
  /** After all items; the lines of one order come one after another, since their keys begin alike. */
  onOrder: (order: OrderRow) => void;
  /** After all items. */
  onNote: (note: NoteRow) => void;
}

/**
 * All items, order lines and notes, once: up to some hundred thousand rows, for a full page that says how far it is. No
 * more than a page of rows is in memory; one that is broken is left out.
 */
export async function walkLists(db: LedgerDb, { onItem, onOrder, onNote }: Visitors, walk: Walk): Promise<void> {
  const stores = ['items', 'orders', 'notes'] as const;
  const counts = await Promise.all(stores.map((store) => db.count(store)));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  const step = (rows: number) => {
    walk.signal.throwIfAborted();
    walk.onProgress({ done: (done += rows), total });
  };
  for await (const page of pagesOf((after, count) => db.getAll('items', after, count), 'key')) {
    page.filter(isItemRow).forEach(onItem);
    step(page.length);
  }
  for await (const page of pagesOf((after, count) => db.getAll('orders', after, count), 'key')) {
    page.filter(isOrderRow).forEach(onOrder);
    step(page.length);
  }
  for await (const page of pagesOf((after, count) => db.getAll('notes', after, count), 'key')) {
    page.filter(isNoteRow).forEach(onNote);
    step(page.length);
  }
}

function isNoteRow(row: Partial<NoteRow>): row is NoteRow {
  return typeof row.key === 'string' && Number.isFinite(row.firstSeenAt) && Array.isArray(row.itemKeys);
}

/** All sightings, once: they lie among all events, so this reads the whole record, and only when it is asked for. */
export async function walkSightings(db: LedgerDb, visit: (event: SightingEvent) => void, walk: Walk): Promise<void> {
  const { events: total } = await readCounts(db.transaction('meta').store);
  let done = 0;
  const readPage = (after: IDBKeyRange | null, count: number) => db.getAllFromIndex('events', 'seq', after, count);
  for await (const page of pagesOf(readPage, 'seq')) {
    for (const event of page) if (event.type === 'sighting') visit(event);
    walk.signal.throwIfAborted();
    walk.onProgress({ done: (done += page.length), total: Math.max(total, done) });
  }
}

/** Sums of the daily counts: some thirty rows a day. */
export async function sumTotals(db: LedgerDb): Promise<Totals> {
  const { exposures } = await readCounts(db.transaction('meta').store);
  const totals: Totals = { exposures, read: 0, seen: 0, clicked: 0, visits: 0, done: {} };
  for await (const page of pagesOf((after, count) => db.getAll('counters', after, count), 'key')) {
    for (const { surface, seen, clicked, done } of page) {
      totals.seen += seen;
      totals.clicked += clicked;
      if (done !== undefined) totals.done[surface] = (totals.done[surface] ?? 0) + done;
    }
  }
  for await (const page of pagesOf((after, count) => db.getAll('coverage', after, count), 'key')) {
    for (const { kind, visits } of page) {
      if (kind === 'note') totals.read += visits;
      if (kind === 'item') totals.visits += visits;
    }
  }
  return totals;
}

import type { PurchaseEvent } from '../core/events';
import type { Purchase } from '../core/types';
import { appendEvents } from './append';
import { orderKeyMaker } from './order-keys';
import { findLine } from './projections/orders';
import type { LedgerDb, OrderRow } from './schema';

/** An order line with its item space, and the key of its item if the line names one. */
export type KeyedPurchase = Purchase & { space: string; itemKey?: string };

interface Moment {
  at: number;
  zoneMinutes: number;
}

/**
 * Adds what an order page or a bill says, as events, where it differs from what the ledger has: reading the same page
 * twice changes nothing. Order ids are hashed before anything is written. Resolves to the number of changes.
 */
export async function addPurchases(db: LedgerDb, purchases: readonly KeyedPurchase[], moment: Moment): Promise<number> {
  const makeKey = await orderKeyMaker(db);
  const events: PurchaseEvent[] = [];
  for (const { orderId, space, ...purchase } of purchases) {
    const orderKey = await makeKey(space, orderId);
    const evidence = purchase.source === 'page' ? 'observed' : purchase.source === 'bill' ? 'imported' : 'user';
    const row = findLine(await db.getAllFromIndex('orders', 'orderKey', orderKey), purchase);
    if (isKnown(row, purchase)) continue;
    events.push({ ...moment, id: crypto.randomUUID(), type: 'purchase', evidence, orderKey, purchase });
  }
  if (events.length > 0) await appendEvents(db, events);
  return events.length;
}

const compared = [
  'skuId',
  'status',
  'title',
  'shop',
  'quantity',
  'orderPaidFen',
  'paidFen',
  'refundedFen',
  'orderedAt',
  'paidAt',
] as const;

/** A field the new reading leaves out is not a change: pages fill their titles late. */
function isKnown(row: OrderRow | undefined, purchase: PurchaseEvent['purchase']): boolean {
  if (!row) return false;
  return compared.every(
    (field) => purchase[field] === undefined || purchase[field] === '' || purchase[field] === row[field],
  );
}

import type { PurchaseEvent } from '../core/events';
import type { Purchase } from '../core/types';
import { appendEvents } from './append';
import { orderKeyMaker } from './order-keys';
import { orderLineKey } from './projections/orders';
import type { LedgerDb, OrderRow } from './schema';

/** An order line with the key of its item, if its platform's item space and its item id are known. */
export type KeyedPurchase = Purchase & { itemKey?: string };

interface Moment {
  at: number;
  zoneMinutes: number;
}

/**
 * Adds what an order page or a bill says, as events, where it differs from what the ledger has: reading the same page
 * twice changes nothing. Order ids are hashed before anything is written.
 */
export async function addPurchases(db: LedgerDb, purchases: readonly KeyedPurchase[], moment: Moment): Promise<number> {
  const makeKey = await orderKeyMaker(db);
  const events: PurchaseEvent[] = [];
  for (const { orderId, ...purchase } of purchases) {
    const orderKey = await makeKey(purchase.platform, orderId);
    const evidence = purchase.source === 'page' ? 'observed' : purchase.source === 'bill' ? 'imported' : 'user';
    const event: PurchaseEvent = { ...moment, id: crypto.randomUUID(), type: 'purchase', evidence, orderKey, purchase };
    if (!isKnown(await db.get('orders', orderLineKey(event)), event)) events.push(event);
  }
  if (events.length > 0) await appendEvents(db, events);
  return events.length;
}

const compared = ['status', 'title', 'shop', 'quantity', 'orderPaidFen', 'paidFen', 'refundedFen', 'paidAt'] as const;

/** A field the new reading leaves out is not a change: pages fill their titles late. */
function isKnown(row: OrderRow | undefined, { purchase }: PurchaseEvent): boolean {
  if (!row) return false;
  return compared.every(
    (field) => purchase[field] === undefined || purchase[field] === '' || purchase[field] === row[field],
  );
}

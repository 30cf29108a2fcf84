import type { PurchaseEvent } from '../../core/events';
import { countsAsBought } from '../../core/purchases';
import type { LedgerTx, OrderRow } from '../schema';
import { changeItem } from './items';
import { recountOrder } from './summary';

/** Names one line of an order: the same product may stand in it twice, in two colours. */
export function orderLineKey(event: PurchaseEvent): string {
  const { itemId, skuId, title } = event.purchase;
  return `${event.orderKey}:${itemId ?? title}:${skuId ?? ''}`;
}

export async function projectPurchase(tx: LedgerTx, event: PurchaseEvent): Promise<void> {
  const key = orderLineKey(event);
  const before = await tx.objectStore('orders').get(key);
  const { itemKey, status, orderedAt } = event.purchase;
  const hasItem = itemKey !== undefined && (await tx.objectStore('items').getKey(itemKey)) !== undefined;
  const after: OrderRow = {
    ...event.purchase,
    key,
    orderKey: event.orderKey,
    firstSeenAt: before?.firstSeenAt ?? event.at,
    lastSeenAt: event.at,
    ...(!hasItem && countsAsBought(status) && { unmatchedAt: orderedAt ?? before?.firstSeenAt ?? event.at }),
  };
  await tx.objectStore('orders').put(after);
  await recountOrder(tx, before, after);
  if (itemKey === undefined || !hasItem) return;
  // The order's own words fill what no landing has told yet.
  await changeItem(tx, itemKey, (row) => ({
    ...row,
    ...(row.title === undefined && after.title !== '' && { title: after.title }),
    ...(row.shop === undefined && after.shop !== undefined && { shop: after.shop }),
  }));
}

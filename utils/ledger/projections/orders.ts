import type { MatchEvent, PurchaseEvent } from '../../core/events';
import { isOfWholeOrder } from '../../core/purchases';
import type { LedgerTx } from '../schema';
import { resolveAlias } from './items';
import type { Timed } from './late';
import { findLine, joinedRow, readLine } from './lines';
import { putLine } from './put-line';
import { withTimes } from './signals';
import { recountOrder } from './summary';
import { tellWhoMayBe } from './twins';
import { withWord } from './words';

export async function projectPurchase(tx: LedgerTx, event: Timed<PurchaseEvent>): Promise<void> {
  for (const key of event.otherKeys ?? []) await takeLines(tx, key, event.orderKey);
  const rows = await tx.objectStore('orders').index('orderKey').getAll(event.orderKey); // the lines of one order
  for (const { before, after } of readLine(rows, event))
    await putLine(tx, before, await withTimes(tx, after, event.otherKeys));
}

/** The person's word on a line. One on a line that is not there says nothing. */
export async function projectMatch(tx: LedgerTx, event: Timed<MatchEvent>): Promise<void> {
  const before = await tx.objectStore('orders').get(event.line);
  if (!before) return;
  const item = event.item === undefined ? undefined : await resolveAlias(tx, event.item);
  await putLine(tx, before, withWord(before, { ...event, ...(item !== undefined && { item }) }));
}

/** The lines that another device's key was read under become lines of this order: one that both have is one line. */
async function takeLines(tx: LedgerTx, from: string, orderKey: string): Promise<void> {
  const orders = tx.objectStore('orders');
  for (const row of await orders.index('orderKey').getAll(from)) {
    const rows = await orders.index('orderKey').getAll(orderKey);
    const own = findLine(rows, row) ?? (isOfWholeOrder(row) ? rows[0] : rows.find(isOfWholeOrder));
    const line = own ? joinedRow(own, row) : { ...row, orderKey, key: orderKey + row.key.slice(from.length) };
    await orders.delete(row.key);
    await recountOrder(tx, row, undefined);
    await tellWhoMayBe(tx, row, undefined);
    await putLine(tx, own, line);
  }
}

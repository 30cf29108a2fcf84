import { isOfWholeOrder } from '../../core/purchases';
import type { LedgerTx, OrderRow } from '../schema';
import { changeItem, matched } from './items';
import { besideTwin } from './lines';
import { recountOrder } from './summary';
import { tellWhoMayBe, withoutOldTwin } from './twins';

/** Stores a line and brings to date whatever rests on it: the count, its item and the one it belonged to, its twin. */
export async function putLine(tx: LedgerTx, before: OrderRow | undefined, read: OrderRow): Promise<void> {
  const item = read.itemKey === undefined ? undefined : await tx.objectStore('items').get(read.itemKey);
  const after = matched(withoutOldTwin(read), item);
  await tx.objectStore('orders').put(after);
  await recountOrder(tx, before, after);
  await tellWhoMayBe(tx, before, after);
  if (before?.itemKey !== undefined && before.itemKey !== after.itemKey)
    await changeItem(tx, before.itemKey, (row) => row);
  if (item) await changeItem(tx, item.key, (row) => ({ ...fillFrom(after), ...row }));
  await tellTwins(tx, before, after);
}

type Twin = NonNullable<OrderRow['twin']>;

/** The line that this one is once more learns what this one says, and forgets it when the person takes their word back. */
async function tellTwins(tx: LedgerTx, before: OrderRow | undefined, after: OrderRow): Promise<void> {
  const { twinOf, key, status, statusAt, refundedFen } = after;
  if (before?.twinOf !== undefined && before.twinOf !== twinOf) await unsetTwin(tx, before.twinOf, key);
  const back = refundedFen === undefined ? {} : { refundedFen };
  const twin = { line: key, status, statusAt, ...back };
  if (twinOf !== undefined) await setTwin(tx, twinOf, { twin, isOfAll: isOfWholeOrder(after) });
}

/**
 * Brings the lines of an order up to date, that of the key first: each as it is when its turn comes, since a line of one
 * item changes the others of it. None while that line is itself told by another.
 */
async function changeLines(tx: LedgerTx, key: string, change: (row: OrderRow) => OrderRow | undefined): Promise<void> {
  const orders = tx.objectStore('orders');
  const main = await orders.get(key);
  if (!main || main.twinOf !== undefined) return;
  const rows = await orders.index('orderKey').getAll(main.orderKey); // the lines of one order
  const others = rows.map((row) => row.key).filter((other) => other !== key);
  for (const each of [key, ...others]) {
    const row = await orders.get(each);
    const after = row && row.twinOf === undefined ? change(row) : undefined;
    if (after) await putLine(tx, row, after);
  }
}

/** A bill speaks of all lines of the order; what came back is counted with the one that it stands beside. */
async function setTwin(tx: LedgerTx, key: string, { twin, isOfAll }: { twin: Twin; isOfAll: boolean }): Promise<void> {
  await changeLines(tx, key, (row) => {
    if (row.key === key) return { ...row, twin };
    const isFree = row.twin === undefined || row.twin.line === twin.line;
    return isOfAll && isFree ? besideTwin(row, [{ twin }]) : undefined;
  });
}

/** Also while the line is itself told by another: what was told must not outlive who told it. */
export async function unsetTwin(tx: LedgerTx, key: string, line: string): Promise<void> {
  const orders = tx.objectStore('orders');
  const main = await orders.get(key);
  const rows = main ? await orders.index('orderKey').getAll(main.orderKey) : []; // the lines of one order
  for (const { key: each } of rows) {
    const row = await orders.get(each); // a line that was put may have changed the next one
    if (row?.twin?.line !== line) continue;
    const { twin: _told, ...rest } = row;
    await putLine(tx, row, rest);
  }
}

/** What the order says of its item, for what no landing has told. */
function fillFrom({ title, shop }: OrderRow) {
  return { ...(title !== '' && { title }), ...(shop !== undefined && { shop }) };
}

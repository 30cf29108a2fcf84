import type { PurchaseEvent } from '../../core/events';
import type { LedgerTx, OrderRow } from '../schema';
import { changeItem, matched } from './items';
import { recountOrder } from './summary';

type Line = PurchaseEvent['purchase'];

/**
 * The row of an order line. Forms differ in what they name: one without a sku means the one line of that item, or the
 * first of several colours.
 */
export function findLine(rows: readonly OrderRow[], { itemId, skuId, title }: Line): OrderRow | undefined {
  const ofItem = rows.filter((row) => (itemId === undefined ? row.title === title : row.itemId === itemId));
  const isSame = (row: OrderRow) => {
    if (row.skuId !== undefined && skuId !== undefined) return row.skuId === skuId;
    // Without a sku on either side two titles are two lines; one that is not there yet says nothing.
    const isTold = row.title !== '' && title !== '' && row.skuId === skuId;
    return !isTold || row.title === title;
  };
  const same = ofItem.filter(isSame);
  return same.find((row) => row.skuId === skuId && row.title === title) ?? same[0];
}

/** A field that a form leaves out is not a change: some state no time, some no amount, and titles come late. */
function withoutAbsent(line: Line): Partial<Line> & Pick<Line, 'status' | 'source' | 'platform'> {
  const { status, source, platform, ...rest } = line;
  const present = Object.entries(rest).filter(([, value]) => value !== undefined && value !== '');
  return { ...Object.fromEntries(present), status, source, platform };
}

function newRow({ orderKey, purchase, at }: PurchaseEvent): OrderRow {
  const key = [orderKey, purchase.itemId ?? '', purchase.skuId ?? purchase.title].join(':');
  return { ...purchase, key, orderKey, firstSeenAt: at, lastSeenAt: at, statusAt: at };
}

function updatedRow(row: OrderRow, { purchase, at }: PurchaseEvent): OrderRow {
  const statusAt = row.status === purchase.status ? row.statusAt : at;
  return { ...row, ...withoutAbsent(purchase), lastSeenAt: Math.max(row.lastSeenAt, at), statusAt };
}

export async function projectPurchase(tx: LedgerTx, event: PurchaseEvent): Promise<void> {
  const rows = await tx.objectStore('orders').index('orderKey').getAll(event.orderKey); // the lines of one order
  const before = findLine(rows, event.purchase);
  const read = before ? updatedRow(before, event) : newRow(event);
  const item = read.itemKey === undefined ? undefined : await tx.objectStore('items').get(read.itemKey);
  const after = matched(read, item);
  await tx.objectStore('orders').put(after);
  await recountOrder(tx, before, after);
  if (item) await changeItem(tx, item.key, (row) => ({ ...fillFrom(after), ...row }));
}

/** What the order says of its item, for what no landing has told. */
function fillFrom({ title, shop }: OrderRow) {
  return { ...(title !== '' && { title }), ...(shop !== undefined && { shop }) };
}

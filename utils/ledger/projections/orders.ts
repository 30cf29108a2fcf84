import type { MatchEvent, PurchaseEvent } from '../../core/events';
import { isOfWholeOrder } from '../../core/purchases';
import { isSame } from '../compare';
import { mainKeyOf } from '../same-orders';
import type { LedgerTx, OrderRow } from '../schema';
import { changeItem, resolveAlias } from './items';
import type { Timed } from './late';
import { withMoneyOf } from './billed-money';
import { isSaidOfBill, placeBillWords } from './bill-words';
import { type Change, besideBills, findLine, joinedRow, readLine } from './lines';
import { lineNamed } from './named-line';
import { noteSaidOfLink } from './link-words';
import { putLine, unsetTwin } from './put-line';
import { withTimes } from './signals';
import { recountOrder } from './summary';
import { tellWhoMayBe } from './twins';
import { asSplit, splitOrder, takeParts, tellParts, wasSplit } from './split';
import { namedOf, withOtherMoved, withoutWordsOn, withWord } from './words';

export async function projectPurchase(tx: LedgerTx, event: Timed<PurchaseEvent>): Promise<void> {
  const { orderKey, keys } = await joinOrders(tx, event);
  const rows = await tx.objectStore('orders').index('orderKey').getAll(orderKey); // the lines of one order
  const isSplit = await wasSplit(tx, [orderKey, ...keys]);
  for (const change of readLine(rows, { ...event, orderKey })) {
    const { before, after } = await fromNow(tx, change, (row) =>
      readLine(
        rows.map((each) => (each.key === row.key ? row : each)),
        { ...event, orderKey },
      ),
    );
    const timed = await withTimes(tx, after, keys);
    await putLine(tx, before, isSplit ? asSplit(timed) : timed);
  }
  if (rows.some(({ words }) => words)) await placeBillWords(tx, orderKey);
  if (event.partOf !== undefined) await splitOrder(tx, event.partOf, orderKey);
  else await tellParts(tx, isSplit ? orderKey : rows.find(({ partOf }) => partOf !== undefined)?.partOf);
}

/** A line that was put may have changed the next one, which the person said to be the same: read anew. */
async function fromNow(tx: LedgerTx, change: Change, read: (row: OrderRow) => Change[]): Promise<Change> {
  const { before } = change;
  const row = before && (await tx.objectStore('orders').get(before.key));
  if (!row || isSame(row, before)) return change;
  return read(row).find((each) => each.before === row) ?? change;
}

/** Makes one of the orders that the keys name; under which of them the lines stand is noted for what names another. */
async function joinOrders(tx: LedgerTx, { orderKey: named, otherKeys = [] }: PurchaseEvent) {
  const meta = tx.objectStore('meta');
  const orderKey = await mainKeyOf(meta, named);
  const keys = new Set([named, ...otherKeys]);
  for (const other of otherKeys) {
    const key = await mainKeyOf(meta, other);
    keys.add(key);
    if (key === orderKey) continue;
    await meta.put({ key: `same-order:${key}`, value: orderKey });
    await takeLines(tx, key, orderKey);
    await takeParts(tx, key, orderKey);
  }
  keys.delete(orderKey);
  return { orderKey, keys: [...keys] };
}

/** The person's word on a line. One on a line that is not there says nothing. */
export async function projectMatch(tx: LedgerTx, event: Timed<MatchEvent>): Promise<void> {
  const before = await lineNamed(tx, event.line);
  if (!before) return;
  const item = event.item === undefined ? undefined : await resolveAlias(tx, event.item);
  const known = event.other === undefined ? undefined : await lineNamed(tx, event.other);
  if (known && areOneSince(event, [before, known])) return;
  const other = known?.key ?? event.other;
  const said = { ...event, ...(item !== undefined && { item }), ...(other !== undefined && { other }) };
  const isOfBill = isSaidOfBill(before, event.line) && (item === undefined || item !== namedOf(before));
  await putLine(tx, before, withWord(before, { ...said, ...(isOfBill && { ofBill: true }) }));
  await noteSaidOfLink(tx, item, before.orderKey);
  await placeBillWords(tx, before.orderKey);
  if (before.isSplit) await tellParts(tx, before.orderKey);
}

/** Whether the two that a word names have become one line since, or two lines of one order. */
function areOneSince({ line, other = '' }: MatchEvent, [one, two]: readonly [OrderRow, OrderRow]): boolean {
  const orderIn = (key: string) => key.split(':', 2).join(':');
  return one.key === two.key || (one.orderKey === two.orderKey && orderIn(line) !== orderIn(other));
}

/** Lines that are of one order need no word of the person's that they are the same. */
async function untwin(tx: LedgerTx, orderKeys: readonly string[]): Promise<void> {
  const orders = tx.objectStore('orders');
  const rows = await Promise.all(orderKeys.map((key) => orders.index('orderKey').getAll(key)));
  const keys = new Set(rows.flat().map(({ key }) => key));
  for (const { key, twinOf } of rows.flat()) {
    const row = twinOf !== undefined && keys.has(twinOf) ? await orders.get(key) : undefined;
    if (row) await putLine(tx, row, withoutWordsOn(row, keys));
  }
}

/** The lines that another key was read under become lines of this order: one that both have is one line. */
async function takeLines(tx: LedgerTx, from: string, orderKey: string): Promise<void> {
  const orders = tx.objectStore('orders');
  await untwin(tx, [from, orderKey]);
  for (const { key } of await orders.index('orderKey').getAll(from)) {
    const row = await orders.get(key); // a line that was put may have changed the next one
    if (!row) continue;
    await orders.delete(key);
    await recountOrder(tx, row, undefined);
    await tellWhoMayBe(tx, row, undefined);
    if (row.twinOf !== undefined) await unsetTwin(tx, row.twinOf, row.key);
    const rows = await orders.index('orderKey').getAll(orderKey); // read now: a bill that waited for this line waits no more
    const own = findLine(rows, row) ?? (isOfWholeOrder(row) ? rows[0] : rows.find(isOfWholeOrder));
    const line = own ? joinedRow(own, row) : { ...row, orderKey, key: orderKey + row.key.slice(from.length) };
    await putLine(tx, own, line);
    // The item that it was of has one order less.
    if (row.itemKey !== undefined && row.itemKey !== line.itemKey) await changeItem(tx, row.itemKey, (each) => each);
    const teller = row.twin && (await orders.get(row.twin.line));
    if (teller) await putLine(tx, teller, withOtherMoved(teller, row.key, line.key));
  }
  await levelLines(tx, orderKey);
}

/** What bills told of the order by either of its numbers they told of all its lines. */
async function levelLines(tx: LedgerTx, orderKey: string): Promise<void> {
  const orders = tx.objectStore('orders');
  const rows = await orders.index('orderKey').getAll(orderKey); // the lines of one order
  const [first] = rows;
  if (!first) return;
  const whole = rows.reduce((sum, each) => withMoneyOf(sum, [each]), first);
  for (const { key } of rows) {
    const row = await orders.get(key); // a line that was put may have changed the next one
    const others = rows.filter((each) => each.key !== key);
    const after = row && besideBills(withMoneyOf(row, [whole]), others);
    if (after && !isSame(row, after)) await putLine(tx, row, after);
  }
}

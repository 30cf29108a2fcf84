import type { LedgerTx, OrderRow } from '../schema';
import { changeItem, matched } from './items';
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

/** The line that this one is once more learns what this one says, and forgets it when the person takes their word back. */
async function tellTwins(tx: LedgerTx, before: OrderRow | undefined, after: OrderRow): Promise<void> {
  const { twinOf, key, status, statusAt } = after;
  if (before?.twinOf !== undefined && before.twinOf !== twinOf) await setTwin(tx, before.twinOf, { line: key });
  if (twinOf !== undefined) await setTwin(tx, twinOf, { line: key, status, statusAt });
}

async function setTwin(tx: LedgerTx, key: string, twin: OrderRow['twin'] | { line: string }): Promise<void> {
  const main = await tx.objectStore('orders').get(key);
  if (!main || main.twinOf !== undefined) return;
  const { twin: old, ...rest } = main;
  if (twin && 'status' in twin) return putLine(tx, main, { ...rest, twin });
  if (old?.line === twin?.line) await putLine(tx, main, rest);
}

/** What the order says of its item, for what no landing has told. */
function fillFrom({ title, shop }: OrderRow) {
  return { ...(title !== '' && { title }), ...(shop !== undefined && { shop }) };
}

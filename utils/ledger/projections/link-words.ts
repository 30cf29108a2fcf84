import { mainKeyOf } from '../same-orders';
import type { LedgerTx, SaidOfKey } from '../schema';
import { placeBillWords } from './bill-words';
import { putLine } from './put-line';
import { tellParts } from './split';
import { wordsMoved } from './words';

/** A link that was said of more orders is nobody's shopping; their words stay on the link. */
const mostOrders = 100;

/** Keys of orders of which the person said something by an opaque link. */
async function ordersSaidOf(tx: LedgerTx, key: SaidOfKey): Promise<string[]> {
  const row = await tx.objectStore('meta').get(key);
  return row && Array.isArray(row.value) ? row.value.filter((each) => typeof each === 'string') : [];
}

/** An opaque link is known by its address, and an item by its shop and number: only the one may be learnt to be the other. */
export async function noteSaidOfLink(tx: LedgerTx, item: string | undefined, orderKey: string): Promise<void> {
  if (!item?.includes('/')) return;
  const key = `said-of:${item}` as const;
  const known = await ordersSaidOf(tx, key);
  if (known.includes(orderKey) || known.length >= mostOrders) return;
  await tx.objectStore('meta').put({ key, value: [...known, orderKey] });
}

/** What the person said of the link they said of its item: also that an order is not of it, which no index knows. */
export async function moveLinkWords(tx: LedgerTx, link: string, item: string): Promise<void> {
  const key = `said-of:${link}` as const;
  const meta = tx.objectStore('meta');
  const named = await Promise.all((await ordersSaidOf(tx, key)).map((each) => mainKeyOf(meta, each)));
  for (const orderKey of new Set(named)) {
    const rows = await tx.objectStore('orders').index('orderKey').getAll(orderKey); // the lines of one order
    for (const { key: line, words } of rows) {
      if (!words?.some((word) => word.item === link)) continue;
      const row = await tx.objectStore('orders').get(line); // a line that was put may have changed the next one
      if (row) await putLine(tx, row, wordsMoved(row, link, item));
    }
    await placeBillWords(tx, orderKey);
    if (rows.some(({ isSplit }) => isSplit)) await tellParts(tx, orderKey);
  }
  await meta.delete(key);
}

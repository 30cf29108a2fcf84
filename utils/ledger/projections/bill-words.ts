import { isOfWholeOrder } from '../../core/purchases';
import { isSame } from '../compare';
import type { LedgerTx, LineWord, OrderRow } from '../schema';
import { putLine } from './put-line';
import { joinWords, namedOf, placed } from './words';

/**
 * Whether a word that names a line by this key was said of the bill, which was the order's only row under that key. Its
 * import may have been taken back since: what no item names is not of a line that has one.
 */
export function isSaidOfBill(row: OrderRow, key: string): boolean {
  const [, , item, ...title] = key.split(':');
  if (isOfWholeOrder(row) || item !== '') return false;
  return row.itemId !== undefined || (title.join(':') !== row.title && !!row.sources?.includes('bill'));
}

/**
 * What the person said of a bill while nothing else was known of its order is of the lines that name the item, once a page
 * tells of them; of the line that took the bill's row over as long as none does. Made anew with every line that comes.
 */
export async function placeBillWords(tx: LedgerTx, orderKey: string): Promise<void> {
  const orders = tx.objectStore('orders');
  const rows = await orders.index('orderKey').getAll(orderKey); // the lines of one order
  const said = joinWords(rows.flatMap(({ words = [] }) => words.filter(({ ofBill }) => ofBill)));
  if (!said || rows.some(isOfWholeOrder)) return;
  const named = new Set(rows.map(namedOf));
  const isPlaced = ({ item, other }: LineWord) => other !== undefined || named.has(item);
  const moving = said.filter(isPlaced);
  for (const { key } of rows) {
    const row = await orders.get(key); // a line that was put may have changed the next one
    const after = row && withBillWords(row, moving);
    if (after && !isSame(row, after)) await putLine(tx, row, after);
  }
}

/** Of another order the bill is with all of its lines. */
function withBillWords(row: OrderRow, moving: readonly LineWord[]): OrderRow {
  const { words: known = [], ...rest } = row;
  const named = namedOf(row);
  const isMoving = ({ item, other, ofBill }: LineWord) =>
    ofBill && moving.some((each) => each.item === item && each.other === other);
  const own = moving.filter(({ item, other }) => other !== undefined || item === named);
  const words = joinWords(
    own,
    known.filter((word) => !isMoving(word)),
  );
  return placed(words ? { ...rest, words } : rest, named);
}

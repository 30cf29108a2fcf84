import { mainKeyOf } from '../same-orders';
import type { LedgerTx, OrderRow } from '../schema';

/**
 * The line of a key: of one from before, too, when its order had another number, as a page that was open meanwhile or a
 * backup names it. Such a line may have become one with another of its order, or have taken over the row of a bill.
 */
export async function lineNamed(tx: LedgerTx, key: string): Promise<OrderRow | undefined> {
  const orders = tx.objectStore('orders');
  const known = await orders.get(key);
  if (known) return known;
  const [space = '', order = '', item] = key.split(':', 3);
  const named = `${space}:${order}`;
  const main = await mainKeyOf(tx.objectStore('meta'), named);
  const rows = await orders.index('orderKey').getAll(main); // the lines of one order
  const own = main + key.slice(named.length);
  const line = rows.find((row) => row.key === own) ?? rows.find(({ itemId }) => itemId === item);
  // A bill's row may never have been here, where a page told of the order first.
  return line ?? (main !== named || item === '' ? rows[0] : undefined);
}

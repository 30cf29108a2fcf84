import { mainKeyOf } from '../same-orders';
import type { LedgerTx, OrderRow } from '../schema';

/**
 * The line of a key: of one from before, too, when its order had another number, as a page that was open meanwhile or a
 * backup names it. Such a line may have become one with another of its order.
 */
export async function lineNamed(tx: LedgerTx, key: string): Promise<OrderRow | undefined> {
  const orders = tx.objectStore('orders');
  const known = await orders.get(key);
  if (known) return known;
  const [space = '', order = '', item] = key.split(':', 3);
  const named = `${space}:${order}`;
  const main = await mainKeyOf(tx.objectStore('meta'), named);
  if (main === named) return undefined;
  const rows = await orders.index('orderKey').getAll(main); // the lines of one order
  const own = main + key.slice(named.length);
  return rows.find((row) => row.key === own) ?? rows.find(({ itemId }) => itemId === item) ?? rows[0];
}

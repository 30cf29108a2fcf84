import { addPurchases, type KeyedPurchase } from '../ledger/purchases';
import type { Answers, PageMessage } from '../messages/protocol';
import { isRecorded, readSettings } from '../settings';
import { spaceOrId, type WriterDoor } from './door';

/** Writes the lines of an order page that are new or changed. Answers with how many were taken. */
export async function takeOrders(
  door: WriterDoor,
  message: Extract<PageMessage, { type: 'orders' }>,
): Promise<Answers['orders']> {
  const { at, zoneMinutes } = message;
  if (!isRecorded(await readSettings(door.storage), at)) return { ok: 0 };
  const keyed = message.purchases.map((purchase): KeyedPurchase => {
    const space = spaceOrId(door, purchase.platform);
    return { ...purchase, space, ...(purchase.itemId !== undefined && { itemKey: `${space}:${purchase.itemId}` }) };
  });
  const added = await addPurchases(await door.openDb(), keyed, { at, zoneMinutes });
  if (added > 0) door.announce();
  return { ok: keyed.length };
}

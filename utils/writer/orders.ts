import type { Runtime } from 'webextension-polyfill';
import { matchesPattern } from '../core/patterns';
import { addPurchases, type KeyedPurchase } from '../ledger/purchases';
import type { Answers, PageMessage } from '../messages/protocol';
import { isRecorded, readSettings } from '../settings';
import { spaceOrId, type WriterDoor } from './door';

type OrdersMessage = Extract<PageMessage, { type: 'orders' }>;

/** Only a page that lists orders may tell any, and only while its shop is connected. */
async function isOrderPage(door: WriterDoor, { url = '' }: Runtime.MessageSender): Promise<boolean> {
  return door.orderPages.some((pattern) => matchesPattern(pattern, url)) && door.mayRead(url);
}

/** Writes the lines of an order page that are new or changed. Answers with how many were taken. */
export async function takeOrders(
  door: WriterDoor,
  message: OrdersMessage,
  sender: Runtime.MessageSender,
): Promise<Answers['orders']> {
  const { at, zoneMinutes } = message;
  const isWanted = isRecorded(await readSettings(door.storage), at, door.now());
  if (!isWanted || !(await isOrderPage(door, sender))) return { ok: 0 };
  const keyed = message.purchases.map((purchase): KeyedPurchase => {
    const space = spaceOrId(door, purchase.platform);
    return { ...purchase, space, ...(purchase.itemId !== undefined && { itemKey: `${space}:${purchase.itemId}` }) };
  });
  const added = await addPurchases(await door.openDb(), keyed, { at, zoneMinutes });
  if (added > 0) door.announce();
  return { ok: keyed.length };
}

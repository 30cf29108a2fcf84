import type { Runtime } from 'webextension-polyfill';
import { matchesPattern } from '../core/patterns';
import { isKindWanted } from '../core/record-kinds';
import { isRecorded } from '../core/switches';
import { addPurchases, keyedPurchase, keyedSignal, type KeyedPurchase } from '../ledger/purchases';
import type { Answers, PageMessage } from '../messages/protocol';
import { readSettings } from '../settings';
import { findBeside } from './bills';
import { countOthers } from './buyers';
import { spaceOrId, type WriterDoor } from './door';
import { leaveErased } from './erasures';
import { writeEvents } from './rows';
import type { WriterDesk } from './write';

interface Moment {
  at: number;
  zoneMinutes: number;
}

type OrdersMessage = Extract<PageMessage, { type: 'orders' }>;

/** Only a page that lists orders may tell any, and only while its shop is connected. */
async function isOrderPage(door: WriterDoor, { url = '' }: Runtime.MessageSender): Promise<boolean> {
  return door.orderPages.some((pattern) => matchesPattern(pattern, url)) && door.mayRead(url);
}

/** A page that was read before its order was erased, and is told only now. */
async function leaveErasedLines(desk: WriterDesk, lines: readonly KeyedPurchase[], moment: Moment) {
  const rows = lines.map(({ orderId: _secret, space: _stamped, ...purchase }, place) => {
    const base = { ...moment, id: String(place), type: 'purchase' as const, evidence: 'observed' as const };
    return { ...base, orderKey: '', purchase };
  });
  const left = await leaveErased(desk.session, rows, desk.now());
  return lines.filter((_line, place) => left.some(({ id }) => id === String(place)));
}

/** Writes the lines of an order page that are new or changed. Answers with how many were taken. */
export async function takeOrders(
  desk: WriterDesk,
  message: OrdersMessage,
  sender: Runtime.MessageSender,
): Promise<Answers['orders']> {
  const { at, zoneMinutes } = message;
  const settings = await readSettings(desk.storage);
  const isWanted =
    isKindWanted('purchase', settings.unwantedKinds) && isRecorded(settings, { at, tab: sender.tab?.id }, desk.now());
  if (!isWanted || !(await isOrderPage(desk, sender))) return { ok: 0 };
  const keyed = message.purchases.map((purchase) => keyedPurchase(desk.spaceOf, purchase));
  const others = await countOthers(desk, keyed);
  if (others > 0) return leaveOthers(desk, { others, lines: keyed.length }, { message, sender });
  const told = await leaveErasedLines(desk, keyed, { at, zoneMinutes });
  const moment = { at, zoneMinutes, ...(await findBeside(desk)) };
  const added = await desk.write((db) => addPurchases(db, told, moment));
  await takeSignals(desk, message, sender);
  if (added > 0) desk.announce();
  return { ok: keyed.length };
}

/** Orders of another account are counted as such and kept out; nothing of them is told again by the page. */
async function leaveOthers(
  desk: WriterDesk,
  { others, lines }: { others: number; lines: number },
  {
    message: { at, zoneMinutes, purchases },
    sender: { url = '' },
  }: { message: OrdersMessage; sender: Runtime.MessageSender },
): Promise<Answers['orders']> {
  const day = new Date(at + zoneMinutes * 60_000).toISOString().slice(0, 10);
  const where = purchases[0]?.platform ?? 'orders';
  const unread = Array.from({ length: others }, () => ({ where: 'other-account', reason: 'no-data' as const }));
  const place = { url: new URL(url).origin + new URL(url).pathname, visit: 'orders', kind: 'orders' as const };
  // Once a day, however often the page is looked at
  const id = `other-account:${where}:${day}`;
  await writeEvents(desk, [{ id, type: 'page', at, zoneMinutes, ...place, where, settled: true, unread }]);
  desk.announce();
  return { ok: lines };
}

/** What the page of an order says was done; its row has no id of its own, so the order and the deed are its natural key. */
async function takeSignals(desk: WriterDesk, message: OrdersMessage, { url = '', tab }: Runtime.MessageSender) {
  const { at, zoneMinutes, signals = [] } = message;
  const place = { url: new URL(url).origin + new URL(url).pathname, visit: 'orders' };
  for (const { signal, platform, orderId } of signals) {
    const space = spaceOrId(desk, platform);
    const base = { at, zoneMinutes, ...place, ...(tab?.id !== undefined && { tab: tab.id }) };
    const row = { ...base, id: '', type: 'signal' as const, evidence: 'observed' as const, signal, platform };
    if ((await leaveErased(desk.session, [row], desk.now())).length === 0) continue;
    const keyed = await desk.read((db) => keyedSignal(db, { ...row, space, orderId }));
    await writeEvents(desk, [{ ...keyed, id: `o:${signal}:${String(keyed.orderKey)}` }]);
  }
}

import type { BillAnswer, BillPart } from '../core/bill-parts';
import { addPurchases, keyedPurchase } from '../ledger/purchases';
import { decodePurchases } from '../messages/decode';
import { isErasedSince } from './erasures';
import type { WriterDesk } from './write';

/** Stores one part of a bill, all of it or nothing. What the ledger has already adds nothing. */
export async function takeBill(desk: WriterDesk, part: BillPart): Promise<BillAnswer> {
  const { startedAt, zoneMinutes } = part;
  if (await isErasedSince(desk, startedAt)) return { ok: false, reason: 'erased' };
  const purchases = decodePurchases(part.purchases);
  const keyed = purchases.map((purchase) => keyedPurchase(desk.spaceOf, purchase));
  const added = await desk.write((db) => addPurchases(db, keyed, { at: desk.now(), zoneMinutes }));
  if (added > 0) desk.announce();
  const refused = part.purchases.length - purchases.length;
  return { ok: true, added, known: purchases.length - added, refused };
}

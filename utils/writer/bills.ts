import type { BillAnswer, BillPart } from '../core/bill-parts';
import { eraseImport } from '../ledger/erasure/erase-import';
import { addPurchases, keyedPurchase } from '../ledger/purchases';
import { decodePurchases } from '../messages/decode';
import { isErasedSince } from './erasures';
import type { WriterDesk } from './write';

/** The import that has begun and not ended, beside the ledger; its page may be gone. */
const begunKey = 'bill';

/** Stores one part of a bill, all of it or nothing. What the ledger has already adds nothing. */
export async function takeBill(desk: WriterDesk, part: BillPart): Promise<BillAnswer> {
  const { startedAt, zoneMinutes, importId } = part;
  if (await isErasedSince(desk, startedAt)) return { ok: false, reason: 'erased' };
  const purchases = decodePurchases(part.purchases);
  const keyed = purchases.map((purchase) => keyedPurchase(desk.spaceOf, purchase));
  await desk.storage.set({ [begunKey]: importId });
  const added = await desk.write((db) => addPurchases(db, keyed, { at: desk.now(), zoneMinutes, importId }));
  if (part.last) await desk.storage.remove([begunKey]);
  if (added > 0) desk.announce();
  const refused = part.purchases.length - purchases.length;
  return { ok: true, added, known: purchases.length - added, refused };
}

/** Takes back what an import has stored: it was stopped, and nothing is half imported. */
export async function undoBill(desk: WriterDesk, importId: string): Promise<void> {
  await desk.write((db) => eraseImport(db, importId));
  await desk.storage.remove([begunKey]);
  desk.announce();
}

/** The browser was started: no page of before is there to go on with its import. */
export async function undoBrokenBill(desk: WriterDesk): Promise<void> {
  const begun = (await desk.storage.get(begunKey))[begunKey];
  if (typeof begun === 'string') await undoBill(desk, begun);
}

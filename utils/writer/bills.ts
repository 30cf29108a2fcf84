import type { BillAnswer, BillPart, BillUndo } from '../core/bill-parts';
import { eraseImport } from '../ledger/erasure/erase-import';
import { isSpoilt } from '../ledger/health-queries';
import { addPurchases, keyedPurchase } from '../ledger/purchases';
import { decodePurchases } from '../messages/decode';
import { beginImport, endImport, isUndone, listBegun, notePlanned, noteUndone, tellPlanned } from './begun-imports';
import { isErasedSince } from './erasures';
import { listOpenImports } from './open-imports';
import type { WriterDesk } from './write';

/** Stores one part of a bill, all of it or nothing. What the ledger has already adds nothing. */
export async function takeBill(desk: WriterDesk, part: BillPart): Promise<BillAnswer> {
  const { startedAt, zoneMinutes, importId } = part;
  if (await isErasedSince(desk, startedAt)) return { ok: false, reason: 'erased' };
  if (await isUndone(desk.session, importId)) return { ok: false, reason: 'taken-back' };
  const purchases = decodePurchases(part.purchases);
  const keyed = purchases.map((purchase) => keyedPurchase(desk.spaceOf, purchase));
  if (await beginImport(desk.storage, importId)) await undoBrokenBills(desk, importId);
  const moment = { at: desk.now(), zoneMinutes, importId, ...(await findBeside(desk, importId)) };
  const added = await desk.write((db) => addPurchases(db, keyed, moment));
  if (part.last) await endImport(desk.storage, importId);
  if (added > 0) desk.announce();
  const refused = part.purchases.length - purchases.length;
  return { ok: true, added, known: purchases.length - added, refused };
}

/** Another import that may yet be taken back. */
export async function findBeside(desk: WriterDesk, own?: string): Promise<{ beside?: string }> {
  const beside = (await listOpenImports(desk)).find((importId) => importId !== own);
  return beside === undefined ? {} : { beside };
}

/**
 * Takes back what an import has stored: it was stopped, and nothing is half imported. Where its page is gone nobody has
 * seen that, and it is noted for the person.
 */
export async function undoBill(desk: WriterDesk, { importId, isLeft }: BillUndo): Promise<void> {
  await takeBack(desk, { importId, isUnseen: isLeft === true });
}

/**
 * Takes back the imports whose pages are gone without a word, and notes it for the person. One that another window is at
 * goes on: its page holds a lock as long as it lives.
 * @param own an import that has just been heard of
 */
export async function undoBrokenBills(desk: WriterDesk, own?: string): Promise<void> {
  const begun = (await listBegun(desk.storage)).filter((importId) => importId !== own);
  if (begun.length === 0) return;
  const alive = await desk.liveImports();
  const left = begun.filter((importId) => !alive.has(importId));
  // In a file that is damaged in places nothing can be taken back, since the lists cannot be made again: it stays begun, which
  // keeps it out of the backup that leads to a sound ledger, and is no reason to stop anything else. Asked before anything is
  // tried: what fails is told as trouble.
  if (left.length === 0 || (await desk.read((db) => isSpoilt(db, ['events'])))) return;
  for (const importId of left) await takeBack(desk, { importId, isUnseen: true });
}

async function takeBack(desk: WriterDesk, { importId, isUnseen }: { importId: string; isUnseen: boolean }) {
  await noteUndone(desk.session, importId);
  // The erasure may be done and nobody left to hear of it: then there is nothing to erase any more, and the plan tells.
  const planned = (purchases: number) => notePlanned(desk.storage, importId, purchases);
  const purchases = await desk.write((db) => eraseImport(db, importId, isUnseen ? planned : undefined));
  // One by one: where the next one fails, it is told all the same.
  if (isUnseen) await tellPlanned(desk.storage, importId, { at: desk.now(), purchases });
  await endImport(desk.storage, importId);
  desk.announce();
}

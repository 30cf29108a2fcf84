import type { BillPart, BillPartAnswer, BillSent } from '../core/bill-parts';
import type { Progress } from '../core/backup';
import type { Purchase } from '../core/types';
import { groupByOrder, inParts } from './orders';

interface Sending {
  send: (part: BillPart) => Promise<BillPartAnswer>;
  /** Takes back all parts that were stored; whether it is sure to be done. */
  undo: (importId: string) => Promise<boolean>;
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
  importId: string;
  now: number;
  zoneMinutes: number;
}

/** Half a second of a quiet machine: a slow or busy one has them written before a part counts as lost. */
const purchasesAtOnce = 100;

/**
 * Hands purchases to the background in parts, each of which is stored whole or not at all. An import that does not come to
 * its end is taken back: nothing is half imported.
 */
export async function sendBill(purchases: readonly Purchase[], sending: Sending): Promise<BillSent> {
  const sent = await sendParts(purchases, sending);
  if (sent.end === 'done') return sent;
  const isBack = (await sending.undo(sending.importId)) || (await sending.undo(sending.importId));
  return isBack ? { ...sent, added: 0 } : { ...sent, remains: true };
}

async function sendParts(
  purchases: readonly Purchase[],
  { send, signal, onProgress, importId, now, zoneMinutes }: Sending,
): Promise<BillSent> {
  const sent: BillSent = { end: 'done', added: 0, known: 0, refused: 0 };
  let done = 0;
  for (const orders of inParts(groupByOrder(purchases), purchasesAtOnce)) {
    if (signal.aborted) return { ...sent, end: 'stopped' };
    const told = orders.flat();
    done += told.length;
    const part: BillPart = { importId, startedAt: now, zoneMinutes, purchases: told };
    if (done >= purchases.length) part.last = true;
    const answer = await sendOnceMore(send, part);
    if (!answer.ok) return { ...sent, end: answer.reason };
    sent.added += answer.added;
    // An order that two bills tell of is one.
    sent.known += Math.max(0, answer.known - (told.length - orders.length));
    sent.refused += answer.refused;
    onProgress({ done, total: purchases.length });
  }
  return sent;
}

/** A worker that was stopped under a part may have stored it or not: told again, it adds nothing twice. */
async function sendOnceMore(send: Sending['send'], part: BillPart): Promise<BillPartAnswer> {
  const answer = await send(part);
  return !answer.ok && answer.reason === 'unanswered' ? send(part) : answer;
}

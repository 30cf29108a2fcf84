import type { BillPart, BillPartAnswer, BillSent } from '../core/bill-parts';
import type { Progress } from '../core/backup';
import type { Purchase } from '../core/types';

interface Sending {
  send: (part: BillPart) => Promise<BillPartAnswer>;
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
  now: number;
  zoneMinutes: number;
}

const purchasesAtOnce = 500;

/** Hands purchases to the background in parts, each of which is stored whole or not at all. */
export async function sendBill(
  purchases: readonly Purchase[],
  { send, signal, onProgress, now, zoneMinutes }: Sending,
) {
  const sent: BillSent = { end: 'done', added: 0, known: 0, refused: 0 };
  for (let from = 0; from < purchases.length; from += purchasesAtOnce) {
    if (signal.aborted) return { ...sent, end: 'stopped' as const };
    const part = { startedAt: now, zoneMinutes, purchases: purchases.slice(from, from + purchasesAtOnce) };
    const answer = await sendOnceMore(send, part);
    if (!answer.ok) return { ...sent, end: answer.reason };
    sent.added += answer.added;
    sent.known += answer.known;
    sent.refused += answer.refused;
    onProgress({ done: from + part.purchases.length, total: purchases.length });
  }
  return sent;
}

/** A worker that was stopped under a part may have stored it or not: told again, it adds nothing twice. */
async function sendOnceMore(send: Sending['send'], part: BillPart): Promise<BillPartAnswer> {
  const answer = await send(part);
  return !answer.ok && answer.reason === 'unanswered' ? send(part) : answer;
}

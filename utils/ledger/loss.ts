import type { Canary, LedgerCounts, Loss } from '../core/health';
import type { Marks } from './marks';

/** What the canary knew of and the ledger no longer has. What was erased is no loss: it is in the sums. */
export function findLoss(canary: Canary, marks: Marks, noticedAt: number): Loss | undefined {
  const isOther = canary.uuid !== marks.uuid;
  const missing = (sum: (counts: LedgerCounts) => number) => Math.max(0, sum(canary.counts) - sum(marks.counts));
  const events = isOther ? canary.counts.events : missing((counts) => counts.events + counts.erasedEvents);
  const exposures = isOther ? canary.counts.exposures : missing((counts) => counts.exposures + counts.erasedExposures);
  if (events + exposures === 0) return undefined;
  return { kind: isOther ? 'wiped' : 'cut', noticedAt, lastWriteAt: canary.at, events, exposures };
}

/** What of a loss is still missing once a backup has brought so many rows back; nothing when all is there again. */
export function leftOf(loss: Loss, back: Pick<Loss, 'events' | 'exposures'>): Loss | undefined {
  const events = Math.max(0, loss.events - back.events);
  const exposures = Math.max(0, loss.exposures - back.exposures);
  return events + exposures === 0 ? undefined : { ...loss, events, exposures };
}

/** A loss that comes on top of one the person has not put away: both are told, as one. */
export function addLoss(before: Loss | undefined, loss: Loss): Loss {
  if (!before) return loss;
  return {
    kind: before.kind === 'wiped' ? 'wiped' : loss.kind,
    noticedAt: loss.noticedAt,
    lastWriteAt: Math.max(before.lastWriteAt, loss.lastWriteAt),
    events: before.events + loss.events,
    exposures: before.exposures + loss.exposures,
  };
}

import type { BackupNote, Canary, LedgerCounts, Loss } from '../core/health';
import type { Marks } from './marks';

/** How it was noticed: by a look at the ends alone, or by counting every row. */
export interface Noticed extends Pick<Loss, 'noticedAt'> {
  kind: Exclude<Loss['kind'], 'wiped'>;
}

/** What the canary knew of and the ledger no longer has. What was erased is no loss: it is in the sums. */
export function findLoss(canary: Canary, marks: Marks, { kind, noticedAt }: Noticed): Loss | undefined {
  const isOther = canary.uuid !== marks.uuid;
  const missing = (sum: (counts: LedgerCounts) => number) => Math.max(0, sum(canary.counts) - sum(marks.counts));
  const events = isOther ? canary.counts.events : missing((counts) => counts.events + counts.erasedEvents);
  const exposures = isOther ? canary.counts.exposures : missing((counts) => counts.exposures + counts.erasedExposures);
  if (events + exposures === 0) return undefined;
  return { kind: isOther ? 'wiped' : kind, noticedAt, lastWriteAt: canary.at, events, exposures };
}

/** Of what two witnesses miss the larger: one of them may be behind. */
export function greater(one: Loss | undefined, other: Loss | undefined): Loss | undefined {
  return one && other && one.events + one.exposures < other.events + other.exposures ? other : (one ?? other);
}

/** A loss once a backup has added so many rows; what was lost stays told, since they may be others. */
export function withRestored(loss: Loss, { events, exposures }: NonNullable<Loss['restored']>): Loss {
  const { restored = { events: 0, exposures: 0 } } = loss;
  return { ...loss, restored: { events: restored.events + events, exposures: restored.exposures + exposures } };
}

/** A loss that comes on top of one the person has not put away: both are told, as one. */
export function addLoss(before: Loss | undefined, loss: Loss): Loss {
  if (!before) return loss;
  const backup = fuller(before.backup, loss.backup);
  return {
    kind: graver(before.kind, loss.kind),
    noticedAt: loss.noticedAt,
    lastWriteAt: Math.max(before.lastWriteAt, loss.lastWriteAt),
    events: before.events + loss.events,
    exposures: before.exposures + loss.exposures,
    ...(backup && { backup }),
    ...(before.restored && { restored: before.restored }),
  };
}

/** What is said of both must be true of each: `thinned` says nothing of where the rows stood. */
function graver(one: Loss['kind'], other: Loss['kind']): Loss['kind'] {
  const kinds = [one, other];
  if (kinds.includes('wiped')) return 'wiped';
  return kinds.includes('thinned') ? 'thinned' : 'cut';
}

/** Of the last ones before two losses the one that holds more. */
function fuller(one: BackupNote | undefined, other: BackupNote | undefined): BackupNote | undefined {
  return one && other && one.rowsEver < other.rowsEver ? other : (one ?? other);
}

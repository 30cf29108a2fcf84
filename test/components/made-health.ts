import type { CheckActions, CheckView } from '@/components/dashboard/health/check-card';
import type { CheckFindings } from '@/components/dashboard/health/findings';
import type { HealthFacts } from '@/components/notices/facts';
import { type Loss, noCounts } from '@/utils/core/health';
import { daysAgo } from './made-rows';

/** A ledger of some months that was backed up two days ago, and ways in which it may fare worse. */
const counts = { ...noCounts, events: 1_234, exposures: 56_789, erasedEvents: 3 };
export const backup = { at: daysAgo(2), eventsEver: 1_237, rowsEver: 58_026 };
const use = { used: 23_456_789, quota: 64_000_000_000 };
const littleUse = { used: 63_907_400_000, quota: 64_000_000_000 };
export const fine: HealthFacts = { health: { dropped: 0, backup }, counts, unlisted: 0, quarantined: 0, use };

export const loss: Loss = {
  kind: 'wiped',
  noticedAt: daysAgo(1),
  lastWriteAt: daysAgo(3),
  events: 1_200,
  exposures: 1,
  backup: { ...backup, at: daysAgo(4) },
};

export const lost: HealthFacts = { ...fine, health: { dropped: 0, backup, loss } };
export const thinned: HealthFacts = { ...fine, health: { dropped: 0, backup, loss: { ...loss, kind: 'thinned' } } };
export const full: HealthFacts = { ...fine, health: { dropped: 0, backup, trouble: { kind: 'full', since: 0 } } };
export const little: HealthFacts = { ...fine, use: littleUse };
export const neverBackedUp: HealthFacts = { ...fine, health: { dropped: 0 } };
export const everything: HealthFacts = {
  ...fine,
  health: { loss: { ...loss, kind: 'cut' }, trouble: { kind: 'full', since: 0 }, dropped: 2, crashed: 1 },
  unlisted: 1,
  quarantined: 4,
  gaps: true,
  use: littleUse,
};

export const idleCheck: CheckView & CheckActions = {
  check: { state: 'idle' },
  repair: { state: 'idle' },
  onCheck: () => undefined,
  onStop: () => undefined,
  onRepair: () => undefined,
  onStopRepair: () => undefined,
};

export const sound: CheckFindings = { rows: 58_023, lists: [], unreadable: 0, unlisted: 0, miscounted: false };
export const unsound: CheckFindings = {
  rows: 58_023,
  lists: [
    { list: 'items', missing: 2, extra: 0, different: 1 },
    { list: 'orders', missing: 0, extra: 3, different: 0 },
  ],
  unreadable: 1,
  unlisted: 2,
  miscounted: true,
};

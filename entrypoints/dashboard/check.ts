import type { CheckActions, CheckView, RepairDone } from '@/components/dashboard/health/check-card';
import type { CheckFindings, ListFinding } from '@/components/dashboard/health/findings';
import { type Verification, verifyLedger } from '@/utils/ledger/verify';
import { sendRepair } from '@/utils/messages/ask';
import { longWork, type Reins } from './long-work';
import type { Desk } from './view';

export const idleCheck: CheckView = { check: { state: 'idle' }, repair: { state: 'idle' } };

/** Checks in this page, which writes nothing; the background repairs, if the person wants it. */
export function checkWork(desk: Desk, show: (view: CheckView) => void): CheckActions {
  let view = idleCheck;
  const change = (part: Partial<CheckView>) => show((view = { ...view, ...part }));
  const check = longWork<CheckFindings, 'failed'>(
    (job) => change({ check: job }),
    () => 'failed',
  );
  const repair = longWork<RepairDone, 'failed'>(
    (job) => change({ repair: job }),
    () => 'failed',
  );
  return {
    onCheck: () => {
      change(idleCheck);
      void check.start(async (reins) => findingsOf(await verifyLedger(await desk.open(), reins)));
    },
    onStop: check.stop,
    onRepair: () => void repair.start(repairLedger).then(desk.refresh),
    onStopRepair: repair.stop,
  };
}

async function repairLedger(reins: Reins): Promise<RepairDone> {
  const repaired = await sendRepair(reins);
  if (!repaired) throw new Error('The background did not say that it is repaired');
  return repaired;
}

/** From rows to numbers: a person is told how much, not which key. */
export function findingsOf({ differences, corrupt, unlisted, counts }: Verification): CheckFindings {
  const lists = new Map<string, ListFinding>();
  for (const { store, how } of differences) {
    const list = lists.get(store) ?? { list: store, missing: 0, extra: 0, different: 0 };
    list[how] += 1;
    lists.set(store, list);
  }
  const { stored, found } = counts;
  return {
    rows: found.events + found.exposures,
    lists: [...lists.values()],
    unreadable: corrupt.length,
    unlisted: unlisted.length,
    miscounted: stored.events !== found.events || stored.exposures !== found.exposures,
  };
}

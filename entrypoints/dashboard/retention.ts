import browser from 'webextension-polyfill';
import type { RetentionActions, RetentionSize, RetentionView } from '@/components/dashboard/data/retention-props';
import type { KeptTo } from '@/utils/core/erasure';
import { cutoffsOf, hasLimits, type RetentionLimits } from '@/utils/core/retention';
import { readTwice } from '@/utils/ledger/read-twice';
import { countOld } from '@/utils/ledger/retention/erase-old';
import { sendLimits } from '@/utils/messages/ask';
import { readClock, readRetention } from '@/utils/writer/kept-retention';
import { longWork, type Reins } from './long-work';
import type { Desk } from './view';

/** Shows how long things stay, counts what a new limit would erase, and has the background keep to it. */
export function retentionWork(desk: Desk, show: (view: RetentionView) => void) {
  let view: RetentionView = { counting: { state: 'idle' }, applying: { state: 'idle' } };
  const change = (part: Partial<RetentionView>) => show((view = { ...view, ...part }));
  const failed = () => 'failed' as const;
  const count = longWork<RetentionSize, 'failed'>((job) => change({ counting: job }), failed);
  const apply = longWork<KeptTo, 'failed'>((job) => change({ applying: job }), failed);
  const readAgain = async () => {
    const { doubtedAt: _before, last: _last, ...rest } = view;
    show((view = { ...rest, ...(await readKept(desk.now())) }));
  };
  const actions: RetentionActions = {
    onCount: (limits) => {
      change({ applying: { state: 'idle' } });
      void count.start((reins) => countNow(desk, limits, reins));
    },
    onApply: (limits) => {
      change({ counting: { state: 'idle' } });
      void apply.start((reins) => applyNow(limits, reins)).then(desk.refresh);
    },
    onKeep: () => change({ counting: { state: 'idle' } }),
    onStop: () => {
      count.stop();
      apply.stop();
    },
  };
  return { actions, read: () => void readAgain().catch(() => undefined) };
}

async function readKept(now: number): Promise<Pick<RetentionView, 'limits' | 'last' | 'doubtedAt'>> {
  const { local } = browser.storage;
  const [{ limits, last }, { believed }] = await Promise.all([readRetention(local), readClock(local, now)]);
  const isDoubted = hasLimits(limits) && believed !== now;
  return { limits, ...(last && { last }), ...(isDoubted && { doubtedAt: believed }) };
}

async function countNow(desk: Desk, limits: RetentionLimits, reins: Reins): Promise<RetentionSize> {
  const { believed } = await readClock(browser.storage.local, desk.now());
  const cutoffs = cutoffsOf(limits, believed);
  return { limits, believed, counts: await readTwice(desk.open, (db) => countOld(db, cutoffs, reins)) };
}

async function applyNow(limits: RetentionLimits, reins: Reins): Promise<KeptTo> {
  const erased = await sendLimits(limits, reins);
  if (!erased) throw new Error('The background did not say that it keeps to this');
  return erased;
}

import browser from 'webextension-polyfill';
import type { RetentionActions, RetentionSize, RetentionView } from '@/components/dashboard/data/retention-props';
import type { Erased } from '@/utils/core/erasure';
import { cutoffsOf, hasLimits, type RetentionLimits } from '@/utils/core/retention';
import { readTwice } from '@/utils/ledger/read-twice';
import { countOld } from '@/utils/ledger/retention/erase-old';
import { sendLimits } from '@/utils/messages/ask';
import { readClock, readRetention } from '@/utils/writer/kept-retention';
import { longWork } from './long-work';
import type { Desk } from './view';

/** Shows how long things stay, counts what a new limit would erase, and has the background keep to it. */
export function retentionWork(desk: Desk, show: (view: RetentionView) => void) {
  let view: RetentionView = { counting: { state: 'idle' }, applying: { state: 'idle' } };
  const change = (part: Partial<RetentionView>) => show((view = { ...view, ...part }));
  const failed = () => 'failed' as const;
  const count = longWork<RetentionSize, 'failed'>((job) => change({ counting: job }), failed);
  const apply = longWork<Erased, 'failed'>((job) => change({ applying: job }), failed);
  const readAgain = async () => {
    const { doubtedAt: _before, last: _last, ...rest } = view;
    show((view = { ...rest, ...(await readKept(desk.now())) }));
  };
  const actions: RetentionActions = {
    onCount: (limits) => {
      change({ applying: { state: 'idle' } });
      void count.start(() => countNow(desk, limits));
    },
    onApply: (limits) => {
      change({ counting: { state: 'idle' } });
      void apply.start(() => applyNow(limits)).then(desk.refresh);
    },
    onKeep: () => change({ counting: { state: 'idle' } }),
  };
  return { actions, read: () => void readAgain().catch(() => undefined) };
}

async function readKept(now: number): Promise<Pick<RetentionView, 'limits' | 'last' | 'doubtedAt'>> {
  const { local } = browser.storage;
  const [{ limits, last }, { believed }] = await Promise.all([readRetention(local), readClock(local, now)]);
  const isDoubted = hasLimits(limits) && believed !== now;
  return { limits, ...(last && { last }), ...(isDoubted && { doubtedAt: believed }) };
}

async function countNow(desk: Desk, limits: RetentionLimits): Promise<RetentionSize> {
  const { believed } = await readClock(browser.storage.local, desk.now());
  return { limits, believed, counts: await readTwice(desk.open, (db) => countOld(db, cutoffsOf(limits, believed))) };
}

async function applyNow(limits: RetentionLimits): Promise<Erased> {
  const erased = await sendLimits(limits);
  if (!erased) throw new Error('The background did not say that it keeps to this');
  return erased;
}

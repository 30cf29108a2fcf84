import type {
  Aftermath,
  AftermathActions,
  AftermathView,
  BoughtItem,
  CoolingItem,
  Said,
} from '@/components/dashboard/purchases/bought-props';
import type { ItemRow } from '@/utils/core/rows';
import { walkItems } from '@/utils/ledger/match-queries';
import { isItemRow } from '@/utils/ledger/readable';
import type { LedgerDb } from '@/utils/ledger/schema';
import { boughtFacts } from '@/utils/core/bought';
import { tellBackground } from '@/utils/messages/ask';
import { longWork, type Reins } from './long-work';
import type { Desk } from './view';

/** So many are gone through at a sitting; the others are counted. */
const mostShown = 100;

/** Reads what was bought and what waits, and tells the background what the person says of it. */
export function aftermathWork(desk: Desk, show: (view: AftermathView) => void) {
  let view: AftermathView = { lists: { state: 'idle' } };
  let isStale = false;
  const change = (part: Partial<AftermathView>) => show((view = { ...view, ...part }));
  const work = longWork<Aftermath, 'failed'>(
    // What is on screen stays until there is something newer.
    (job) => (job.state === 'running' && view.lists.state === 'done' ? undefined : change({ lists: job })),
    () => 'failed',
  );
  const read = async (): Promise<void> => {
    if (work.isRunning()) return void (isStale = true);
    isStale = false;
    await work.start((reins) => readAftermath(desk, reins));
    if (isStale) await read();
  };
  const say = async (item: ItemRow, said: Said) => {
    change({ said: { item, said, state: (await isTold(item.key, said)) ? 'stored' : 'failed' } });
    await read();
  };
  const actions: AftermathActions = {
    onSay: (item, said) => void say(item, said),
    onStop: work.stop,
    onRetry: () => void read(),
  };
  return { actions, read: () => void read() };
}

async function isTold(key: string, said: Said): Promise<boolean> {
  try {
    if ('until' in said) await tellBackground({ type: 'cool', key, until: said.until });
    else if ('mark' in said) await tellBackground({ type: 'mark', key, mark: said.mark });
    else if ('why' in said) await tellBackground({ type: 'why', key, why: said.why });
    else await tellBackground({ type: 'outcome', key, outcome: said.outcome });
    return true;
  } catch {
    return false; // shown as not stored
  }
}

/** Walks the items once: no index knows what was bought and given back, nor what waits. */
async function readAftermath(desk: Desk, { signal, onProgress }: Reins): Promise<Aftermath> {
  const db = await desk.open();
  const bought: { item: ItemRow; at: number }[] = [];
  const cooling: CoolingItem[] = [];
  let done = 0;
  await walkItems(db, {
    signal,
    onPage: (rows) => {
      for (const item of rows.filter(isItemRow)) {
        const step = item.journey.find((each) => each.step === 'bought');
        if (step) bought.push({ item, at: step.at });
        else if (isWaiting(item)) cooling.push({ item, ...(item.cool?.until && { until: item.cool.until }) });
      }
      onProgress({ done: (done += rows.length) });
    },
  });
  bought.sort((a, b) => b.at - a.at);
  cooling.sort(
    (a, b) => (a.until ?? Infinity) - (b.until ?? Infinity) || (b.item.savedAt ?? 0) - (a.item.savedAt ?? 0),
  );
  const shown = await Promise.all(bought.slice(0, mostShown).map(({ item }) => boughtItem(db, item)));
  return {
    bought: shown.flatMap((each) => each ?? []),
    moreBought: Math.max(0, bought.length - mostShown),
    cooling: cooling.slice(0, mostShown),
    moreCooling: Math.max(0, cooling.length - mostShown),
  };
}

function isWaiting({ cool, savedAt, state }: ItemRow): boolean {
  return state !== 'dropped' && state !== 'refunded' && (savedAt !== undefined || (cool?.until ?? 0) > 0);
}

async function boughtItem(db: LedgerDb, item: ItemRow): Promise<BoughtItem | undefined> {
  const orders = await db.getAllFromIndex('orders', 'itemKey', item.key); // the orders of one item: a handful
  const lines = orders.map(async (order) => ({
    ...order,
    lines: await db.countFromIndex('orders', 'orderKey', order.orderKey),
  }));
  const facts = boughtFacts(item, await Promise.all(lines));
  return facts && { item, facts };
}

import type {
  EraseActions,
  ErasedAmount,
  EraseSize,
  EraseTarget,
  EraseView,
  Hits,
} from '@/components/dashboard/data/erase-props';
import { inOrder } from '@/utils/core/in-order';
import { readTwice } from '@/utils/ledger/read-twice';
import { listPlatforms } from '@/utils/ledger/sizes';
import { sendErasure, sendWholeErasure } from '@/utils/messages/ask';
import { findHits, noHits } from './erase-hits';
import { readSize } from './erase-size';
import { longWork, type Reins } from './long-work';
import type { Desk } from './view';

/** Finds what the person wants gone, says how much it is, and has the background erase it. */
export function eraseWork(desk: Desk, show: (view: EraseView) => void) {
  let view: EraseView = { hits: noHits, platforms: [], erasing: { state: 'idle' } };
  let searching = new AbortController();
  const change = (part: Partial<EraseView>) => show((view = { ...view, ...part }));
  const showHits = inOrder<Hits>((hits) => change({ hits }));
  const showSize = inOrder<EraseSize | undefined>((size) => change({ size }));
  const work = longWork<ErasedAmount, 'failed'>(
    (job) => change({ erasing: job }),
    () => 'failed',
  );
  const readPlatforms = async () => change({ platforms: await readTwice(desk.open, listPlatforms) });
  const actions: Omit<EraseActions, 'onBackup'> = {
    onSearch: (what, text) => {
      searching.abort();
      searching = new AbortController();
      change({ hits: { ...view.hits, state: 'searching' } });
      void showHits(findHits(desk, { what, text: text.trim(), signal: searching.signal }));
    },
    onChoose: (target) => {
      change({ size: undefined, ...(target && { erasing: { state: 'idle' } }) });
      void showSize(readSize(desk, target));
    },
    onErase: ({ what }: EraseTarget) => {
      change({ hits: noHits, isAll: what.kind === 'all' });
      void work.start((reins) => eraseNow(desk, what, reins)).then(desk.refresh);
    },
    onStop: work.stop,
  };
  return { actions, read: () => void readPlatforms().catch(() => undefined) };
}

async function eraseNow(desk: Desk, what: EraseTarget['what'], reins: Reins): Promise<ErasedAmount> {
  if (what.kind !== 'all') {
    const erased = await sendErasure(what, reins);
    if (!erased) throw new Error('The background did not say that it is erased');
    return erased;
  }
  const { counts } = desk.facts();
  if (!(await sendWholeErasure(reins))) throw new Error('The background did not say that it is all erased');
  return counts ? { events: counts.events, exposures: counts.exposures } : 'unknown';
}

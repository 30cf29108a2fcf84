import type { ReviewQuery } from '@/components/dashboard/research/props';
import { findRows } from './rows';
import type { ResearchDesk } from './work';

/** Looks through what would leave; whatever is asked anew stops the question before. */
export function reviewWork(desk: ResearchDesk) {
  const { change, state, tell } = desk;
  let asking = new AbortController();
  /** Counted once while the review is open: it means a look at every row. */
  let outside: number | undefined;
  const read = async (query: ReviewQuery) => {
    const study = state().kept?.joined;
    asking.abort();
    if (!study) return;
    const { signal } = (asking = new AbortController());
    change({ review: { state: 'reading', query } });
    const shown = await findRows(desk, study, { query, signal, outside }).catch(() => undefined);
    if (signal.aborted) return;
    outside = shown?.outside;
    change({ review: shown ? { state: 'ready', query, shown } : { state: 'closed' } });
  };
  return {
    close: () => {
      asking.abort();
      outside = undefined;
      change({ review: { state: 'closed' } });
    },
    actions: {
      onReview: (query: ReviewQuery) => void read(query),
      onLeaveOut: async (keys: string[]) => {
        const isTaken = await tell({ kind: 'leave-out', keys, on: true });
        const { review } = state();
        // Also where another question is being read: what it has found by now may be what was left out.
        if (isTaken && review.state !== 'closed') await read(review.query);
      },
    },
  };
}

import type {
  Choice,
  Decided,
  LineFacts,
  MatchActions,
  MatchView,
  Review,
} from '@/components/dashboard/matching/match-props';
import { tellBackground } from '@/utils/messages/ask';
import { longWork } from './long-work';
import { readReview } from './review';
import type { Desk } from './view';

/** Supposes what belongs together, and tells the background what the person says of it. */
export function matchWork(desk: Desk, show: (view: MatchView) => void) {
  let view: MatchView = { review: { state: 'idle' } };
  let isStale = false;
  const change = (part: Partial<MatchView>) => show((view = { ...view, ...part }));
  const work = longWork<Review, 'failed'>(
    // What is on screen stays until there is something newer.
    (job) => (job.state === 'running' && view.review.state === 'done' ? undefined : change({ review: job })),
    () => 'failed',
  );
  const read = async (): Promise<void> => {
    if (work.isRunning()) return void (isStale = true);
    isStale = false;
    await work.start((reins) => readReview(desk, reins));
    if (isStale) await read();
  };
  const say = async (decided: Decided, word: 'same' | 'different' | 'none') => {
    const isStored = await isSaid(decided, word);
    const said =
      word === 'none' && isStored
        ? undefined
        : { decided, state: isStored ? ('stored' as const) : ('failed' as const) };
    change({ said });
    // The row that had the focus goes.
    document.getElementById('review')?.focus();
    await read();
  };
  const actions: Omit<MatchActions, 'onImport'> = {
    onSay: (line: LineFacts, choice: Choice, word) => void say({ line, choice, word, saidAt: desk.now() }, word),
    onUndo: (decided) => void say(decided, 'none'),
    onStop: work.stop,
    onRetry: () => void read(),
  };
  return { actions, read: () => void read() };
}

async function isSaid({ line, choice }: Decided, word: 'same' | 'different' | 'none'): Promise<boolean> {
  const { item, other, method, score } = choice;
  try {
    await tellBackground({
      type: 'match',
      line: line.key,
      platform: line.platform,
      ...(item !== undefined && { item }),
      ...(other !== undefined && { other }),
      word,
      by: method,
      ...(score !== undefined && { score }),
    });
    return true;
  } catch {
    return false; // shown as not stored
  }
}

import browser from 'webextension-polyfill';
import type { ResearchActions, ResearchProps } from '@/components/dashboard/research/props';
import { inOrder } from '@/utils/core/in-order';
import type { StudyChange } from '@/utils/core/study';
import { tellBackground } from '@/utils/messages/ask';
import { readKeptStudy } from '@/utils/writer/study';
import type { Desk } from '../view';
import { bundleWork, envelopeWork, withdrawalWork } from './files';
import { joinWork } from './join';
import { openedWork } from './opened';
import { reviewWork } from './review';
import { endedTask } from './tasks';

export type ResearchState = Omit<ResearchProps, 'actions' | 'now'>;

export const freshResearch: ResearchState = {
  kept: undefined,
  failed: false,
  review: { state: 'closed' },
  bundle: { state: 'idle' },
  withdrawal: { state: 'idle' },
  envelope: { state: 'idle' },
  opened: { state: 'idle' },
};

/** What the parts of this view share: what is shown, and the way to the background, which keeps what was decided. */
export interface ResearchDesk extends Desk {
  state: () => ResearchState;
  change: (part: Partial<ResearchState>) => void;
  /** Takes away what the person is done with. */
  drop: (...names: ('offer' | 'refusal')[]) => void;
  /** @returns whether it was taken */
  tell: (change: StudyChange) => Promise<boolean>;
}

/** All that the view of research does. */
export function researchWork(desk: Desk, show: (state: ResearchState) => void) {
  const own = researchDesk(desk, show);
  const { state, change, tell } = own;
  const review = reviewWork(own);
  const bundle = bundleWork(
    {
      ...desk,
      joined: async () => (await readKeptStudy(browser.storage.local)).joined,
      onWritten: (note) => void tell({ kind: 'exported', note }),
    },
    (job) => change({ bundle: job }),
  );
  const joining = joinWork(own);
  const withdrawal = withdrawalWork(desk, (job) => change({ withdrawal: job }));
  const envelope = envelopeWork(desk, (job) => change({ envelope: job }));
  const actions: ResearchActions = {
    ...joining,
    ...review.actions,
    ...openedWork((job) => change({ opened: job })),
    onJoin: async (answer) => {
      // What is on screen are rows of the study as it was.
      review.close();
      await joining.onJoin(answer);
    },
    onLeave: async () => {
      review.close();
      // What is being written would be there after the word that nothing more comes.
      bundle.stop();
      change({ bundle: { state: 'idle' } });
      await tell({ kind: 'leave' });
    },
    onWithdrawal: (left) => void withdrawal.start(left),
    onPutAway: ({ participantId }) => {
      change({ withdrawal: { state: 'idle' } });
      void tell({ kind: 'put-away', participantId });
    },
    onStartTask: (task) => void tell({ kind: 'start-task', task }),
    onStopTask: () => void tell({ kind: 'stop-task', stop: 'person', at: desk.now() }),
    onBundle: (wish) => withJoined(state(), (study) => void bundle.start(study, wish)),
    onStopBundle: bundle.stop,
    onEnvelope: () => void envelope.start(),
    onStopEnvelope: envelope.stop,
  };
  return { actions, read: () => void own.read().catch(() => undefined) };
}

type Kept = NonNullable<ResearchState['kept']>;

function withJoined({ kept }: ResearchState, then: (study: NonNullable<Kept['joined']>) => void): void {
  if (kept?.joined) then(kept.joined);
}

function researchDesk(desk: Desk, show: (state: ResearchState) => void): ResearchDesk & { read: () => Promise<void> } {
  let state = freshResearch;
  const change = (part: Partial<ResearchState>) => show((state = { ...state, ...part }));
  const keep = inOrder<ResearchState['kept']>((kept) => change({ kept }));
  const readAgain = () => keep(readKeptStudy(browser.storage.local));
  const tell = async (what: StudyChange) => {
    const isTaken = await tellBackground({ type: 'study', change: what }).then(
      () => true,
      () => false,
    );
    change({ failed: !isTaken });
    await readAgain();
    return isTaken;
  };
  return {
    ...desk,
    state: () => state,
    change,
    drop: (...names) => {
      const gone = new Set<string>(names);
      state = { ...freshResearch, ...Object.fromEntries(Object.entries(state).filter(([name]) => !gone.has(name))) };
    },
    tell,
    read: async () => {
      await readAgain();
      const ended = state.kept?.joined && (await endedTask(desk, state.kept.joined));
      if (ended) await tell(ended);
    },
  };
}

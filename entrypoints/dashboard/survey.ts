import type { SurveyView } from '@/components/dashboard/survey-bar';
import { startOfWeek } from '@/utils/core/weeks';
import { readTwice } from '@/utils/ledger/read-twice';
import type { LedgerDb } from '@/utils/ledger/schema';
import { sumTotals, walkLists } from '@/utils/ledger/survey';
import { notesTally } from '@/utils/match/notes';
import { overviewTally } from '@/utils/match/overview';
import { categoryOf } from '@/utils/report/categories';
import { longWork, type Reins } from './long-work';
import type { Desk } from './view';

/** One pass over the lists serves every view that sums. */
export interface Survey {
  view: () => SurveyView;
  /** Counts when the ledger has changed: at once, after the pass that is under way, or when the page is looked at again. */
  read: () => void;
  stop: () => void;
}

const surveys = new WeakMap<Desk, Survey>();

export function surveyOf(desk: Desk): Survey {
  const survey = surveys.get(desk) ?? startSurvey(desk);
  surveys.set(desk, survey);
  return survey;
}

type Latest = NonNullable<SurveyView['latest']>;

/** So many times while it runs it is told how far it is: each time the whole page is drawn. */
const tellings = 50;

function startSurvey(desk: Desk): Survey {
  let view: SurveyView = { job: { state: 'idle' } };
  let isStale = false;
  const work = longWork<Latest, 'failed'>(
    (job) => {
      view = { job, ...(job.state === 'done' ? { latest: job.result } : view.latest && { latest: view.latest }) };
      desk.redraw();
    },
    () => 'failed',
  );
  const read = async () => {
    isStale = true;
    while (isStale && !work.isRunning() && !document.hidden) {
      isStale = false;
      await work.start((reins) => readTwice(desk.open, (db) => survey(db, desk.now(), seldom(reins))));
      if (view.job.state !== 'done') return; // stopped or failed: the person says when to go on
    }
  };
  document.addEventListener('visibilitychange', () => {
    if (isStale) void read();
  });
  return { view: () => view, read: () => void read(), stop: work.stop };
}

function seldom({ signal, onProgress }: Reins) {
  let told = -1;
  return {
    signal,
    onProgress: (progress: { done: number; total: number }) => {
      const part = Math.floor((tellings * progress.done) / Math.max(1, progress.total));
      if (part === told) return;
      told = part;
      onProgress(progress);
    },
  };
}

async function survey(db: LedgerDb, now: number, walk: ReturnType<typeof seldom>): Promise<Latest> {
  const overview = overviewTally({ monthOf, hourOf, weekOf: startOfWeek, categoryOf: nameOfCategory });
  const notes = notesTally(monthOf);
  const totals = await sumTotals(db);
  await walkLists(
    db,
    {
      onItem: (item) => {
        overview.addItem(item, now);
        notes.addItem(item);
      },
      onOrder: overview.addLine,
      onNote: notes.addNote,
    },
    walk,
  );
  return { overview: overview.end(), notes: notes.end(), totals, at: now };
}

const nameOfCategory = (title: string) => categoryOf(title)?.name;

/** By this device's clock, from midnight on Monday. */
function hourOf(at: number): number {
  const day = new Date(at);
  return ((day.getDay() + 6) % 7) * 24 + day.getHours();
}

/** By the person's own calendar. */
function monthOf(at: number): string {
  const day = new Date(at);
  return `${String(day.getFullYear())}-${String(day.getMonth() + 1).padStart(2, '0')}`;
}

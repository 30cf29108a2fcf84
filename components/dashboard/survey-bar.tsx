import { i18n } from '@/utils/i18n';
import type { NotesReport, Overview, Totals } from '@/utils/core/overview';
import type { Job } from '../parts/job';
import { JobProgress } from '../parts/job-progress';
import { Outcome } from '../parts/outcome';
import { formatCount } from '../text/format';
import { formatMoment } from '../text/measures';

export interface SurveyView {
  job: Job<object>;
  /** What the last whole pass found; it stays on screen while another is under way. */
  latest?: { overview: Overview; notes: NotesReport; totals: Totals; at: number };
}

export interface SurveyActions {
  onCount: () => void;
  onStop: () => void;
}

/** Fewer rows are counted before anybody could read that they are. */
const QUICK = 5_000;

/** How far the pass over the lists is, and what it was when it ended. */
export function SurveyBar({ survey: { job, latest }, onCount, onStop }: { survey: SurveyView } & SurveyActions) {
  if (job.state === 'running') {
    if (latest && (job.total ?? 0) < QUICK) return <Counted latest={latest} />;
    const values = [formatCount(job.done), job.total === undefined ? '…' : formatCount(job.total)] as const;
    const text = i18n.t('survey.running', [...values]);
    return <JobProgress label={i18n.t('survey.label')} text={text} done={job.done} total={job.total} onStop={onStop} />;
  }
  if (job.state === 'stopped' || job.state === 'failed')
    return (
      <div class="survey">
        <Outcome tone="warn">
          <p>{job.state === 'stopped' ? i18n.t('survey.stopped') : i18n.t('survey.failed')}</p>
        </Outcome>
        <button type="button" class="button" onClick={onCount}>
          {i18n.t('survey.again')}
        </button>
      </div>
    );
  return latest ? <Counted latest={latest} /> : null;
}

function Counted({ latest: { overview, at } }: { latest: NonNullable<SurveyView['latest']> }) {
  const values = [formatCount(overview.items), formatCount(overview.orders), formatMoment(at)] as const;
  return <p class="survey__done">{i18n.t('survey.done', [...values])}</p>;
}

import { i18n } from '@/utils/i18n';
import { JobProgress } from '../../parts/job-progress';
import { StateCard } from '../../parts/state-card';
import { formatCount } from '../../text/format';
import { ViewHead } from '../view-head';
import { type DensityProps, type Span, spans } from './props';
import { ReportView } from './report-view';
import { SpotCheckCard } from './spot-check-card';
import { spanWord } from './words';

/** How dense the ads were on what the person saw, with what each figure rests on. */
export function DensityView({ span, job, checks, onSpan, onStop, onCoder, onVerdict, onTell }: DensityProps) {
  return (
    <>
      <ViewHead title={i18n.t('views.density')} lead={i18n.t('density.lead')} />
      <div class="spans" role="group" aria-label={i18n.t('density.span')}>
        {spans.map((each: Span) => (
          <button
            key={each}
            type="button"
            class="button"
            aria-pressed={each === span}
            disabled={job.state === 'running'}
            onClick={() => onSpan(each)}
          >
            {spanWord(each)}
          </button>
        ))}
      </div>
      <Body job={job} onStop={onStop} />
      {checks && job.state === 'done' && job.result.report.units > 0 && (
        <SpotCheckCard checks={checks} onCoder={onCoder} onVerdict={onVerdict} onTell={onTell} />
      )}
    </>
  );
}

function Body({ job, onStop }: Pick<DensityProps, 'job' | 'onStop'>) {
  switch (job.state) {
    case 'running':
      return (
        <JobProgress
          {...job}
          label={i18n.t('density.working')}
          text={i18n.t('research.written', job.done, [formatCount(job.done)])}
          onStop={onStop}
        />
      );
    case 'failed':
      return <StateCard icon="alert" tone="alarm" title={i18n.t('density.failed')} />;
    case 'idle':
    case 'stopped':
      return <StateCard icon="gauge" title={i18n.t('density.stopped')} body={i18n.t('density.stoppedBody')} />;
    case 'done': {
      const { report, local } = job.result;
      if (report.units === 0)
        return <StateCard icon="gauge" title={i18n.t('density.nothing')} body={i18n.t('density.nothingBody')} />;
      return <ReportView report={report} local={local} />;
    }
  }
}

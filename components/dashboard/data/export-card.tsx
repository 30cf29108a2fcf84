import { i18n } from '@/utils/i18n';
import { Card } from '../../parts/card';
import type { Job } from '../../parts/job';
import { JobProgress } from '../../parts/job-progress';
import { Outcome } from '../../parts/outcome';
import { formatCount } from '../../text/format';
import { formatBytes } from '../../text/measures';

/** A list that is written down. */
export interface ExportDone {
  name: string;
  bytes: number;
  items: number;
  /** `handed`: given to the browser's downloads; whether it was kept there nobody tells us. */
  where: 'written' | 'handed';
}

export type ExportJob = Job<ExportDone, 'full' | 'failed'>;

export interface ExportProps {
  job: ExportJob;
  onStart: (format: 'csv' | 'json') => void;
  onStop: () => void;
}

/** The person's own list as a file for other programs. */
export function ExportCard({ job, onStart, onStop }: ExportProps) {
  return (
    <Card id="export" title={i18n.t('export.title')} hint={i18n.t('export.hint')}>
      {job.state === 'running' ? (
        <JobProgress {...job} label={i18n.t('export.running')} text={progressText(job)} onStop={onStop} />
      ) : (
        <div class="ways">
          <button type="button" class="button button--save" onClick={() => onStart('csv')}>
            {i18n.t('export.csv')}
          </button>
          <button type="button" class="button" onClick={() => onStart('json')}>
            {i18n.t('export.json')}
          </button>
        </div>
      )}
      <End job={job} />
      <p class="card__text">{i18n.t('export.research')}</p>
    </Card>
  );
}

function progressText({ done }: Extract<ExportJob, { state: 'running' }>): string {
  return i18n.t('export.progress', done, [formatCount(done)]);
}

function End({ job }: { job: ExportJob }) {
  switch (job.state) {
    case 'done':
      return <Outcome tone="well">{doneText(job.result)}</Outcome>;
    case 'stopped':
      return <Outcome tone="plain">{i18n.t('export.stopped')}</Outcome>;
    case 'failed':
      return <Outcome tone="alarm">{job.why === 'full' ? i18n.t('export.full') : i18n.t('export.failed')}</Outcome>;
    case 'idle':
    case 'running':
      return <Outcome tone="plain" />;
  }
}

function doneText({ items, bytes, name, where }: ExportDone): string {
  const values: [string, string, string] = [formatCount(items), formatBytes(bytes), name];
  return where === 'written' ? i18n.t('export.done', items, values) : i18n.t('export.handed', items, values);
}

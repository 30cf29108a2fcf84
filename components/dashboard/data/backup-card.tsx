import { i18n } from '@/utils/i18n';
import { rowsSince } from '@/utils/core/backup-due';
import type { HealthFacts } from '../../notices/facts';
import { Card } from '../../parts/card';
import type { Job } from '../../parts/job';
import { JobProgress } from '../../parts/job-progress';
import { Outcome } from '../../parts/outcome';
import { formatCount } from '../../text/format';
import { formatBytes, formatMoment } from '../../text/measures';
import { sentences } from '../../text/sentences';

/** A backup that is there. */
export interface BackupDone {
  name: string;
  bytes: number;
  rows: number;
  /** Rows that were erased, elsewhere, while it was written: those it had not come to are not in it. */
  erased: number;
  /** Rows that are there and that the browser cannot read. */
  spoilt: number;
  /** Rows of imports that have not ended: they are not in it. */
  halves: number;
  /** `handed`: given to the browser's downloads; whether it was kept there nobody tells us. */
  where: 'written' | 'handed';
}

export type BackupJob = Job<BackupDone, 'full' | 'failed'>;

interface BackupCardProps {
  facts: HealthFacts;
  job: BackupJob;
  onStart: () => void;
  onStop: () => void;
}

/** A backup now, and how old the last one is. */
export function BackupCard({ facts, job, onStart, onStop }: BackupCardProps) {
  const running = job.state === 'running';
  return (
    <Card id="backup" title={i18n.t('backup.title')} hint={i18n.t('backup.hint')}>
      <p class="card__fact">{ageText(facts)}</p>
      {running ? (
        <JobProgress {...job} label={i18n.t('backup.running')} text={progressText(job)} onStop={onStop} />
      ) : (
        <button type="button" class="button button--save" disabled={facts.error !== undefined} onClick={onStart}>
          {i18n.t('backup.start')}
        </button>
      )}
      <End job={job} />
    </Card>
  );
}

function ageText({ health, counts }: HealthFacts): string {
  if (!health) return i18n.t('backup.unknown');
  if (!health.backup) return i18n.t('backup.never');
  const at = formatMoment(health.backup.at);
  const rows = counts ? rowsSince(counts, health.backup) : 0;
  if (rows === 0) return i18n.t('backup.fresh', [at]);
  return i18n.t('backup.since', rows, [at, formatCount(rows)]);
}

function progressText({ done, total }: Extract<BackupJob, { state: 'running' }>): string {
  return i18n.t('backup.progress', [formatCount(done), formatCount(total ?? done)]);
}

function End({ job }: { job: BackupJob }) {
  switch (job.state) {
    case 'done':
      return <Outcome tone="well">{doneText(job.result)}</Outcome>;
    case 'stopped':
      return <Outcome tone="plain">{i18n.t('backup.stopped')}</Outcome>;
    case 'failed':
      return <Outcome tone="alarm">{job.why === 'full' ? i18n.t('backup.full') : i18n.t('backup.failed')}</Outcome>;
    case 'idle':
    case 'running':
      return <Outcome tone="plain" />;
  }
}

function doneText({ rows, erased, spoilt, halves, bytes, name, where }: BackupDone): string {
  const values: [string, string, string] = [formatCount(rows), formatBytes(bytes), name];
  const done = where === 'written' ? i18n.t('backup.done', rows, values) : i18n.t('backup.handed', rows, values);
  return sentences([
    done,
    spoilt > 0 && i18n.t('backup.spoilt', spoilt, [formatCount(spoilt)]),
    halves > 0 && i18n.t('backup.halves', halves, [formatCount(halves)]),
    erased > 0 && i18n.t('backup.erasedMeanwhile', erased, [formatCount(erased)]),
  ]);
}

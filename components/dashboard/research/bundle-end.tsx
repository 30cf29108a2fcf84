import { i18n } from '@/utils/i18n';
import { JobProgress } from '../../parts/job-progress';
import { Outcome } from '../../parts/outcome';
import { formatCount } from '../../text/format';
import { formatBytes } from '../../text/measures';
import type { BundleDone, BundleFailure, BundleJob } from './props';

type Running = Extract<BundleJob, { state: 'running' }>;

export function BundleProgress({ job, onStop }: { job: Running; onStop: () => void }) {
  const text =
    job.total === undefined
      ? i18n.t('research.written', job.done, [formatCount(job.done)])
      : i18n.t('research.writtenOf', job.total, [formatCount(job.done), formatCount(job.total)]);
  return <JobProgress {...job} label={i18n.t('research.exporting')} text={text} onStop={onStop} />;
}

const failures: Record<BundleFailure, () => string> = {
  full: () => i18n.t('export.full'),
  failed: () => i18n.t('research.failed'),
  left: () => i18n.t('research.leftMeanwhile'),
  changed: () => i18n.t('research.changedMeanwhile'),
};

/** How writing a file ended. */
export function BundleEnd({ job }: { job: BundleJob }) {
  switch (job.state) {
    case 'done':
      return <Outcome tone="well">{doneText(job.result)}</Outcome>;
    case 'stopped':
      return <Outcome tone="plain">{i18n.t('research.stopped')}</Outcome>;
    case 'failed':
      return <Outcome tone="alarm">{failures[job.why]()}</Outcome>;
    case 'idle':
    case 'running':
      return <Outcome tone="plain" />;
  }
}

function doneText({ rows, bytes, name, where }: BundleDone): string {
  const values: [string, string, string] = [formatCount(rows), formatBytes(bytes), name];
  return where === 'written' ? i18n.t('research.done', rows, values) : i18n.t('research.handed', rows, values);
}

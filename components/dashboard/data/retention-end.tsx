import { i18n } from '@/utils/i18n';
import type { KeptTo } from '@/utils/core/erasure';
import { JobProgress } from '../../parts/job-progress';
import { Outcome } from '../../parts/outcome';
import { formatCount } from '../../text/format';
import { rowsText } from '../../text/rows-text';
import type { RetentionActions, RetentionView } from './retention-props';

type RetentionEndProps = Pick<RetentionView, 'counting' | 'applying'> & Pick<RetentionActions, 'onStop'>;

/** What is under way, and how it ended. */
export function RetentionEnd({ counting, applying, onStop }: RetentionEndProps) {
  if (counting.state === 'running') return <Counting {...counting} onStop={onStop} />;
  if (applying.state === 'running') return <Applying {...applying} onStop={onStop} />;
  if (counting.state === 'stopped') return <Outcome tone="plain">{i18n.t('retention.stopped')}</Outcome>;
  if (counting.state === 'failed') return <Outcome tone="alarm">{i18n.t('retention.notCounted')}</Outcome>;
  if (applying.state === 'failed') return <Outcome tone="alarm">{i18n.t('retention.failed')}</Outcome>;
  if (applying.state !== 'done') return <Outcome tone="plain" />;
  const { isStopped } = applying.result;
  return <Outcome tone={isStopped ? 'plain' : 'well'}>{doneText(applying.result)}</Outcome>;
}

function doneText({ events, exposures, isStopped }: KeptTo): string {
  const rows = events + exposures > 0 ? rowsText(events, exposures) : undefined;
  if (isStopped) return rows ? i18n.t('retention.stoppedAfter', [rows]) : i18n.t('retention.stopped');
  return rows ? i18n.t('retention.done', [rows]) : i18n.t('retention.doneNothing');
}

interface BusyProps {
  done: number;
  total?: number;
  onStop: () => void;
}

function Counting({ done, total, onStop }: BusyProps) {
  const label = i18n.t('retention.counting');
  const text =
    total === undefined ? label : i18n.t('retention.countingProgress', [formatCount(done), formatCount(total)]);
  return <JobProgress label={label} text={text} done={done} total={total} onStop={onStop} />;
}

function Applying({ done, total, onStop }: BusyProps) {
  const label = i18n.t('retention.applying');
  const text = total === undefined ? label : i18n.t('eraseCard.progress', [formatCount(done), formatCount(total)]);
  return <JobProgress label={label} text={text} done={done} total={total} onStop={onStop} />;
}

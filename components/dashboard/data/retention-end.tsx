import { i18n } from '@/utils/i18n';
import { JobProgress } from '../../parts/job-progress';
import { Outcome } from '../../parts/outcome';
import { rowsText } from '../../text/rows-text';
import type { RetentionView } from './retention-props';

/** What is under way, and how it ended. */
export function RetentionEnd({ counting, applying }: Pick<RetentionView, 'counting' | 'applying'>) {
  if (counting.state === 'running') return <Busy text={i18n.t('retention.counting')} />;
  if (applying.state === 'running') return <Busy text={i18n.t('retention.applying')} />;
  if (counting.state === 'failed') return <Outcome tone="alarm">{i18n.t('retention.notCounted')}</Outcome>;
  if (applying.state === 'failed') return <Outcome tone="alarm">{i18n.t('retention.failed')}</Outcome>;
  if (applying.state !== 'done') return <Outcome tone="plain" />;
  const { events, exposures } = applying.result;
  const isAny = events + exposures > 0;
  return (
    <Outcome tone="well">
      {isAny ? i18n.t('retention.done', [rowsText(events, exposures)]) : i18n.t('retention.doneNothing')}
    </Outcome>
  );
}

function Busy({ text }: { text: string }) {
  return <JobProgress label={text} text={text} done={0} />;
}

import type { Refusals } from '@/utils/core/backup';
import { i18n } from '@/utils/i18n';
import { Outcome } from '../../parts/outcome';
import { formatCount } from '../../text/format';
import { RefusedList } from './refused-list';
import type { RestoreDone } from './restore-props';

interface RestoreEndProps {
  done: RestoreDone;
  onListRefused: (refused: Refusals) => void;
}

/** What a restore did, in numbers; and where it stopped early, why, and that it can go on. */
export function RestoreEnd({ done, onListRefused }: RestoreEndProps) {
  const { end, added, known, refused, keysLeft = 0 } = done;
  const tone = end === 'done' ? 'well' : end === 'stopped' ? 'plain' : 'alarm';
  return (
    <>
      <Outcome tone={tone}>
        <p>{endText(end)}</p>
        <p>{i18n.t('restore.numbers', [formatCount(added), formatCount(known), formatCount(refused.count)])}</p>
        {keysLeft > 0 && <p>{i18n.t('restore.keysLeft', [formatCount(keysLeft)])}</p>}
        {end !== 'done' && end !== 'erased' && <p>{i18n.t('restore.goOn')}</p>}
      </Outcome>
      <RefusedList refused={refused} onList={onListRefused} />
    </>
  );
}

function endText(end: RestoreDone['end']): string {
  switch (end) {
    case 'done':
      return i18n.t('restore.done');
    case 'stopped':
      return i18n.t('restore.stopped');
    case 'erased':
      return i18n.t('restore.erased');
    case 'full':
      return i18n.t('restore.full');
    case 'unanswered':
    case 'failed':
      return i18n.t('restore.failed');
  }
}

import { i18n } from '@/utils/i18n';
import { DAY_MS, retentionKinds, type RetentionLimits } from '@/utils/core/retention';
import { Confirm } from '../../parts/confirm';
import { formatCount } from '../../text/format';
import { formatDate } from '../../text/measures';
import type { RetentionSize } from './retention-props';
import { kindWords } from './retention-words';

interface RetentionConfirmProps {
  size: RetentionSize;
  notYet?: string | undefined;
  onYes: (limits: RetentionLimits) => void;
  onNo: () => void;
  onBackup: () => void;
}

/** Says kind by kind how much goes now, and from which day on things stay: a clock that is wrong shows here. */
export function RetentionConfirm({ size, notYet, onYes, onNo, onBackup }: RetentionConfirmProps) {
  const { limits, counts } = size;
  const isAny = retentionKinds.some((kind) => counts[kind]);
  return (
    <Confirm
      question={isAny ? i18n.t('retention.ask') : i18n.t('retention.askNothing')}
      yes={isAny ? i18n.t('retention.yes') : i18n.t('retention.save')}
      no={i18n.t('retention.no')}
      notYet={isAny ? notYet : undefined}
      onYes={() => onYes(limits)}
      onNo={onNo}
    >
      <div class="confirm__body">
        <ul class="limit-counts">{retentionKinds.map((kind) => countLine(size, kind))}</ul>
        {isAny && (
          <p>
            {i18n.t('eraseCard.noWayBack')}{' '}
            <button type="button" class="text-button" onClick={onBackup}>
              {i18n.t('eraseCard.backupFirst')}
            </button>
          </p>
        )}
      </div>
    </Confirm>
  );
}

function countLine({ limits, counts, believed }: RetentionSize, kind: (typeof retentionKinds)[number]) {
  const days = limits[kind];
  if (days === undefined) return undefined;
  const count = counts[kind] ?? 0;
  const since = formatDate(believed - days * DAY_MS);
  return <li key={kind}>{i18n.t('retention.goes', count, [kindWords[kind](), since, formatCount(count)])}</li>;
}

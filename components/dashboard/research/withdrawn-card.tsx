import { i18n } from '@/utils/i18n';
import type { Withdrawal } from '@/utils/core/study';
import { Card } from '../../parts/card';
import { formatMoment } from '../../text/measures';
import { BundleEnd } from './bundle-end';
import type { BundleJob } from './props';

interface WithdrawnCardProps {
  left: Withdrawal;
  job: BundleJob;
  onExport: (left: Withdrawal) => void;
  onPutAway: (left: Withdrawal) => void;
}

/** The person is out; what they gave before lies with the researchers, and this file tells them to drop it. */
export function WithdrawnCard({ left, job, onExport, onPutAway }: WithdrawnCardProps) {
  const { file, participantId, withdrawnAt } = left;
  return (
    <Card
      id="withdrawn"
      title={i18n.t('research.withdrawn', [file.title])}
      hint={i18n.t('research.withdrawnHint', [formatMoment(withdrawnAt), file.contact])}
    >
      <p class="card__text">
        <code class="code">{participantId}</code>
      </p>
      <div class="ways">
        <button type="button" class="button button--save" onClick={() => onExport(left)}>
          {i18n.t('research.withdrawalFile')}
        </button>
        <button type="button" class="button" onClick={() => onPutAway(left)}>
          {i18n.t('research.putAway')}
        </button>
      </div>
      <BundleEnd job={job} />
    </Card>
  );
}

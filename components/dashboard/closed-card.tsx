import { i18n } from '@/utils/i18n';
import type { HealthFacts } from '../notices/facts';
import { StateCard } from '../parts/state-card';

export type GoTo = (view: string, section?: string) => void;

/** Why the ledger does not open. */
export const closedWords: Record<NonNullable<HealthFacts['error']>, () => string> = {
  newer: () => i18n.t('errors.newer'),
  blocked: () => i18n.t('errors.blocked'),
  broken: () => i18n.t('errors.broken'),
};

interface ClosedCardProps {
  error: NonNullable<HealthFacts['error']>;
  onGo: GoTo;
  onRetry: () => void;
}

/** The ledger does not open: why, and where a backup can be brought back. */
export function ClosedCard({ error, onGo, onRetry }: ClosedCardProps) {
  return (
    <StateCard tone="alarm" icon="alert" title={i18n.t('errors.title')} body={closedWords[error]()}>
      <div class="ways ways--centre">
        <button type="button" class="button button--save" onClick={onRetry}>
          {i18n.t('actions.retry')}
        </button>
        <button type="button" class="button" onClick={() => onGo('data', 'restore')}>
          {i18n.t('closed.restore')}
        </button>
        <button type="button" class="button" onClick={() => onGo('health')}>
          {i18n.t('health.open')}
        </button>
      </div>
    </StateCard>
  );
}

import { i18n } from '@/utils/i18n';
import { StateCard } from '../parts/state-card';
import type { PopupActions, PopupError } from './props';

const words: Record<PopupError['kind'], () => string> = {
  newer: () => i18n.t('errors.newer'),
  blocked: () => i18n.t('errors.blocked'),
  broken: () => i18n.t('errors.broken'),
};

interface LedgerErrorProps {
  /** Absent when the ledger is open and only this list could not be read. */
  error?: PopupError | undefined;
  onRetry: () => void;
  /** Present where there is an error: a ledger that does not open may be brought back. */
  onOpen?: PopupActions['openDashboard'];
}

/** Says what happened and what to do; it does not promise that nothing is lost, since nobody has looked inside. */
export function LedgerError({ error, onRetry, onOpen }: LedgerErrorProps) {
  const title = error ? i18n.t('errors.title') : i18n.t('errors.listTitle');
  const body = error ? words[error.kind]() : i18n.t('errors.list');
  return (
    <StateCard tone="alarm" icon="alert" title={title} body={body}>
      <button type="button" class="button button--save" onClick={onRetry}>
        {i18n.t('actions.retry')}
      </button>
      {error && onOpen && (
        <button type="button" class="button" onClick={() => onOpen({ view: 'data', section: 'restore' })}>
          {i18n.t('closed.restore')}
        </button>
      )}
    </StateCard>
  );
}

import { i18n } from '#i18n';
import { Loading, StateCard } from '../parts/state-card';
import { ItemList } from './item-list';
import { LedgerError } from './ledger-error';
import type { PopupProps } from './props';
import { SummaryBar } from './summary-bar';

type SavedPanelProps = Pick<PopupProps, 'saved' | 'summary' | 'error' | 'actions'>;

export function SavedPanel({ saved, summary, error, actions }: SavedPanelProps) {
  if (error || saved.state === 'error') return <LedgerError error={error} onRetry={actions.retry} />;
  if (saved.state === 'loading') return <Loading label={i18n.t('empty.loading')} />;
  return (
    <>
      {summary && <SummaryBar summary={summary} />}
      {saved.items.length > 0 ? (
        <ItemList list={saved} of="saved" summary={summary} onMore={actions.loadMore} />
      ) : (
        <StateCard icon="sprout" title={i18n.t('empty.savedTitle')} body={i18n.t('empty.savedBody')} />
      )}
    </>
  );
}

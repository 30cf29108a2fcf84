import { i18n } from '@/utils/i18n';
import { isPlain } from '@/utils/core/search';
import { Loading, StateCard } from '../parts/state-card';
import { FoundList } from './found-list';
import { ItemList } from './item-list';
import { LedgerError } from './ledger-error';
import type { PopupProps } from './props';
import { SearchBar } from './search-bar';
import { SummaryBar } from './summary-bar';
import { Unreadable } from './unreadable';

type SavedPanelProps = Pick<PopupProps, 'saved' | 'summary' | 'error' | 'query' | 'found' | 'actions'>;

export function SavedPanel({ saved, summary, error, query, found, actions }: SavedPanelProps) {
  const { items, unreadable = 0 } = saved;
  if (error || saved.state === 'error')
    return <LedgerError error={error} onRetry={actions.retry} onOpen={actions.openDashboard} />;
  if (saved.state === 'loading') return <Loading label={i18n.t('empty.loading')} />;
  return (
    <>
      {summary && <SummaryBar summary={summary} />}
      <Unreadable count={unreadable} onOpen={actions.openDashboard} />
      {items.length > 0 && (
        <SearchBar query={query} found={found} onQuery={actions.search} onOpen={actions.beginSearch} />
      )}
      {items.length > 0 && isPlain(query) && (
        <ItemList list={saved} of="saved" summary={summary} onMore={actions.loadMore} />
      )}
      {items.length > 0 && !isPlain(query) && (
        <FoundList
          found={found}
          of="saved"
          onQuery={actions.search}
          onMore={actions.loadMore}
          onRetry={actions.retry}
        />
      )}
      {items.length + unreadable === 0 && (
        <StateCard icon="sprout" title={i18n.t('empty.savedTitle')} body={i18n.t('empty.savedBody')} />
      )}
    </>
  );
}

import { i18n } from '@/utils/i18n';
import { everything, type SearchQuery } from '@/utils/core/search';
import { StateCard } from '../parts/state-card';
import { formatCount } from '../text/format';
import { ItemList } from './item-list';
import { LedgerError } from './ledger-error';
import type { FoundView } from './props';

interface FoundListProps {
  found: FoundView | undefined;
  of: 'saved' | 'purchased';
  onQuery: (change: Partial<SearchQuery>) => void;
  onMore: () => void;
  onRetry: () => void;
}

/** What a search found, counted whole and shown page by page. */
export function FoundList({ found, of, onQuery, onMore, onRetry }: FoundListProps) {
  if (found?.state === 'error') return <LedgerError onRetry={onRetry} />;
  const onClear = () => onQuery(everything);
  const isReading = !found || found.state === 'reading';
  return (
    <>
      <p class="found" role="status">
        {isReading
          ? i18n.t('search.reading', found?.read ?? 0, [formatCount(found?.read ?? 0)])
          : countText(found.total)}
        <button type="button" class="button button--plain" onClick={onClear}>
          {i18n.t('search.clear')}
        </button>
      </p>
      {!isReading && found.total === 0 && (
        <StateCard icon="search" title={i18n.t('search.noneTitle')} body={i18n.t('search.noneBody')} />
      )}
      {found && found.items.length > 0 && (
        <ItemList
          list={{ state: 'ready', items: found.items, more: found.total > found.items.length }}
          of={of}
          summary={undefined}
          onMore={onMore}
        />
      )}
    </>
  );
}

function countText(total: number): string {
  return i18n.t('search.found', total, [formatCount(total)]);
}

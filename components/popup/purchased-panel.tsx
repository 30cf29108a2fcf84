import { i18n } from '@/utils/i18n';
import { isPlain } from '@/utils/core/search';
import { Loading, StateCard } from '../parts/state-card';
import { FoundList } from './found-list';
import { ItemList } from './item-list';
import { LedgerError } from './ledger-error';
import { OrderList } from './order-list';
import type { PopupProps } from './props';
import { SearchBar } from './search-bar';
import { SummaryBar } from './summary-bar';
import { Unreadable } from './unreadable';

type PurchasedPanelProps = Pick<
  PopupProps,
  'purchased' | 'orders' | 'summary' | 'error' | 'query' | 'found' | 'actions' | 'connections'
> & { onSettings: () => void };

/** Two lists, each with its own fate: one that cannot be read does not hide the other. */
export function PurchasedPanel(props: PurchasedPanelProps) {
  const { orders, summary, error, query, actions } = props;
  if (error) return <LedgerError error={error} onRetry={actions.retry} onOpen={actions.openDashboard} />;
  return (
    <>
      {summary && <SummaryBar summary={summary} />}
      <Unreadable count={unreadableIn(props)} onOpen={actions.openDashboard} />
      <Bought {...props} />
      {orders.orders.length > 0 && isPlain(query) && (
        <OrderList list={orders} total={summary?.unmatchedPurchases} onMore={actions.loadMore} />
      )}
      {orders.state === 'error' && props.purchased.state !== 'error' && <LedgerError onRetry={actions.retry} />}
    </>
  );
}

function unreadableIn({ purchased, orders }: Pick<PurchasedPanelProps, 'purchased' | 'orders'>): number {
  return (purchased.unreadable ?? 0) + (orders.unreadable ?? 0);
}

function Bought({ purchased, orders, summary, query, found, actions, connections, onSettings }: PurchasedPanelProps) {
  if (purchased.state === 'error') return <LedgerError onRetry={actions.retry} />;
  if (purchased.state === 'loading') return <Loading label={i18n.t('empty.loading')} />;
  if (purchased.items.length > 0)
    return (
      <>
        <SearchBar query={query} found={found} onQuery={actions.search} onOpen={actions.beginSearch} />
        {isPlain(query) ? (
          <ItemList list={purchased} of="purchased" summary={summary} onMore={actions.loadMore} />
        ) : (
          <FoundList
            found={found}
            of="purchased"
            onQuery={actions.search}
            onMore={actions.loadMore}
            onRetry={actions.retry}
          />
        )}
      </>
    );
  // Not known yet is not the same as none.
  if (orders.state !== 'ready' || orders.orders.length > 0 || unreadableIn({ purchased, orders }) > 0) return null;
  const connected = connections.length === 0 || connections.some((connection) => connection.connected);
  return <NothingBought connected={connected} onSettings={onSettings} />;
}

function NothingBought({ connected, onSettings }: { connected: boolean; onSettings: () => void }) {
  const body = connected ? i18n.t('empty.purchasedBody') : i18n.t('empty.connectBody');
  return (
    <StateCard icon={connected ? 'page' : 'plug'} title={i18n.t('empty.purchasedTitle')} body={body}>
      {!connected && (
        <button type="button" class="button button--save" onClick={onSettings}>
          {i18n.t('platforms.go')}
        </button>
      )}
    </StateCard>
  );
}

import { i18n } from '#i18n';
import { Loading, StateCard } from '../parts/state-card';
import { ItemList } from './item-list';
import { LedgerError } from './ledger-error';
import { OrderList } from './order-list';
import type { PopupProps } from './props';
import { SummaryBar } from './summary-bar';

type PurchasedPanelProps = Pick<
  PopupProps,
  'purchased' | 'orders' | 'summary' | 'error' | 'actions' | 'connections'
> & { onSettings: () => void };

export function PurchasedPanel({ purchased, orders, summary, error, ...rest }: PurchasedPanelProps) {
  if (error || purchased.state === 'error') return <LedgerError error={error} />;
  if (purchased.state === 'loading') return <Loading label={i18n.t('empty.loading')} />;
  // Not known yet is not the same as none.
  const connected = rest.connections.length === 0 || rest.connections.some((connection) => connection.connected);
  return (
    <>
      {summary && <SummaryBar summary={summary} />}
      {purchased.items.length > 0 ? (
        <ItemList list={purchased} of="purchased" summary={summary} onMore={rest.actions.loadMore} />
      ) : (
        orders.length === 0 && <NothingBought connected={connected} onSettings={rest.onSettings} />
      )}
      {orders.length > 0 && <OrderList orders={orders} total={summary?.unmatchedPurchases} />}
    </>
  );
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

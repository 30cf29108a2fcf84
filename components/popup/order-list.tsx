import { i18n } from '@/utils/i18n';
import type { OrderView } from '@/utils/core/rows';
import { byPlatform } from '../items/by-platform';
import { PlatformGroup } from '../items/platform-group';
import { firstRows, useFirstScreen } from '../items/use-first-screen';
import { PlatformChip } from '../parts/platform-chip';
import { cleanText } from '../text/clean';
import { formatDay, formatPrice } from '../text/format';
import { orderStatusWord } from '../text/words';
import { useTools } from '../tools';
import type { OrdersView } from './props';

interface OrderListProps {
  list: OrdersView;
  /** How many the ledger holds. */
  total: number | undefined;
  onMore: () => void;
}

/** Orders that no note led to: shown apart, since they are no 拔草. */
export function OrderList({ list: { orders, more }, total, onMore }: OrderListProps) {
  const rows = useFirstScreen();
  const groups = byPlatform(orders, ({ platform }) => platform);
  return (
    <section class="surface" aria-label={i18n.t('orders.title')}>
      <h2 class="group__head">
        <span>{i18n.t('orders.title')}</span>
        <span class="group__count">{i18n.t('orders.count', Math.max(orders.length, total ?? 0))}</span>
      </h2>
      {firstRows(groups, rows).map(([platform, shown, { length }]) => (
        <PlatformGroup key={platform} platform={platform} count={more ? `${length}+` : length} of="orders">
          {shown.map((order) => (
            <OrderRow key={order.key} order={order} />
          ))}
        </PlatformGroup>
      ))}
      {more && (
        <button type="button" class="button more" onClick={onMore}>
          {i18n.t('actions.more')}
        </button>
      )}
    </section>
  );
}

function OrderRow({ order }: { order: OrderView }) {
  const { now } = useTools();
  const title = cleanText(order.title);
  const facts = [
    cleanText(order.shop, 40),
    order.orderedAt === undefined ? '' : formatDay(order.orderedAt, now),
    orderStatusWord(order.status),
  ];
  return (
    <li class="row row--order">
      <h3 class={title ? 'row__title' : 'row__title row__title--unknown'}>
        <PlatformChip platform={order.platform} />
        <bdi>{title || i18n.t('orders.untitled')}</bdi>
      </h3>
      {order.orderPaidFen !== undefined && <span class="row__price">{formatPrice(order.orderPaidFen)}</span>}
      <p class="row__from">{facts.filter(Boolean).join(' · ')}</p>
    </li>
  );
}

import { i18n } from '#i18n';
import type { OrderView } from '@/utils/core/rows';
import { useFirstScreen } from '../items/use-first-screen';
import { PlatformChip } from '../parts/platform-chip';
import { cleanText } from '../text/clean';
import { formatDay, formatPrice } from '../text/format';
import { orderStatusWord } from '../text/words';
import { useTools } from '../tools';

/** Orders that no note led to: shown apart, since they are no 拔草. */
export function OrderList({ orders, total }: { orders: OrderView[]; total: number | undefined }) {
  const rows = useFirstScreen();
  return (
    <section class="group" aria-label={i18n.t('orders.title')}>
      <h2 class="group__head">
        <span>{i18n.t('orders.title')}</span>
        <span class="group__count">{i18n.t('orders.count', Math.max(orders.length, total ?? 0))}</span>
      </h2>
      <ul class="rows" role="list">
        {orders.slice(0, rows).map((order) => (
          <OrderRow key={order.key} order={order} />
        ))}
      </ul>
    </section>
  );
}

function OrderRow({ order }: { order: OrderView }) {
  const { now, platformName } = useTools();
  const title = cleanText(order.title);
  const facts = [
    platformName(order.platform),
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

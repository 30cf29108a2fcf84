import { i18n } from '@/utils/i18n';
import { PlatformChip } from '../../parts/platform-chip';
import { cleanText, isolate } from '../../text/clean';
import { formatPrice } from '../../text/format';
import { formatDate } from '../../text/measures';
import type { HandActions, HandOrder } from './hand-props';

interface HandListProps extends Pick<HandActions, 'onUndo'> {
  orders: HandOrder[];
}

/** What was written down, each with the way back. */
export function HandList({ orders, onUndo }: HandListProps) {
  if (orders.length === 0) return null;
  return (
    <ul class="pairs" role="list" aria-label={i18n.t('hand.list')}>
      {orders.map((order) => (
        <HandRow key={order.key} order={order} onUndo={onUndo} />
      ))}
    </ul>
  );
}

function HandRow({ order, onUndo }: { order: HandOrder } & Pick<HandActions, 'onUndo'>) {
  const title = cleanText(order.title);
  const facts = [
    order.at === undefined ? '' : formatDate(order.at),
    order.orderPaidFen === undefined ? '' : formatPrice(order.orderPaidFen),
  ];
  return (
    <li class="pair thing">
      <div class="thing__what">
        <h3 class="row__title">
          <PlatformChip platform={order.platform} />
          <bdi>{title}</bdi>
        </h3>
        <p class="soft">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <div class="thing__ways">
        <button
          type="button"
          class="button"
          aria-label={i18n.t('hand.undoOf', [isolate(title)])}
          onClick={() => onUndo(order)}
        >
          {i18n.t('hand.undo')}
        </button>
      </div>
    </li>
  );
}

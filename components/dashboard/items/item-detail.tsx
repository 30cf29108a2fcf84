import { useEffect, useId, useRef } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import { isThumbnail } from '@/utils/core/thumbnails';
import type { ItemRow, OrderView } from '@/utils/core/rows';
import { ItemActions, OpenButton } from '../../items/item-actions';
import { MorePanel } from '../../items/item-more';
import { itemTitle, noteText } from '../../items/item-text';
import { Jottings } from '../../items/jottings';
import { Card } from '../../parts/card';
import { PlatformChip } from '../../parts/platform-chip';
import { Loading, StateCard } from '../../parts/state-card';
import { cleanText } from '../../text/clean';
import { formatPrice } from '../../text/format';
import { leadsOn } from '../../text/host';
import { formatDate } from '../../text/measures';
import { itemStateWord } from '../../text/item-state';
import { orderStatusWord } from '../../text/words';
import { useTools } from '../../tools';
import { ViewHead } from '../view-head';
import type { DetailView, ItemsProps } from './items-props';
import { PriceChart } from './price-chart';
import { SameProduct } from './same-product';
import { Timeline } from './timeline';

/** One item with its whole way. */
export function ItemDetail(props: ItemsProps & { detail: DetailView }) {
  const { detail, onCloseItem } = props;
  const { item, state, orders, thumbnail } = detail;
  return (
    <>
      <button type="button" class="button back" onClick={onCloseItem}>
        {i18n.t('itemDetail.back')}
      </button>
      {state === 'reading' && <Loading label={i18n.t('empty.loading')} />}
      {!item && <ViewHead title={i18n.t('views.items')} />}
      {state === 'gone' && <StateCard icon="tag" title={i18n.t('itemDetail.gone')} />}
      {item && (
        <>
          <Head item={item} thumbnail={thumbnail} />
          <Written item={item} />
          <Card id="journey" title={i18n.t('itemDetail.journey')}>
            <Timeline journey={item.journey} />
          </Card>
          <PriceChart prices={item.prices ?? []} />
          {orders.length > 0 && <Orders orders={orders} />}
          <SameProduct {...props} />
        </>
      )}
    </>
  );
}

/** The name takes the focus when the item opens, as the heading of a view does. */
function Head({ item, thumbnail }: { item: ItemRow; thumbnail: string | undefined }) {
  const { platformName } = useTools();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [item.key]);
  const facts = [platformName(item.platform), cleanText(item.shop, 60), itemStateWord[item.state]()];
  return (
    <section class="card item-head">
      {isThumbnail(thumbnail) && (
        <img class="thumbnail item-head__picture" src={thumbnail} alt="" width={96} height={96} />
      )}
      <div class="item-head__name">
        <PlatformChip platform={item.platform} />
        <h1 class="view__title" tabIndex={-1} ref={heading}>
          <bdi>{itemTitle(item, platformName).text}</bdi>
        </h1>
      </div>
      <p class="card__text">
        <bdi>{facts.filter(Boolean).join(' · ')}</bdi>
      </p>
      <p class="card__text">
        <bdi>{noteText(item.note)}</bdi>
      </p>
      {leadsOn(item) && <p class="card__text">{i18n.t('items.leadsOn')}</p>}
      <div class="item-head__foot">
        {item.priceFen !== undefined && <b class="item-head__price">{formatPrice(item.priceFen)}</b>}
        <ItemActions item={item} />
        <OpenButton item={item} />
      </div>
    </section>
  );
}

/** What the person wrote down about it, to be read and changed. */
function Written({ item }: { item: ItemRow }) {
  const id = useId();
  if (!useTools().onWord) return null;
  return (
    <Card id="written" title={i18n.t('more.title')}>
      <Jottings item={item} />
      <MorePanel id={id} item={item} />
    </Card>
  );
}

function Orders({ orders }: { orders: OrderView[] }) {
  return (
    <Card id="orders" title={i18n.t('itemDetail.orders')}>
      <ul class="lines" role="list">
        {orders.map(({ key, title, status, orderPaidFen, orderedAt }) => (
          <li key={key} class="lines__row">
            <bdi class="lines__name">{cleanText(title) || i18n.t('orders.untitled')}</bdi>
            <span>{orderStatusWord(status)}</span>
            <span>{orderPaidFen === undefined ? '' : i18n.t('itemDetail.ofOrder', [formatPrice(orderPaidFen)])}</span>
            <span>{orderedAt === undefined ? '' : formatDate(orderedAt)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

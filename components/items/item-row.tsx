import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import type { ItemRow as Item } from '@/utils/core/rows';
import { PlatformChip } from '../parts/platform-chip';
import { formatDay, formatPrice } from '../text/format';
import { leadsOn } from '../text/host';
import { priceKindWord } from '../text/words';
import { useTools } from '../tools';
import { Thumbnail } from './thumbnail';
import { ItemActions, OpenButton } from './item-actions';
import { MoreButton, MorePanel } from './item-more';
import { itemTitle, noteText } from './item-text';
import { Journey } from './journey';
import { Jottings } from './jottings';

interface ItemRowProps {
  item: Item;
  /** Stands in place of the note line where the note is on screen anyway. */
  aside?: string;
  /** False for what is no item: it has no journey, and nothing to be done with but to open it. */
  keepable?: boolean;
  /** What else is to be said of it where it stands. */
  children?: ComponentChildren;
}

/** One thing to buy: what it is, where it came from, how far it went, what can be done. */
export function ItemRow({ item, aside, keepable = true, children }: ItemRowProps) {
  const { now, platformName } = useTools();
  const title = itemTitle(item, platformName);
  return (
    <li class={`row row--${item.state}`}>
      <Thumbnail item={item} />
      <h3 class={title.known ? 'row__title' : 'row__title row__title--unknown'}>
        <PlatformChip platform={item.platform} />
        <bdi>{title.text}</bdi>
      </h3>
      <Price item={item} />
      <div class="row__from">
        <span class="row__note">{aside ?? noteText(item.note)}</span>
        {aside === undefined && item.note && <span class="row__day">{formatDay(item.note.at, now)}</span>}
        <OpenButton item={item} />
      </div>
      {leadsOn(item) && <p class="row__on">{i18n.t('items.leadsOn')}</p>}
      {keepable && <Jottings item={item} />}
      {children}
      {keepable && <Foot item={item} />}
    </li>
  );
}

function Foot({ item }: { item: Item }) {
  const { onWord } = useTools();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  // What is only seen is not kept yet: nothing can be written down about it.
  const canJot = onWord !== undefined && (item.savedAt !== undefined || item.purchasedAt !== undefined || !!item.mark);
  return (
    <>
      <div class="row__foot">
        <Journey item={item} />
        <span class="row__deeds">
          <ItemActions item={item} />
          {canJot && <MoreButton isOpen={isOpen} panel={id} onPress={() => setOpen(!isOpen)} />}
        </span>
      </div>
      {canJot && isOpen && <MorePanel id={id} item={item} />}
    </>
  );
}

/** What its page showed last, with whose price it is, and whether there is none left. */
function Price({ item: { priceFen, priceKind, stock } }: { item: Item }) {
  const parts = [
    priceFen !== undefined && formatPrice(priceFen),
    priceFen !== undefined && priceKind !== undefined && priceKindWord[priceKind](),
    stock === 'out' && i18n.t('items.soldOut'),
  ].filter(Boolean);
  return parts.length > 0 ? <span class="row__price">{parts.join(' ')}</span> : null;
}

import type { ItemRow as Item } from '@/utils/core/rows';
import { PlatformChip } from '../parts/platform-chip';
import { formatDay, formatPrice } from '../text/format';
import { useTools } from '../tools';
import { ItemActions, OpenButton } from './item-actions';
import { itemTitle, noteText } from './item-text';
import { Journey } from './journey';

interface ItemRowProps {
  item: Item;
  /** Stands in place of the note line where the note is on screen anyway. */
  aside?: string;
  /** False for what is no item: it has no journey, and nothing to be done with but to open it. */
  keepable?: boolean;
}

/** One thing to buy: what it is, where it came from, how far it went, what can be done. */
export function ItemRow({ item, aside, keepable = true }: ItemRowProps) {
  const { now, platformName } = useTools();
  const title = itemTitle(item, platformName);
  return (
    <li class={`row row--${item.state}`}>
      <h3 class={title.known ? 'row__title' : 'row__title row__title--unknown'}>
        <PlatformChip platform={item.platform} />
        <bdi>{title.text}</bdi>
      </h3>
      {item.priceFen !== undefined && <span class="row__price">{formatPrice(item.priceFen)}</span>}
      <div class="row__from">
        <span class="row__note">{aside ?? noteText(item.note)}</span>
        {aside === undefined && item.note && <span class="row__day">{formatDay(item.note.at, now)}</span>}
        <OpenButton url={item.url} />
      </div>
      {keepable && (
        <div class="row__foot">
          <Journey item={item} />
          <ItemActions item={item} />
        </div>
      )}
    </li>
  );
}

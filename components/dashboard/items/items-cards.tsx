import { i18n } from '@/utils/i18n';
import type { ItemLine } from '@/utils/core/item-lines';
import { useWidth } from '../../charts/use-width';
import { PlatformChip } from '../../parts/platform-chip';
import { formatDay, formatPrice } from '../../text/format';
import { itemStateWord } from '../../text/item-state';
import { useTools } from '../../tools';
import { lineSub, lineTitle } from './line-text';
import type { ItemsProps } from './items-props';
import { VirtualRows } from './virtual-rows';

const ROW_PX = 156;
const NARROWEST_PX = 250;

/** The same lines as cards, as many beside each other as there is room for. */
export function ItemsCards({ view: { lines, chosen, top }, onTop, onChoose, onOpenItem }: ItemsProps) {
  const { place, width } = useWidth<HTMLDivElement>();
  const beside = Math.max(1, Math.floor(width / NARROWEST_PX));
  const cardsAt = (at: number) => lines.slice(at * beside, (at + 1) * beside);
  return (
    <div ref={place}>
      <VirtualRows
        count={Math.ceil(lines.length / beside)}
        rowPx={ROW_PX}
        top={top}
        onTop={onTop}
        label={i18n.t('itemsView.rows')}
        role="list"
        nameOf={(at) =>
          cardsAt(at)
            .map(({ key }) => key)
            .join('\n')
        }
        row={(at, key) => (
          <div key={key} class="cards" role="presentation" style={{ '--beside': beside }}>
            {cardsAt(at).map((line, place) => (
              <Card key={place} line={line} {...{ onChoose, onOpenItem }} chosen={chosen.has(line.key)} />
            ))}
          </div>
        )}
      />
    </div>
  );
}

interface CardProps extends Pick<ItemsProps, 'onChoose' | 'onOpenItem'> {
  line: ItemLine;
  chosen: boolean;
}

function Card({ line, chosen, onChoose, onOpenItem }: CardProps) {
  const tools = useTools();
  const title = lineTitle(line, tools.platformName);
  return (
    <div class={`item-card row--${line.state}`} role="listitem">
      <header class="item-card__head">
        <PlatformChip platform={line.platform} />
        <span class="item-card__state">{itemStateWord[line.state]()}</span>
        <input
          type="checkbox"
          aria-label={i18n.t('itemsView.choose', [title])}
          checked={chosen}
          onChange={(event) => onChoose(line.key, event.currentTarget.checked)}
        />
      </header>
      <button type="button" class="item-card__title" onClick={() => onOpenItem(line.key)}>
        <bdi>{title}</bdi>
      </button>
      <bdi class="sheet__sub">{lineSub(line, tools.platformName)}</bdi>
      <footer class="item-card__foot">
        <b>{line.priceFen === undefined ? '' : formatPrice(line.priceFen)}</b>
        <span>{formatDay(line.lastAt, tools.now)}</span>
      </footer>
    </div>
  );
}

import { i18n } from '@/utils/i18n';
import type { ItemLine } from '@/utils/core/item-lines';
import { PlatformChip } from '../../parts/platform-chip';
import { formatDay, formatPrice } from '../../text/format';
import { itemStateWord } from '../../text/item-state';
import { useTools } from '../../tools';
import { lineSub, lineTitle } from './line-text';
import type { ItemsProps } from './items-props';
import { VirtualRows } from './virtual-rows';

const ROW_PX = 60;

/** All lines as a table of which only the rows on screen are drawn. */
export function ItemsTable({ view: { lines, chosen, top }, onTop, onChoose, onOpenItem }: ItemsProps) {
  const names = [
    i18n.t('itemsView.columns.chosen'),
    i18n.t('itemsView.columns.item'),
    i18n.t('itemsView.columns.price'),
    i18n.t('itemsView.columns.state'),
    i18n.t('itemsView.columns.day'),
  ];
  return (
    <div class="sheet" role="table" aria-label={i18n.t('views.items')} aria-rowcount={lines.length + 1}>
      <div class="sheet__head" role="rowgroup">
        <div class="sheet__row" role="row" aria-rowindex={1}>
          {names.map((name, at) => (
            <span
              key={name}
              role="columnheader"
              class={at === 0 ? 'sheet__tick unseen' : `sheet__cell sheet__cell--${String(at)}`}
            >
              {name}
            </span>
          ))}
        </div>
      </div>
      <VirtualRows
        count={lines.length}
        rowPx={ROW_PX}
        top={top}
        onTop={onTop}
        label={i18n.t('itemsView.rows')}
        role="rowgroup"
        nameOf={(at) => lines[at]?.key ?? ''}
        row={(at, key) => {
          const line = lines[at];
          return line && <Line key={key} {...{ line, at, onChoose, onOpenItem }} chosen={chosen.has(line.key)} />;
        }}
      />
    </div>
  );
}

interface LineProps extends Pick<ItemsProps, 'onChoose' | 'onOpenItem'> {
  line: ItemLine;
  at: number;
  chosen: boolean;
}

function Line({ line, at, chosen, onChoose, onOpenItem }: LineProps) {
  const tools = useTools();
  const title = lineTitle(line, tools.platformName);
  return (
    <div class={`sheet__row row--${line.state}`} role="row" aria-rowindex={at + 2}>
      <span class="sheet__tick" role="cell">
        <input
          type="checkbox"
          aria-label={i18n.t('itemsView.choose', [title])}
          checked={chosen}
          onChange={(event) => onChoose(line.key, event.currentTarget.checked)}
        />
      </span>
      <span class="sheet__cell sheet__cell--1" role="cell">
        <PlatformChip platform={line.platform} />
        <span class="sheet__words">
          <button type="button" class="sheet__title" onClick={() => onOpenItem(line.key)}>
            <bdi>{title}</bdi>
          </button>
          <bdi class="sheet__sub">{lineSub(line, tools.platformName)}</bdi>
        </span>
      </span>
      <span class="sheet__cell sheet__cell--2" role="cell">
        {line.priceFen === undefined ? '' : formatPrice(line.priceFen)}
      </span>
      <span class="sheet__cell sheet__cell--3" role="cell">
        {itemStateWord[line.state]()}
      </span>
      <span class="sheet__cell sheet__cell--4" role="cell">
        {formatDay(line.lastAt, tools.now)}
      </span>
    </div>
  );
}

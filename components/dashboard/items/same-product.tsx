import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import type { ItemLine } from '@/utils/core/item-lines';
import { Card } from '../../parts/card';
import { PlatformChip } from '../../parts/platform-chip';
import { formatPrice } from '../../text/format';
import { itemStateWord } from '../../text/item-state';
import { useTools } from '../../tools';
import type { DetailView, ItemsProps } from './items-props';
import { lineTitle } from './line-text';

type SameProductProps = Pick<ItemsProps, 'onOpenItem' | 'onJoin' | 'onPart' | 'findToJoin'> & { detail: DetailView };

/** What is one and the same thing: by the person's word first, then what only has the same name. */
export function SameProduct({ detail, onOpenItem, onJoin, onPart, findToJoin }: SameProductProps) {
  const { key, joined, elsewhere } = detail;
  const join = {
    label: i18n.t('same.join'),
    name: (name: string) => i18n.t('same.joinName', [name]),
    onPress: (other: string) => onJoin(key, other),
  };
  const part = { label: i18n.t('same.part'), name: (name: string) => i18n.t('same.partName', [name]), onPress: onPart };
  return (
    <>
      <Card id="same" title={i18n.t('same.title')} hint={i18n.t('same.hint')}>
        <Lines lines={joined} deed={part} onOpenItem={onOpenItem} />
        <Finder key={key} find={(text) => findToJoin(key, text)} deed={join} onOpenItem={onOpenItem} />
      </Card>
      {elsewhere.length > 0 && (
        <Card id="elsewhere" title={i18n.t('itemDetail.elsewhere')} hint={i18n.t('itemDetail.elsewhereHint')}>
          <Lines lines={elsewhere} deed={join} onOpenItem={onOpenItem} />
        </Card>
      )}
    </>
  );
}

interface LineDeed {
  label: string;
  /** For whom the button's place says nothing. */
  name: (title: string) => string;
  onPress: (key: string) => void;
}

interface LinesProps {
  lines: readonly ItemLine[];
  deed: LineDeed;
  onOpenItem: (key: string) => void;
}

function Lines({ lines, deed, onOpenItem }: LinesProps) {
  const { platformName } = useTools();
  if (lines.length === 0) return null;
  return (
    <ul class="lines" role="list">
      {lines.map((line) => {
        const title = lineTitle(line, platformName);
        return (
          <li key={line.key} class="lines__row">
            <PlatformChip platform={line.platform} />
            <button type="button" class="sheet__title lines__name" onClick={() => onOpenItem(line.key)}>
              <bdi>{title}</bdi>
            </button>
            <span>{platformName(line.platform)}</span>
            <span>{itemStateWord[line.state]()}</span>
            <b>{line.priceFen === undefined ? '' : formatPrice(line.priceFen)}</b>
            <button type="button" class="button" aria-label={deed.name(title)} onClick={() => deed.onPress(line.key)}>
              {deed.label}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

interface FinderProps extends Omit<LinesProps, 'lines'> {
  find: (text: string) => ItemLine[];
}

function Finder({ find, deed, onOpenItem }: FinderProps) {
  const [text, setText] = useState('');
  const hits = find(text);
  const onPress = (key: string) => {
    setText('');
    deed.onPress(key);
  };
  return (
    <>
      <label class="field">
        <span class="field__label">{i18n.t('same.find')}</span>
        <input
          class="field__input"
          type="search"
          autocomplete="off"
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <p class="card__text" role="status">
        {text.trim() !== '' && hits.length === 0 ? i18n.t('itemsView.none') : ''}
      </p>
      <Lines lines={hits} deed={{ ...deed, onPress }} onOpenItem={onOpenItem} />
    </>
  );
}

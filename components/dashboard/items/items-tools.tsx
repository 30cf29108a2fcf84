import { i18n } from '@/utils/i18n';
import { type LineQuery, lineSorts, lineStates } from '@/utils/core/item-lines';
import { useTools } from '../../tools';
import type { ItemsLook, ItemsProps } from './items-props';

const stateWord: Record<LineQuery['state'], () => string> = {
  all: () => i18n.t('itemsView.states.all'),
  waiting: () => i18n.t('itemsView.states.waiting'),
  bought: () => i18n.t('itemsView.states.bought'),
  refunded: () => i18n.t('itemsView.states.refunded'),
  dropped: () => i18n.t('itemsView.states.dropped'),
  seen: () => i18n.t('itemsView.states.seen'),
  several: () => i18n.t('itemsView.states.several'),
};

const sortWord: Record<LineQuery['sort'], () => string> = {
  newest: () => i18n.t('itemsView.sorts.newest'),
  latest: () => i18n.t('itemsView.sorts.latest'),
  cheapest: () => i18n.t('itemsView.sorts.cheapest'),
  dearest: () => i18n.t('itemsView.sorts.dearest'),
};

const looks = ['table', 'cards'] as const satisfies readonly ItemsLook[];

/** Search, filter, order and look. */
export function ItemsTools({ view: { query, platforms, look }, onQuery, onLook }: ItemsProps) {
  const { platformName } = useTools();
  const lookWord = { table: i18n.t('itemsView.table'), cards: i18n.t('itemsView.cards') };
  return (
    <div class="items__tools" role="search">
      <input
        class="field items__search"
        type="search"
        value={query.text}
        aria-label={i18n.t('itemsView.search')}
        placeholder={i18n.t('itemsView.searchHint')}
        onInput={(event) => onQuery({ text: event.currentTarget.value })}
      />
      <Choice
        label={i18n.t('itemsView.state')}
        value={query.state}
        options={lineStates.map((state) => [state, stateWord[state]()])}
        onChange={(state) => onQuery({ state })}
      />
      <Choice
        label={i18n.t('overview.platform')}
        value={query.platform}
        options={[
          ['', i18n.t('itemsView.allPlatforms')],
          ...platforms.map((platform): [string, string] => [platform, platformName(platform)]),
        ]}
        onChange={(platform) => onQuery({ platform })}
      />
      <Choice
        label={i18n.t('itemsView.sort')}
        value={query.sort}
        options={lineSorts.map((sort) => [sort, sortWord[sort]()])}
        onChange={(sort) => onQuery({ sort })}
      />
      <div class="items__looks" role="group" aria-label={i18n.t('itemsView.look')}>
        {looks.map((each) => (
          <button key={each} type="button" class="button" aria-pressed={each === look} onClick={() => onLook(each)}>
            {lookWord[each]}
          </button>
        ))}
      </div>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const choose = (chosen: string) => {
    const option = options.find(([each]) => each === chosen);
    if (option) onChange(option[0]);
  };
  return (
    <select class="field" aria-label={label} value={value} onChange={(event) => choose(event.currentTarget.value)}>
      {options.map(([each, words]) => (
        <option key={each} value={each}>
          {words}
        </option>
      ))}
    </select>
  );
}

import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import {
  isPlain,
  type SearchQuery,
  type SearchStanding,
  type Sort,
  sorts,
  standings as every,
} from '@/utils/core/search';
import { Icon } from '../parts/icon';
import { cleanText } from '../text/clean';
import { useTools } from '../tools';
import type { FoundView } from './props';

const sortWords: Record<Sort, () => string> = {
  newest: () => i18n.t('search.newest'),
  oldest: () => i18n.t('search.oldest'),
  cheapest: () => i18n.t('search.cheapest'),
  dearest: () => i18n.t('search.dearest'),
};

const standingWords: Record<SearchStanding, () => string> = {
  waiting: () => i18n.t('search.standings.waiting'),
  asked: () => i18n.t('search.standings.asked'),
  bought: () => i18n.t('search.standings.bought'),
  refunded: () => i18n.t('search.standings.refunded'),
  dropped: () => i18n.t('search.standings.dropped'),
  kept: () => i18n.t('search.standings.kept'),
  regretted: () => i18n.t('search.standings.regretted'),
  unsaid: () => i18n.t('search.standings.unsaid'),
};

interface SearchBarProps {
  query: SearchQuery;
  found: FoundView | undefined;
  onQuery: (change: Partial<SearchQuery>) => void;
  /** The person is about to search: what a search needs can be read. */
  onOpen: () => void;
}

/** One line until the person asks for more: a list is there to be read, not to be queried. */
export function SearchBar({ query, found, onQuery, onOpen }: SearchBarProps) {
  const isFiltered = !isPlain({ ...query, text: '' });
  const [isOpen, setOpen] = useState(isFiltered);
  const label = i18n.t('search.options');
  const onToggle = () => {
    if (!isOpen) onOpen();
    setOpen(!isOpen);
  };
  return (
    <div class="search-bar" role="search">
      <div class="search-bar__line">
        <Icon name="search" />
        <input
          class="search-bar__text"
          type="search"
          aria-label={i18n.t('search.label')}
          placeholder={i18n.t('search.hint')}
          value={query.text}
          onFocus={onOpen}
          onInput={({ currentTarget }) => onQuery({ text: currentTarget.value })}
        />
        <button
          type="button"
          class={isFiltered ? 'icon-button icon-button--on' : 'icon-button'}
          aria-label={label}
          title={label}
          aria-expanded={isOpen}
          onClick={onToggle}
        >
          <Icon name="gear" />
        </button>
      </div>
      {isOpen && <Choices query={query} found={found} onQuery={onQuery} />}
    </div>
  );
}

function Choices({ query, found, onQuery }: Omit<SearchBarProps, 'onOpen'>) {
  const { platformName } = useTools();
  const { platforms = [], tags = [], standings = [] } = found ?? {};
  return (
    <div class="search-bar__choices">
      <Choice
        label={i18n.t('search.platform')}
        value={query.platform}
        onPick={(platform) => onQuery({ platform })}
        options={[['', i18n.t('search.everyPlatform')], ...platforms.map((id) => [id, platformName(id)] as const)]}
      />
      <Choice
        label={i18n.t('search.standing')}
        value={query.standing}
        onPick={(name) => onQuery({ standing: every.find((standing) => standing === name) ?? '' })}
        options={[
          ['', i18n.t('search.everyStanding')],
          ...standings.map((standing) => [standing, standingWords[standing]()] as const),
        ]}
      />
      {tags.length > 0 && (
        <Choice
          label={i18n.t('search.tag')}
          value={query.tag}
          onPick={(tag) => onQuery({ tag })}
          options={[['', i18n.t('search.everyTag')], ...tags.map((tag) => [tag, cleanText(tag, 40)] as const)]}
        />
      )}
      <Choice
        label={i18n.t('search.sort')}
        value={query.sort}
        onPick={(name) => onQuery({ sort: sorts.find((sort) => sort === name) ?? 'newest' })}
        options={sorts.map((sort) => [sort, sortWords[sort]()] as const)}
      />
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: (readonly [value: string, words: string])[];
  onPick: (value: string) => void;
}

function Choice({ label, value, options, onPick }: ChoiceProps) {
  return (
    <select
      class="search-bar__choice"
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => onPick(currentTarget.value)}
    >
      {options.map(([each, words]) => (
        <option key={each} value={each}>
          {words}
        </option>
      ))}
    </select>
  );
}

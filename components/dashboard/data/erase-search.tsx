import { i18n } from '@/utils/i18n';
import { PlatformChip } from '../../parts/platform-chip';
import type { EraseActions, Hit, Hits } from './erase-props';

interface EraseSearchProps extends Pick<EraseActions, 'onSearch' | 'onChoose'> {
  what: 'item' | 'note';
  hits: Hits;
}

/** Finds the one thing to erase by what it is called. */
export function EraseSearch({ what, hits, onSearch, onChoose }: EraseSearchProps) {
  const label = what === 'item' ? i18n.t('eraseCard.searchItem') : i18n.t('eraseCard.searchNote');
  return (
    <div class="search">
      <label class="field">
        <span class="field__label">{label}</span>
        <input
          class="field__input"
          type="search"
          autocomplete="off"
          onInput={({ currentTarget }) => onSearch(what, currentTarget.value)}
        />
      </label>
      <p class="card__text" role="status">
        {hitsText(hits)}
      </p>
      {hits.rows.length > 0 && (
        <ul class="hits" role="list">
          {hits.rows.map((hit) => (
            <HitRow key={hit.key} hit={hit} onChoose={() => onChoose(hit)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function HitRow({ hit, onChoose }: { hit: Hit; onChoose: () => void }) {
  return (
    <li class="hit">
      {hit.platform !== undefined && <PlatformChip platform={hit.platform} />}
      <span class="hit__words">
        <bdi class="hit__name">{hit.name}</bdi>
        <span class="soft">{hit.detail}</span>
      </span>
      <button
        type="button"
        class="button button--danger"
        aria-label={i18n.t('eraseCard.eraseName', [hit.name])}
        onClick={onChoose}
      >
        {i18n.t('eraseCard.erase')}
      </button>
    </li>
  );
}

function hitsText({ state, rows, more }: Hits): string {
  if (state === 'searching') return i18n.t('eraseCard.searching');
  if (state === 'failed') return i18n.t('errors.list');
  if (state === 'idle') return '';
  if (rows.length === 0) return i18n.t('eraseCard.noHits');
  return more ? i18n.t('eraseCard.moreHits') : '';
}

import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import type { PlatformId } from '@/utils/core/types';
import { useTools } from '../../tools';
import type { EraseActions } from './erase-props';

interface ErasePlatformProps extends Pick<EraseActions, 'onChoose'> {
  platforms: PlatformId[];
}

export function ErasePlatform({ platforms, onChoose }: ErasePlatformProps) {
  const { platformName } = useTools();
  const [picked, setPicked] = useState<PlatformId>();
  const id = picked ?? platforms[0];
  if (id === undefined) return <p class="card__text">{i18n.t('eraseCard.noPlatforms')}</p>;
  return (
    <div class="fields">
      <label class="field">
        <span class="field__label">{i18n.t('eraseCard.platformLabel')}</span>
        <select class="field__input" value={id} onChange={({ currentTarget }) => setPicked(currentTarget.value)}>
          {platforms.map((each) => (
            <option key={each} value={each}>
              {platformName(each)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="button button--danger"
        onClick={() => onChoose({ what: { kind: 'platform', platform: id }, name: platformName(id) })}
      >
        {i18n.t('eraseCard.erase')}
      </button>
    </div>
  );
}

import { useState } from 'preact/hooks';
import { i18n } from '@/utils/i18n';
import { mostThumbnails } from '@/utils/core/thumbnails';
import { Card } from '../../parts/card';
import { Confirm } from '../../parts/confirm';
import { SwitchRow } from '../../parts/switch';
import { formatCount } from '../../text/format';
import type { Noticeboard } from '../../popup/use-notice';
import type { SettingsActions } from './settings-props';

interface ThumbnailsCardProps {
  on: boolean;
  /** How many are kept; absent where the ledger does not tell. */
  count: number | undefined;
  actions: Pick<SettingsActions, 'onThumbnails' | 'eraseThumbnails'>;
  tell: Noticeboard['tell'];
}

/** Small pictures of what is saved: off until the person wants them, counted, and gone at a press. */
export function ThumbnailsCard({ on, count = 0, actions, tell }: ThumbnailsCardProps) {
  const onErase = () =>
    tell(actions.eraseThumbnails(), { done: i18n.t('thumbnails.erased'), failed: i18n.t('eraseCard.failed') });
  return (
    <Card
      id="thumbnails"
      title={i18n.t('thumbnails.title')}
      hint={i18n.t('thumbnails.bounds', [formatCount(mostThumbnails)])}
    >
      <ul class="switches" role="list">
        <SwitchRow
          label={i18n.t('thumbnails.keep')}
          hint={i18n.t('thumbnails.hint')}
          on={on}
          onTurn={actions.onThumbnails}
        />
      </ul>
      {count > 0 && <Kept count={count} onErase={onErase} />}
    </Card>
  );
}

function Kept({ count, onErase }: { count: number; onErase: () => void }) {
  const [asking, setAsking] = useState(false);
  const text = i18n.t('thumbnails.kept', count, [formatCount(count)]);
  if (asking)
    return (
      <Confirm
        question={i18n.t('thumbnails.question')}
        yes={i18n.t('thumbnails.yes')}
        no={i18n.t('erase.no')}
        onYes={() => {
          setAsking(false);
          onErase();
        }}
        onNo={() => setAsking(false)}
      />
    );
  return (
    <div class="left-out__row">
      <span>{text}</span>
      <button type="button" class="button button--danger" onClick={() => setAsking(true)}>
        {i18n.t('thumbnails.erase')}
      </button>
    </div>
  );
}

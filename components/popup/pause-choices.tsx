import { i18n } from '@/utils/i18n';
import { endOfDay, HOUR_MS } from '@/utils/core/pause';

export interface PauseChoicesProps {
  now: number;
  onPauseTab: () => void;
  /** Epoch ms. */
  onPauseUntil: (until: number) => void;
}

/** How long, and where: a pause ends by itself, and turning recording off does not. */
export function PauseChoices({ now, onPauseTab, onPauseUntil }: PauseChoicesProps) {
  const choices: [string, () => void][] = [
    [i18n.t('recording.pauseTab'), onPauseTab],
    [i18n.t('recording.pauseHour'), () => onPauseUntil(now + HOUR_MS)],
    [i18n.t('recording.pauseToday'), () => onPauseUntil(endOfDay(now))],
  ];
  return (
    <div class="pause" role="group" aria-label={i18n.t('recording.pauseTitle')}>
      <span class="pause__title">{i18n.t('recording.pauseTitle')}</span>
      {choices.map(([words, onPick]) => (
        <button key={words} type="button" class="button" onClick={onPick}>
          {words}
        </button>
      ))}
    </div>
  );
}

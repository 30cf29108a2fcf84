import { i18n } from '@/utils/i18n';
import { formatTime } from '../text/format';
import type { PopupActions, PopupProps } from './props';
import type { Noticeboard } from './use-notice';

type Switches = Pick<PopupProps, 'recording' | 'pause'>;

/** What keeps it from recording, the widest first; undefined when nothing does. */
export function pauseOf({ recording, pause }: Switches): 'off' | 'until' | 'tab' | undefined {
  if (recording === false) return 'off';
  if (pause?.until !== undefined) return 'until';
  return pause?.tab ? 'tab' : undefined;
}

type PausedBannerProps = Switches &
  Pick<PopupProps, 'now'> &
  Pick<Noticeboard, 'listen'> & { actions: Pick<PopupActions, 'setRecording' | 'pauseUntil' | 'pauseTab'> };

/** Nobody should find out a week later that nothing was kept. */
export function PausedBanner({ recording, pause, now, actions, listen }: PausedBannerProps) {
  const why = pauseOf({ recording, pause });
  if (why === undefined) return null;
  const resume = {
    off: () => actions.setRecording(true),
    until: () => actions.pauseUntil(0),
    tab: () => actions.pauseTab(false),
  }[why];
  const words = {
    off: () => i18n.t('recording.paused'),
    until: () => untilWords(pause?.until ?? now, now),
    tab: () => i18n.t('recording.pausedTab'),
  }[why];
  return (
    <div class="banner" role="status">
      <span>{words()}</span>
      <button type="button" class="button button--plain" onClick={() => listen(resume())}>
        {i18n.t('recording.resume')}
      </button>
    </div>
  );
}

function untilWords(until: number, now: number): string {
  const isTomorrow = new Date(until).getDate() !== new Date(now).getDate();
  return isTomorrow ? i18n.t('recording.pausedToday') : i18n.t('recording.pausedUntil', [formatTime(until)]);
}

import { i18n } from '@/utils/i18n';
import { endOfDay, HOUR_MS } from '@/utils/core/pause';
import { formatTime } from '../text/format';
import { formatMoment } from '../text/measures';
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

/** A clock that ran ahead when the person paused leaves an end on another day: that one is named. */
function untilWords(until: number, now: number): string {
  const today = endOfDay(now);
  if (until === today) return i18n.t('recording.pausedToday');
  const isSoon = until < today || until - now <= HOUR_MS;
  return i18n.t('recording.pausedUntil', [isSoon ? formatTime(until) : formatMoment(until)]);
}

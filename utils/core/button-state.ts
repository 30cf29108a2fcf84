import { isRecorded, type Settings } from './switches';
import { hasConsented } from './terms';

/** What the button in the toolbar says, the gravest first. */
export type ButtonState = 'trouble' | 'consent' | 'paused' | 'recording';

interface Moment {
  now: number;
  /** Absent for all tabs together. */
  tab?: number | undefined;
  /** Nothing can be stored. */
  isTroubled: boolean;
}

/** No browser numbers a tab so: what holds for it holds for every tab that is not paused by itself. */
const noTab = -1;

export function buttonState(settings: Settings, { now, tab = noTab, isTroubled }: Moment): ButtonState {
  if (isTroubled) return 'trouble';
  if (!hasConsented(settings.consent)) return 'consent';
  return isRecorded(settings, { at: now, tab }, now) ? 'recording' : 'paused';
}

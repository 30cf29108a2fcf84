import { pageTime } from '../page-time';
import type { Visit, WatchedSite } from '../visit';

/** Blockers hide what came with the page at once, and what comes later a moment after it. */
const restMs = 1_000;

/** Looks now and then whether ads are hidden on the page of a visit; what was seen once holds for all of the visit. */
export function blockerWatch(window: Window, { seeBlocker }: Pick<WatchedSite, 'seeBlocker'>): (visit: Visit) => void {
  let [looked, again] = ['', 0];
  return (visit) => {
    const now = pageTime();
    if (visit.blocker || (looked === visit.id && now < again)) return;
    [looked, again] = [visit.id, now + restMs];
    visit.blocker = seeBlocker(window) ?? visit.blocker;
  };
}

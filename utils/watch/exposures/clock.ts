import { pageTime } from '../page-time';

/** Two clocks are read in one go if at most so much passed meanwhile: as finely as browsers let a page look, in ms. */
const atOnceMs = 1;

/** A machine that never reads them in one go is believed after so many tries. */
const mostTries = 5;

/**
 * What makes epoch ms of a time of the page's own clock. Between a look at one clock and a look at the other a busy
 * machine may do something else for many frames: then they are looked at again.
 * @param now epoch ms
 */
export function epochOffset(now: () => number): number {
  for (let tries = 1; ; tries++) {
    const before = pageTime();
    const offset = now() - before;
    if (pageTime() - before <= atOnceMs || tries === mostTries) return offset;
  }
}

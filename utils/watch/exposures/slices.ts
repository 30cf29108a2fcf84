import { pageTime } from '../page-time';

/** Longer than this nothing of ours keeps the page waiting. */
const sliceMs = 4;

/** The clock is looked at only so often: on a busy machine it runs on while we stand still, and so much is done at least. */
const stepsPerLook = 8;

/** What is done again and again, as looking for an open note, may take a twentieth of the time. */
const restPerMs = 20;

/** And so much in advance: what the clock says of something dear may be that the machine did something else meanwhile. */
const creditMs = 100;

/** When something may be done again that was begun at `start`. */
export function restAfter(start: number): number {
  const now = pageTime();
  return now + (now - start) * restPerMs;
}

export interface Allowance {
  /** How long the page is to be left alone yet; zero when it may be done. */
  wait: () => number;
  /** What was begun at `start` ends now. */
  spend: (start: number) => void;
}

/** Keeps account of what is done again and again and must not come late: it rests when its credit is used up, not before. */
export function allowance(): Allowance {
  let debt = 0;
  let at = pageTime();
  const settle = (now: number) => {
    debt = Math.max(0, debt - (now - at) / restPerMs);
    at = now;
  };
  return {
    wait: () => {
      settle(pageTime());
      return Math.max(0, debt - creditMs) * restPerMs;
    },
    spend: (start) => {
      const now = pageTime();
      settle(now);
      debt += now - start;
    },
  };
}

export interface Slices {
  /** Starts the work, or goes on with it: a slice at once, and more where that is not enough. */
  run: () => void;
  /** Goes on with it now, for at most this long. */
  finish: (ms: number) => void;
  /** Not all of it is done yet. */
  isBehind: () => boolean;
}

/**
 * Does long work a few ms at a time; wherever it yields it may be interrupted. A message to ourselves goes on with it: a
 * page can clear our timers, and frames stop in a hidden tab.
 */
export function slices(work: () => Iterator<unknown>): Slices {
  let doing: Iterator<unknown> | undefined;
  let isWaiting = false;
  const { port1, port2 } = new MessageChannel();
  const finish = (ms: number) => {
    const end = pageTime() + ms;
    doing ??= work();
    for (let step = 1; doing; step++) {
      if (doing.next().done) doing = undefined;
      if (step % stepsPerLook === 0 && pageTime() >= end) return;
    }
  };
  const run = () => {
    finish(sliceMs);
    if (!doing || isWaiting) return;
    isWaiting = true;
    port2.postMessage(0);
  };
  port1.onmessage = () => {
    isWaiting = false;
    run();
  };
  return { run, finish, isBehind: () => doing !== undefined };
}

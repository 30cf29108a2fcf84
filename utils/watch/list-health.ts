import type { Unread } from '../core/types';
import { isJudged } from './kinds';
import { restAfter } from './exposures/slices';
import { pageTime } from './page-time';
import { hadTime } from './rows';
import type { Visit } from './visit';

/** Something was not there that may come yet; a form that no rule knows stays what it is. */
function isAwaited({ missing }: Pick<Visit, 'missing'>): boolean {
  return missing?.some(({ reason }) => reason === 'no-data') === true;
}

/**
 * A list tells by its units what it shows. What it should show and does not is looked for once it had the time, and again
 * as the page changes while something is not there: a list that comes late was not missing, and a whole list is dear to
 * read. One of more than can be followed is not read at all: what is left out of it is counted already.
 */
export function judgeList(visit: Visit, now: number, readUnread: () => Unread[]): void {
  const rests = pageTime() < (visit.restsUntil ?? 0);
  const isKnown = visit.missing !== undefined && (visit.isSeenOff === true || !isAwaited(visit));
  if (!isJudged.has(visit.kind) || !hadTime(visit, now) || isKnown || rests) return;
  const start = pageTime();
  const missing = visit.leftOut > 0 ? [] : readUnread();
  const judged = { missing, isMissingStale: false, readAt: now, isStale: false };
  Object.assign(visit, judged, { restsUntil: restAfter(start) });
}

/** Whether it is known what the list misses: since it was looked through last, what was not there may have come. */
export function isListJudged(visit: Pick<Visit, 'missing' | 'isMissingStale'>): boolean {
  return visit.missing !== undefined && !(visit.isMissingStale && isAwaited(visit));
}

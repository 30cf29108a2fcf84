import type { Unread } from '../core/types';
import { isList } from './kinds';
import { restAfter } from './exposures/slices';
import { hadTime } from './rows';
import type { Visit } from './visit';

/**
 * A list tells by its units what it shows. What it should show and does not is looked for once it had the time, and again
 * as the page changes until nothing is missing: a list that comes late was not missing, and a whole list is dear to read.
 */
export function judgeList(visit: Visit, now: number, readUnread: () => Unread[]): void {
  const rests = performance.now() < (visit.restsUntil ?? 0);
  if (!isList.has(visit.kind) || !hadTime(visit, now) || visit.missing?.length === 0 || rests) return;
  const start = performance.now();
  const missing = readUnread();
  Object.assign(visit, { missing, readAt: now, isStale: false, restsUntil: restAfter(start) });
}

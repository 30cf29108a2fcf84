import type { PageEvent } from '../core/events';
import type { Unread } from '../core/types';
import { withoutSaid } from '../core/unread';
import { isJudged } from './kinds';
import { isListJudged } from './list-health';
import { hadTime, siteOf } from './rows';
import type { RowBase, Visit } from './visit';

/** So many different things one row may say of what could not be read, each with how many there were of it. */
const mostUnread = 200;

/**
 * The end of a visit, as far as anybody knows: it is told when the page is asked whether it goes away, and when it is kept
 * aside, and both may come to nothing. An end that has nothing to add is the same row again; one that has, since the page
 * was given the time to show what it holds, more of it could not be read, more comments came or ads turned out to be
 * hidden, is told under an id of its own.
 * @param leftOut units that were there and are told by no row
 */
export function endRow(visit: Visit, base: RowBase, leftOut: number): PageEvent {
  const { id, site, kind, part, ends, blocker } = visit;
  const last = ends.at(-1);
  const settled = last?.settled === true || isSettled(visit, base.at);
  const unread = settled ? unsaid(visit, leftOut) : [];
  const comments = settled ? visit.comments : undefined;
  const isSame = last?.settled === settled && last.blocker === blocker && last.comments === comments;
  if (last && isSame && unread.length === 0) return last;
  const row: PageEvent = {
    ...base,
    id: last ? `p:${id}:${String(ends.length + 1)}` : `p:${id}`,
    url: siteOf(base.url),
    type: 'page',
    where: site,
    kind,
    ...(part !== undefined && { part }),
    settled,
    ...(blocker !== undefined && { blocker }),
    ...(comments && { comments }),
    ...(last && { after: last.settled ? 'settled' : 'unsettled' }),
    unread,
  };
  ends.push(row);
  return row;
}

/**
 * By the visit's own age, not by that of its last reading: what rests is not read again, and a page that was left by a new
 * address cannot be. But nothing is claimed of what was never read, nor of what has changed since it was read early.
 */
function isSettled(visit: Visit, at: number): boolean {
  const { kind, reading, readAt = 0, isStale } = visit;
  const isLookedAt = isJudged.has(kind) ? isListJudged(visit) : kind !== 'note' || reading !== undefined;
  return isLookedAt && hadTime(visit, isStale ? readAt : at);
}

/** What could not be read, without what the ends before this one said of it. */
function unsaid({ reading, missing = [], ends }: Visit, leftOut: number): Unread[] {
  const units: Unread[] = leftOut > 0 ? [{ where: 'units', reason: 'shape', count: leftOut }] : [];
  const said = ends.flatMap(({ unread }) => unread);
  return withoutSaid([...units, ...(reading?.unread ?? missing)], said).slice(0, mostUnread);
}

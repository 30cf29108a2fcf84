import type { Erased, Erasure } from '../../core/erasure';
import { readCounts } from '../counts';
import { isCopy } from '../quarantine';
import { type Walk, walkAfter } from '../rebuild';
import type { LedgerDb, ThumbnailRow } from '../schema';
import { findExposures } from './exposures';
import { isNamedIn, orderMatcher, rowMatcher } from './match';
import { readNames, type Names } from './names';
import { removeRows } from './remove';
import { surveyEvents } from './survey';

export interface ErasedThing extends Erased {
  /** What rows that come later are to be compared with. */
  names: Names;
}

/**
 * Erases one thing wherever it left a trace, or a stretch of time. What stays is the ledger as if it had never been
 * there, and the number of rows that went. All events are read twice: to see what goes, and for lists without it.
 * @throws when the walk is stopped, and everything is as it was
 */
export async function eraseThing(db: LedgerDb, what: Erasure, walk: Walk = {}): Promise<ErasedThing> {
  const named = await readNames(db, what);
  const { events, exposures } = await readCounts({ get: (key) => db.get('meta', key) });
  const seenRows = what.kind === 'range' ? 0 : exposures; // those an index finds
  const total = 2 * events + seenRows;
  const choice = {
    takes: rowMatcher(named),
    takesBroken: (row: unknown) => isNamedIn(row, named),
    takesOrder: orderMatcher(named),
  };
  const survey = await surveyEvents(db, choice, walkAfter(0, total, walk));
  // The visits of a note go with it; those of a feed that showed its card do not.
  const seen = what.kind === 'note' ? { ...named, visits: [...survey.visits] } : named;
  const { ids, visits } = await findExposures(db, seen, walkAfter(events, total, walk));
  const names = { ...seen, visits: [...new Set([...seen.visits, ...visits])] };
  const erased = await removeRows(db, {
    survey: { ...survey, isAny: survey.isAny || visits.size > 0 },
    takes: rowMatcher(names),
    exposures: ids,
    quarantined: await findQuarantined(db, names),
    thumbnails: await findThumbnails(db, names),
    walk: walkAfter(events + seenRows, total, walk),
  });
  return { ...erased, names };
}

/**
 * A handful, if any. Where a row does not tell its time, the time it was put aside has to do; rows of lists tell many times,
 * and go with any erasure.
 */
async function findQuarantined(db: LedgerDb, names: Names): Promise<string[]> {
  const aside = await db.getAll('quarantine');
  const isTaken = ({ store, row, at }: (typeof aside)[number]) =>
    isCopy({ store }) || isNamedIn(row, names) || (!hasTime(row) && isNamedIn({ at }, names));
  return aside.filter(isTaken).map(({ key }) => key);
}

/** By the item or by when it was taken; some thousand at most. */
async function findThumbnails(db: LedgerDb, { keys, ranges }: Names): Promise<string[]> {
  const isTaken = ({ key, at }: ThumbnailRow) =>
    keys.includes(key) || ranges.some(({ from, to }) => from <= at && at < to);
  return (await db.getAll('thumbnails')).filter(isTaken).map(({ key }) => key);
}

function hasTime(row: unknown): boolean {
  return Number.isFinite(Reflect.get(Object(row), 'at'));
}

import type { ExposureEvent } from '../../core/units';
import { pagesOf } from '../pages';
import type { Walk } from '../rebuild';
import type { LedgerDb } from '../schema';
import { isNamedIn, rowMatcher } from './match';
import type { Names } from './names';

export interface Shown {
  /** Ids of the exposures that go. */
  ids: string[];
  /** Visits of the pages that go, as far as their exposures tell. */
  visits: Set<string>;
}

/** Exposures that belong to what goes. Of a stretch of time the index knows; a thing may be anywhere, so all are read. */
export async function findExposures(db: LedgerDb, names: Names, walk: Walk = {}): Promise<Shown> {
  if (isTimeAlone(names)) return { ids: await listIdsIn(db, names.ranges), visits: new Set() };
  const shown: Shown = { ids: [], visits: new Set() };
  let done = 0;
  const takes = withBroken(rowMatcher(names), names);
  for await (const page of pagesOf((after, count) => db.getAll('exposures', after, count), 'id')) {
    for (const row of page.filter(takes)) {
      shown.ids.push(row.id);
      if (names.notes.some(({ id }) => String(row.url).includes(id))) shown.visits.add(row.visit);
    }
    done += page.length;
    walk.onProgress?.({ done, total: done });
    walk.signal?.throwIfAborted();
  }
  return shown;
}

function isTimeAlone({ keys, platforms, notes }: Names): boolean {
  return keys.length + platforms.length + notes.length === 0;
}

async function listIdsIn(db: LedgerDb, ranges: Names['ranges']): Promise<string[]> {
  const inRange = ({ from, to }: Names['ranges'][number]) =>
    db.getAllKeysFromIndex('exposures', 'at', IDBKeyRange.bound(from, to, false, true));
  return (await Promise.all(ranges.map(inRange))).flat();
}

/** A row that breaks the question is looked through as it is. */
function withBroken(matches: (row: ExposureEvent) => boolean, names: Names) {
  return (row: ExposureEvent): boolean => {
    try {
      return matches(row);
    } catch {
      return isNamedIn(row, names);
    }
  };
}

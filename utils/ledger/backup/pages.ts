import type { StoredEvent } from '../../core/events';
import type { ExposureEvent } from '../../core/units';
import { areCounts } from '../counts';
import { isPlace } from '../places';
import type { LedgerDb } from '../schema';
import type { BackupCounts } from './format';
import { salvage, spoilt } from './salvage';
import { listUnplaced } from './unplaced';

/** Rows that are read and packed at once: the memory a backup takes, whatever the ledger holds. */
const pageRows = 200;

type Spoilt = typeof spoilt;

/** `aside`: rows that a repair has put aside, which the ledger's counts do not name. */
type Page = readonly [keyof BackupCounts, readonly unknown[], 'aside'?];

interface Extent {
  /** The place of the last event. */
  lastSeq: number;
  /** What the ledger says it holds: a single row, which a disk can break. */
  said: BackupCounts | undefined;
  /** Epoch ms of the start. */
  at: number;
}

/**
 * Pages of rows, each in a transaction of its own: one for all would keep the background from writing. Events in the
 * order of writing, since lists are made in that order, then those that it does not lead to; exposures in any. What a
 * repair has put aside comes last, as it is: a later version may read it. Where the browser cannot read its file in places,
 * what can be read is listed, and `spoilt` for each row that cannot.
 */
export async function* listPages(db: LedgerDb, { lastSeq, said, at }: Extent): AsyncGenerator<Page> {
  let placed = 0;
  /** Clicks that were not whole when they were read. */
  const open = new Set<string>();
  for await (const rows of listBySeq(db, 0, lastSeq)) {
    for (const row of rows) if (row !== spoilt && row.type === 'click' && row.tab === undefined) open.add(row.id);
    const inPlace = rows.filter((row) => row === spoilt || isPlace(row.seq));
    placed += inPlace.length;
    yield ['events', inPlace];
  }
  // A click that is completed meanwhile goes to the end of the order, out of the places that were walked.
  for await (const rows of listBySeq(db, lastSeq, Number.MAX_SAFE_INTEGER)) {
    const moved = rows.filter(
      (row) => row !== spoilt && row.type === 'click' && row.at <= at && !open.has(row.id) && isPlace(row.seq),
    );
    placed += moved.length;
    if (moved.length > 0) yield ['events', moved];
  }
  // All events are walked once more only where some are missing.
  if (!said || !areCounts(said) || placed < said.events)
    for await (const rows of listUnplaced(db, { lastSeq, pageRows })) yield ['events', rows];
  for await (const rows of listExposures(db)) yield ['exposures', rows];
  const aside = await db.getAll('quarantine'); // a handful, if any
  const rowsOf = (name: keyof BackupCounts) => aside.filter(({ store }) => store === name).map(({ row }) => row);
  yield ['events', rowsOf('events'), 'aside'];
  yield ['exposures', rowsOf('exposures'), 'aside'];
}

async function* listExposures(db: LedgerDb): AsyncGenerator<(ExposureEvent | Spoilt)[]> {
  for (let last: ExposureEvent | undefined; ;) {
    const range = last && IDBKeyRange.lowerBound(last.id, true);
    const rows = await db.getAll('exposures', range, pageRows).catch(() => undefined);
    if (!rows) return yield* salvageExposures(db, last?.id);
    last = rows.at(-1);
    if (!last) return;
    yield rows;
  }
}

/** A broken one may have an id that is no text. */
function salvageExposures(db: LedgerDb, after: IDBValidKey | undefined) {
  return salvage(db, {
    listKeys: async () =>
      (await db.getAllKeysFromIndex('exposures', 'at')).filter(
        (id) => after === undefined || indexedDB.cmp(id, after) > 0,
      ),
    read: (id) => db.get('exposures', id),
  });
}

async function* listBySeq(db: LedgerDb, after: number, last: number): AsyncGenerator<(StoredEvent | Spoilt)[]> {
  for (let from = after; from < last;) {
    const range = IDBKeyRange.bound(from, last, true);
    const rows = await db.getAllFromIndex('events', 'seq', range, pageRows).catch(() => undefined);
    if (!rows) return yield* salvageEvents(db, range);
    if (rows.length === 0) return;
    from = rows.at(-1)?.seq ?? last;
    yield rows;
  }
}

function salvageEvents(db: LedgerDb, range: IDBKeyRange) {
  return salvage(db, {
    listKeys: () => db.getAllKeysFromIndex('events', 'seq', range),
    read: (id) => db.get('events', id),
  });
}

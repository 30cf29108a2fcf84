import type { Refusal } from '../../core/backup';
import type { StoredEvent } from '../../core/events';
import type { ExposureEvent } from '../../core/units';
import type { LedgerDb } from '../schema';
import type { BackupHeader } from './format';
import { findTold } from '../told';
import { readBackup, type BackupRow, type Wholeness } from './read';

/** Rows of a backup that stand together, sorted by whether the ledger has them. */
export interface Batch {
  /** Not in the ledger, in the file's order. */
  events: StoredEvent[];
  exposures: ExposureEvent[];
  knownEvents: number;
  knownExposures: number;
  refused: Refusal[];
  /** Times of all rows that could be read. */
  times: number[];
}

/** What a file says of itself; complete once its batches have been read to the end. */
export interface FileFacts {
  header?: BackupHeader;
  keys: string[];
  settings?: Record<string, unknown>;
  wholeness: Wholeness;
  unwritten: number;
}

/** As many as a message may bring. A message takes 64 MiB: rows that fill it are made by nobody but an attacker. */
const mostRows = 500;
const maxBytes = 8_000_000;

/** Past this many a row that comes twice is new twice in a dry run; the background knows better. */
const maxRemembered = 1_000_000;

type Reading = Extract<BackupRow, { kind: 'event' | 'exposure' | 'refused' }>;

interface Source {
  rows: AsyncIterable<BackupRow>;
  facts: FileFacts;
  rowsAtOnce: number;
}

async function* readBatches(db: LedgerDb, { rows, facts, rowsAtOnce }: Source): AsyncGenerator<Batch> {
  const isRepeated = repeats();
  let waiting: Reading[] = [];
  let bytes = 0;
  for await (const row of rows) {
    if (row.kind !== 'event' && row.kind !== 'exposure' && row.kind !== 'refused') {
      note(facts, row);
      continue;
    }
    waiting.push(isRepeated(row));
    if (row.kind !== 'refused') bytes += row.bytes;
    if (waiting.length < rowsAtOnce && bytes < maxBytes) continue;
    yield await sortRows(db, waiting);
    waiting = [];
    bytes = 0;
  }
  if (waiting.length > 0) yield await sortRows(db, waiting);
}

function note(facts: FileFacts, row: Exclude<BackupRow, Reading>): void {
  switch (row.kind) {
    case 'header':
      facts.header = row.header;
      break;
    case 'keys':
      facts.keys = row.keys;
      break;
    case 'settings':
      facts.settings = row.settings;
      break;
    case 'end':
      facts.wholeness = row.wholeness;
      facts.unwritten = row.unwritten;
  }
}

function repeats() {
  const seen = { event: new Set<string>(), exposure: new Set<string>() };
  return (row: Reading): Reading => {
    if (row.kind === 'refused') return row;
    const { id } = row.row;
    const ids = seen[row.kind];
    if (ids.has(id)) return { kind: 'refused', refusal: { line: row.line, id, reason: 'duplicate' } };
    if (ids.size < maxRemembered) ids.add(id);
    return row;
  };
}

async function sortRows(db: LedgerDb, rows: readonly Reading[]): Promise<Batch> {
  const events = rows.flatMap((row) => (row.kind === 'event' ? [row.row] : []));
  const exposures = rows.flatMap((row) => (row.kind === 'exposure' ? [row.row] : []));
  const tx = db.transaction(['events', 'exposures']);
  const [isKnown, exposureKeys] = await Promise.all([
    Promise.all(events.map((event) => isTold(tx.objectStore('events'), event))),
    Promise.all(exposures.map(({ id }) => tx.objectStore('exposures').getKey(id))),
  ]);
  const freshEvents = events.filter((_row, place) => isKnown[place] !== true);
  const freshExposures = exposures.filter((_row, place) => exposureKeys[place] === undefined);
  return {
    events: freshEvents,
    exposures: freshExposures,
    knownEvents: events.length - freshEvents.length,
    knownExposures: exposures.length - freshExposures.length,
    refused: rows.flatMap((row) => (row.kind === 'refused' ? [row.refusal] : [])),
    times: [...events, ...exposures].map(({ at }) => at),
  };
}

interface EventStore {
  get: (id: string) => Promise<StoredEvent | undefined>;
  getKey: (id: string) => Promise<string | undefined>;
}

/** As the background will find it: of a link in a comment also the row under its other id. The rest need not be read. */
async function isTold(store: EventStore, event: StoredEvent): Promise<boolean> {
  if ((await store.getKey(event.id)) !== undefined) return true;
  return event.type === 'sighting' && (await findTold(store, event)) !== undefined;
}

interface Opening {
  /** Told how much of the file has been read. */
  onBytes?: (bytes: number) => void;
  /** At most 500. */
  rowsAtOnce?: number;
}

/** Reads a backup in batches, asking the ledger about each and changing nothing. */
export function openBackup(db: LedgerDb, file: Blob, { onBytes, rowsAtOnce = mostRows }: Opening) {
  const facts: FileFacts = { keys: [], wholeness: 'cut', unwritten: 0 };
  return { facts, batches: readBatches(db, { rows: readBackup(file, onBytes), facts, rowsAtOnce }) };
}

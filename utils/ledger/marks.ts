import { noCounts, type Canary, type LedgerCounts } from '../core/health';
import { areCounts } from './counts';
import { lastPlace, saidPlace } from './places';
import type { LedgerDb, MetaRow } from './schema';
import { inTransaction } from './transact';

/** What the ledger says of itself, in three rows: all that the canary compares. */
export type Marks = Omit<Canary, 'at' | 'clock'>;

/** The marks as they stand, without what is not there or lost its form. A ledger without events has no `seq`. */
export type SaidMarks = Partial<Marks> & Pick<Marks, 'schema'>;

export async function readMarks(db: LedgerDb): Promise<SaidMarks> {
  const { store } = db.transaction('meta');
  const [uuid, said, counts] = await Promise.all([store.get('uuid'), store.get('seq'), store.get('counts')]);
  const seq = saidPlace(said);
  return {
    schema: db.version,
    ...(uuid?.key === 'uuid' && typeof uuid.value === 'string' && { uuid: uuid.value }),
    ...(seq !== undefined && { seq }),
    ...(counts?.key === 'counts' && areCounts(counts.value) && { counts: counts.value }),
  };
}

/** From now on backups bear another name: none from before the loss is taken for an older one of what is left. */
export async function noteLost(db: LedgerDb, lostAt: number): Promise<void> {
  const tx = db.transaction('meta', 'readwrite', { durability: 'strict' });
  await inTransaction(tx, () => tx.store.put({ key: 'lost-at', value: lostAt }));
}

/**
 * The marks compared with the rows themselves: when the last ones are missing, or a mark is, everything is counted and the
 * marks are made true.
 * @param canary what is known from outside, for the marks that nothing in the database tells
 */
export async function trueMarks(db: LedgerDb, said: SaidMarks, canary: Canary | undefined): Promise<Marks> {
  const { uuid, seq = 0, counts, schema } = said;
  const ends = await readEnds(db);
  const isWhole = counts && ends.lastSeq === seq && ends.anyExposure === counts.exposures > 0;
  if (isWhole && uuid !== undefined) return { uuid, seq, counts, schema };
  return countedMarks(db, said, canary);
}

/**
 * The marks made true by counting every row. That takes seconds for a million of them: it is done where something is known
 * to be wrong, and where the person asks for it.
 * @param canary as above
 */
export async function countedMarks(db: LedgerDb, said: SaidMarks, canary: Canary | undefined): Promise<Marks> {
  const { uuid, seq = 0, counts, schema } = said;
  const { lastSeq } = await readEnds(db);
  const marks: Marks = {
    uuid: uuid ?? canary?.uuid ?? crypto.randomUUID(),
    seq: Math.max(seq, lastSeq),
    counts: { ...(counts ?? canary?.counts ?? noCounts), ...(await countRows(db)) },
    schema,
  };
  if (!isSame({ ...said, seq }, marks)) await writeMarks(db, marks);
  return marks;
}

export function isSame(one: SaidMarks, other: SaidMarks): boolean {
  const said = ({ uuid, seq, counts }: SaidMarks) =>
    JSON.stringify([uuid, seq, counts?.events, counts?.exposures, counts?.erasedEvents, counts?.erasedExposures]);
  return said(one) === said(other);
}

/** The last event by its index, and whether there is any exposure: two looks, whatever the ledger holds. */
async function readEnds(db: LedgerDb): Promise<{ lastSeq: number; anyExposure: boolean }> {
  const tx = db.transaction(['events', 'exposures']);
  const [lastSeq, exposure] = await Promise.all([
    lastPlace(tx.objectStore('events').index('seq')),
    tx.objectStore('exposures').openKeyCursor(),
  ]);
  return { lastSeq, anyExposure: exposure !== null };
}

async function countRows(db: LedgerDb): Promise<Pick<LedgerCounts, 'events' | 'exposures'>> {
  const [events, exposures] = await Promise.all([db.count('events'), db.count('exposures')]);
  return { events, exposures };
}

function writeMarks(db: LedgerDb, { uuid, seq, counts }: Marks): Promise<void> {
  const tx = db.transaction('meta', 'readwrite', { durability: 'strict' });
  const rows: MetaRow[] = [
    { key: 'uuid', value: uuid },
    { key: 'seq', value: seq },
    { key: 'counts', value: counts },
  ];
  return inTransaction(tx, async () => {
    await Promise.all(rows.map((row) => tx.store.put(row)));
  });
}

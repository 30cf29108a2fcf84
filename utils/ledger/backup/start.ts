import { noCounts } from '../../core/health';
import { hexOf } from '../../core/hex';
import { areCounts } from '../counts';
import { importPrefix, importRange } from '../import-ids';
import { lastPlace } from '../places';
import type { LedgerDb } from '../schema';
import { inTransaction } from '../transact';
import { formatName, formatVersion, type BackupHeader } from './format';
import { readLedgerName } from './name';

export interface StartOptions {
  /** Version of the extension, for the header. */
  app: string;
  /** Epoch ms. */
  now: number;
  /** Ids of the imports that may yet be taken back. Their rows stay out: a file would bring them again, or half of them. */
  listOpenImports: () => Promise<readonly string[]>;
}

/**
 * One look at all that says how far a backup goes. An import may begin, or end, between the list of those that have and the
 * ledger itself: then both are looked at once more.
 */
export async function readStart(db: LedgerDb, options: StartOptions): ReturnType<typeof lookAt> {
  const open = await options.listOpenImports();
  const start = await lookAt(db, open, options);
  return String(await options.listOpenImports()) === String(open) ? start : readStart(db, options);
}

async function lookAt(db: LedgerDb, open: readonly string[], { app, now }: StartOptions) {
  // A file that is damaged in places refuses to count, and may still list its keys by an index.
  const { ledger, lastSeq, said, keys, halves } = await readMarks(db, open, counted).catch(() =>
    readMarks(db, open, listed),
  );
  const held = said && areCounts(said) ? said : noCounts;
  const counts = { ...held, events: Math.max(0, held.events - halves) };
  const header: BackupHeader = {
    format: formatName,
    version: formatVersion,
    schema: db.version,
    app,
    createdAt: now,
    ledger,
    counts: { events: counts.events, exposures: counts.exposures },
  };
  return { header, held, counts, keys, isHalf: halfTeller(open), extent: { lastSeq, said, at: now } };
}

interface Events {
  count: (range: IDBKeyRange) => Promise<number>;
  index: (name: 'seq') => { getAllKeys: () => Promise<string[]> };
}

type HalfCounter = (events: Events, open: readonly string[]) => Promise<number>;

const counted: HalfCounter = async (events, open) => {
  const sizes = await Promise.all(open.map((importId) => events.count(importRange(importId))));
  return sizes.reduce((sum, size) => sum + size, 0);
};

/** All keys are in memory at once, which a spoilt file alone is worth. */
const listed: HalfCounter = async (events, open) => {
  if (open.length === 0) return 0;
  const isHalf = halfTeller(open);
  return (await events.index('seq').getAllKeys()).filter((id) => isHalf({ id })).length;
};

/** All in one transaction, so that what comes between two of its reads is in neither. */
async function readMarks(db: LedgerDb, open: readonly string[], countHalves: HalfCounter) {
  const tx = db.transaction(['meta', 'events']);
  const [store, events] = [tx.objectStore('meta'), tx.objectStore('events')];
  return inTransaction(tx, async () => {
    const [ledger, lastSeq, stored, own, older, halves] = await Promise.all([
      readLedgerName(store),
      lastPlace(events.index('seq')),
      store.get('counts'),
      store.get('device-key'),
      store.get('older-device-keys'),
      countHalves(events, open),
    ]);
    const keys = [
      ...(own?.key === 'device-key' ? [own.value] : []),
      ...(older?.key === 'older-device-keys' ? older.value : []),
    ].map(hexOf);
    return { ledger, lastSeq, said: stored?.key === 'counts' ? stored.value : undefined, keys, halves };
  });
}

function halfTeller(open: readonly string[]): (row: unknown) => boolean {
  const prefixes = open.map(importPrefix);
  return (row) => {
    const id = typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined;
    return typeof id === 'string' && prefixes.some((prefix) => id.startsWith(prefix));
  };
}

import type { LedgerCounts } from '../core/health';
import { readCounts } from './counts';
import { listAsks, listItems, listUnmatchedOrders } from './queries';
import type { CoverageRow, LedgerDb } from './schema';

/** How the ledger stands, as it says itself; nothing is counted by walking it. */
export interface Standing {
  counts: LedgerCounts;
  /** Events that are kept although no list could take them. */
  unlisted: number;
  /** Rows that nobody could read. */
  quarantined: number;
  /** The first page of a list leaves out rows that nobody can read. */
  gaps: boolean;
  /** When to ask about things again, epoch ms. */
  asks: number[];
}

export async function getStanding(db: LedgerDb): Promise<Standing> {
  const [gaps, asks] = [await hasGaps(db), await listAsks(db)];
  const tx = db.transaction(['meta', 'quarantine']);
  const meta = tx.objectStore('meta');
  const [counts, unlisted, quarantined] = await Promise.all([
    readCounts(meta),
    meta.get('unlisted'),
    tx.objectStore('quarantine').count(), // a handful, if any
  ]);
  return {
    counts,
    unlisted: unlisted?.key === 'unlisted' ? unlisted.value : 0,
    quarantined,
    gaps,
    asks,
  };
}

const rowStores: readonly ('events' | 'exposures')[] = ['events', 'exposures'];

/**
 * Whether the browser can no longer read all rows there are: its file is damaged in places, and it says so to whoever walks
 * over one, and to nobody else. For a full page: a million rows take seconds.
 */
export async function isSpoilt(db: LedgerDb, stores = rowStores): Promise<boolean> {
  const walks = await Promise.allSettled(stores.map((store) => db.count(store)));
  if (walks.every(({ status }) => status === 'fulfilled')) return false;
  await db.get('meta', 'uuid'); // a connection that was closed answers nothing: that is no damage
  return true;
}

/** As the popup finds it: one page of each list, whatever the ledger holds. */
async function hasGaps(db: LedgerDb): Promise<boolean> {
  const pages = await Promise.all([listItems(db, 'savedAt'), listItems(db, 'purchasedAt'), listUnmatchedOrders(db)]);
  return pages.some(({ unreadable }) => unreadable > 0);
}

/** What pages of one kind gave since a day, and what they could not. */
export interface CoverageSum {
  where: string;
  kind: string;
  visits: number;
  unread: { where: string; reason: string; count: number }[];
}

/** @param fromDay `2026-11-21`; about twenty rows a day */
export async function listCoverage(db: LedgerDb, fromDay: string): Promise<CoverageSum[]> {
  const rows = await db.getAll('coverage', IDBKeyRange.lowerBound(fromDay));
  const sums = new Map<string, CoverageSum & { counts: Map<string, number> }>();
  for (const { where, kind, visits, unread } of rows) {
    const key = `${where}|${kind}`;
    const sum = sums.get(key) ?? { where, kind, visits: 0, unread: [], counts: new Map<string, number>() };
    sum.visits += visits;
    for (const [what, count] of Object.entries(unread)) sum.counts.set(what, (sum.counts.get(what) ?? 0) + count);
    sums.set(key, sum);
  }
  return [...sums.values()]
    .map(({ counts, ...sum }) => ({ ...sum, unread: [...counts].map(([what, count]) => ({ ...named(what), count })) }))
    .sort((a, b) => b.visits - a.visits);
}

/** What the last page of a kind could not give. */
export interface UnreadSum extends Pick<CoverageSum, 'where' | 'kind' | 'unread'> {
  /** How many things; they add up to what the popup says. */
  count: number;
  /** The last day on which there was any: `2026-11-21`; what it was is of that whole day. Absent where it is erased. */
  day?: string;
}

/** Of each kind of page, what its last one could not give and why. A day has about twenty rows, and few have to be read. */
export async function listUnread(db: LedgerDb): Promise<UnreadSum[]> {
  const tx = db.transaction(['meta', 'coverage']);
  const stored = await tx.objectStore('meta').get('unread-pages');
  const pages = stored?.key === 'unread-pages' ? stored.value : [];
  const days = new Map<string, CoverageRow>();
  let cursor = pages.length > 0 ? await tx.objectStore('coverage').openCursor(null, 'prev') : null;
  for (; cursor && days.size < pages.length; cursor = await cursor.continue()) {
    const { where, kind, unread } = cursor.value;
    const page = `${where}|${kind}`;
    const isAsked = pages.some((each) => each.page === page) && !days.has(page);
    if (isAsked && Object.keys(unread).length > 0) days.set(page, cursor.value);
  }
  return pages.map(({ page, count }) => {
    const [where = '', kind = ''] = page.split('|');
    const found = days.get(page);
    return { where, kind, count, unread: entriesOf(found?.unread ?? {}), ...(found && { day: found.day }) };
  });
}

function entriesOf(unread: CoverageRow['unread']): CoverageSum['unread'] {
  return Object.entries(unread).map(([what, count]) => ({ ...named(what), count }));
}

/** Coverage rows name what was unread `<where>: <reason>`. */
function named(what: string): { where: string; reason: string } {
  const at = what.lastIndexOf(': ');
  return { where: what.slice(0, at), reason: what.slice(at + 2) };
}

import type { PlatformId } from '../core/types';
import { getSummary } from './queries';
import type { LedgerDb } from './schema';

/** What daily counts say of a shop or of a time; a few rows a day. */
export interface LinkCounts {
  seen: number;
  clicked: number;
}

export async function countLinksOf(db: LedgerDb, platform: PlatformId): Promise<LinkCounts> {
  const rows = await db.getAll('counters');
  return sumOf(rows.filter((row) => row.platform === platform));
}

/** @param days first and last, as `2026-11-21` */
export async function countLinksIn(db: LedgerDb, [first, last]: readonly [string, string]): Promise<LinkCounts> {
  return sumOf(await db.getAll('counters', IDBKeyRange.bound(first, `${last}|\uffff`)));
}

function sumOf(rows: LinkCounts[]): LinkCounts {
  return rows.reduce((sum, row) => ({ seen: sum.seen + row.seen, clicked: sum.clicked + row.clicked }), {
    seen: 0,
    clicked: 0,
  });
}

/** Platforms of which the ledger holds items or links, by name. */
export async function listPlatforms(db: LedgerDb): Promise<PlatformId[]> {
  const [summary, counters] = await Promise.all([getSummary(db), db.getAll('counters')]);
  const known = [...summary.platforms, ...counters].map(({ platform }) => platform);
  return [...new Set(known)].sort();
}

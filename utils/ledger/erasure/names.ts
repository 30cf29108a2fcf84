import type { Erasure } from '../../core/erasure';
import type { LedgerDb } from '../schema';

/**
 * The names by which a row is known to belong to what is erased. Plain text and numbers, since rows that come later, from
 * the queue or from an open page, are compared with them too.
 */
export interface Names {
  /** Of an item, and of the opaque links that led to it. */
  keys: string[];
  platforms: string[];
  notes: { site: string; id: string }[];
  /** Visits of those notes. */
  visits: string[];
  /** Epoch ms, from the first to right before the second. */
  ranges: { from: number; to: number }[];
}

const noNames: Names = { keys: [], platforms: [], notes: [], visits: [], ranges: [] };

/** Asks the ledger for all the names of a thing. */
export async function readNames(db: LedgerDb, what: Erasure): Promise<Names> {
  switch (what.kind) {
    case 'item':
      return { ...noNames, keys: withLinks(new Set([what.key]), await readAliases(db)) };
    case 'note':
      return { ...noNames, notes: [{ site: what.site, id: what.id }] };
    case 'platform': {
      const own = await listItemsOf(db, what.platform);
      return { ...noNames, platforms: [what.platform], keys: withLinks(own, await readAliases(db)) };
    }
    case 'range':
      // No time at all is no range that an index knows.
      return { ...noNames, ranges: what.from < what.to ? [{ from: what.from, to: what.to }] : [] };
  }
}

type Aliases = ReadonlyMap<string, string>;

/** Opaque links whose item was learnt, by link key: about one for each that was followed. */
export async function readAliases(db: LedgerDb): Promise<Aliases> {
  const rows = await db.getAll('meta', IDBKeyRange.bound('alias:', 'alias;'));
  return new Map(rows.map(({ key, value }) => [key.slice('alias:'.length), String(value)]));
}

/** A link may be named instead of its item: both go, and every other link that leads there. */
function withLinks(named: ReadonlySet<string>, aliases: Aliases): string[] {
  const items = new Set([...named].map((key) => aliases.get(key) ?? key));
  const links = [...aliases].filter(([, item]) => items.has(item)).map(([link]) => link);
  return [...items, ...links];
}

/** All items are read: few people have ten thousand, and a platform is not erased every day. */
async function listItemsOf(db: LedgerDb, platform: string): Promise<Set<string>> {
  const own = new Set<string>();
  let cursor = await db.transaction('items').store.openCursor();
  for (; cursor; cursor = await cursor.continue()) {
    if (cursor.value.platform === platform) own.add(cursor.value.key);
  }
  return own;
}

import type { SiteId } from '../core/types';
import { happeningsByTime, linkRowsFinder } from './by-time';
import { itemPages, orderLines } from './order-lines';
import { pagesOf } from './pages';
import type { LedgerDb } from './schema';

/** All that an export or a figure reads, by time; a page of each store is in memory. Epoch ms, both ends within. */
export function exportSource(db: LedgerDb, stretch: { from: number; to: number }) {
  const rowsOn = linkRowsFinder(db);
  let droppedLines = 0;
  const isWithin = (at = stretch.from) => at >= stretch.from && at <= stretch.to;
  return {
    ...happeningsByTime(db, stretch),
    orders: orderLines(db, (at) => (droppedLines += Number(isWithin(at)))),
    droppedLines: () => droppedLines,
    linksOn: async (site: SiteId, noteId: string) =>
      (await rowsOn(site, noteId)).map((rows) => ({ rows, isWithheld: false })),
  };
}

/** The device's own key; random where no order was ever read, since then nothing is hashed under it. */
export async function exportKey(db: LedgerDb): Promise<Uint8Array<ArrayBuffer>> {
  const row = await db.get('meta', 'device-key');
  return row?.key === 'device-key' ? new Uint8Array(row.value) : crypto.getRandomValues(new Uint8Array(32));
}

/** By which rules the newest exposure was read; every row names its own. */
export async function newestRules(db: LedgerDb): Promise<string | undefined> {
  const newest = await db.transaction('exposures').store.index('at').openCursor(null, 'prev');
  return newest?.value.ruleVersion;
}

/** Titles by id of note and key of item, for the person's own eyes: a few thousand rows. */
export async function titlesIn(db: LedgerDb): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for await (const page of pagesOf((after, count) => db.getAll('notes', after, count), 'key'))
    for (const { id, title } of page) if (title !== undefined) titles.set(id, title);
  for await (const page of itemPages(db))
    for (const { key, title } of page) if (title !== undefined) titles.set(key, title);
  return titles;
}

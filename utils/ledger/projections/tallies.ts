import type { ClickEvent, PageEvent, SightingEvent } from '../../core/events';
import type { LedgerTx, UnreadPage } from '../schema';
import { countUnread } from './summary';

/** The person's own calendar day, as it was then: `2026-11-21`. */
function dayOf(at: number, zoneMinutes: number): string {
  return new Date(at + zoneMinutes * 60_000).toISOString().slice(0, 10);
}

export async function countLink(tx: LedgerTx, event: SightingEvent | ClickEvent): Promise<void> {
  const day = dayOf(event.at, event.zoneMinutes);
  const { site, surface } = event;
  const { platform } = event.link;
  const key = [day, site, surface, platform].join('|');
  const row = (await tx.objectStore('counters').get(key)) ?? { key, day, site, surface, platform, seen: 0, clicked: 0 };
  const which = event.type === 'click' ? 'clicked' : 'seen';
  await tx.objectStore('counters').put({ ...row, [which]: row[which] + 1 });
}

export async function countPage(tx: LedgerTx, event: PageEvent): Promise<void> {
  const day = dayOf(event.at, event.zoneMinutes);
  const { where, kind } = event;
  const key = [day, where, kind].join('|');
  const row = (await tx.objectStore('coverage').get(key)) ?? { key, day, where, kind, visits: 0, unread: {} };
  const unread = { ...row.unread };
  for (const each of event.unread) {
    const what = `${each.where}: ${each.reason}`;
    unread[what] = (unread[what] ?? 0) + 1;
  }
  await tx.objectStore('coverage').put({ ...row, visits: row.visits + 1, unread });
  if (event.settled) await rememberUnread(tx, event);
}

/** What the last page of its kind could not give: one that is read in full takes the trouble off the list. */
async function rememberUnread(tx: LedgerTx, event: PageEvent): Promise<void> {
  const stored = await tx.objectStore('meta').get('unread-pages');
  const known: UnreadPage[] = stored?.key === 'unread-pages' ? stored.value : [];
  const page = `${event.where}|${event.kind}`;
  const others = known.filter((each) => each.page !== page);
  const count = event.unread.length;
  if (count === 0 && others.length === known.length) return;
  const value = count === 0 ? others : [...others, { page, count }];
  await tx.objectStore('meta').put({ key: 'unread-pages', value });
  await countUnread(
    tx,
    value.reduce((sum, each) => sum + each.count, 0),
  );
}

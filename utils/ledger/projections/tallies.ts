import type { ClickEvent, PageEvent, SightingEvent, SignalEvent } from '../../core/events';
import { countOf, countUnread } from '../../core/unread';
import type { CounterRow, LedgerTx, UnreadPage } from '../schema';
import type { Timed } from './late';
import { sumUnread } from './summary';

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

export async function countSignal(tx: LedgerTx, { at, zoneMinutes, platform, signal }: SignalEvent): Promise<void> {
  const day = dayOf(at, zoneMinutes);
  const key = [day, platform, signal, platform].join('|');
  const fresh: CounterRow = { key, day, site: platform, surface: signal, platform, seen: 0, clicked: 0 };
  const row = (await tx.objectStore('counters').get(key)) ?? fresh;
  await tx.objectStore('counters').put({ ...row, done: (row.done ?? 0) + 1 });
}

export async function countPage(tx: LedgerTx, event: Timed<PageEvent>): Promise<void> {
  const day = dayOf(event.at, event.zoneMinutes);
  const { where, kind } = event;
  const key = [day, where, kind].join('|');
  const row = (await tx.objectStore('coverage').get(key)) ?? { key, day, where, kind, visits: 0, unread: {} };
  const unread = { ...row.unread };
  for (const each of event.unread) {
    const what = `${each.where}: ${each.reason}`;
    unread[what] = (unread[what] ?? 0) + countOf(each);
  }
  await tx.objectStore('coverage').put({ ...row, visits: row.visits + (event.after ? 0 : 1), unread });
  // What comes late is not the last page of its kind.
  if (event.settled && !event.late) await rememberUnread(tx, event);
}

/** What the last page of its kind could not give: one that is read in full takes the trouble off the list. */
async function rememberUnread(tx: LedgerTx, event: PageEvent): Promise<void> {
  const stored = await tx.objectStore('meta').get('unread-pages');
  const known: UnreadPage[] = stored?.key === 'unread-pages' ? stored.value : [];
  const page = `${event.where}|${event.kind}`;
  const others = known.filter((each) => each.page !== page);
  // An end that says more of the same visit adds to what the one before said.
  const before = event.after === 'settled' ? known.find((each) => each.page === page) : undefined;
  const count = (before?.count ?? 0) + countUnread(event.unread);
  if (count === 0 && others.length === known.length) return;
  const value = count === 0 ? others : [...others, { page, count }];
  await tx.objectStore('meta').put({ key: 'unread-pages', value });
  await sumUnread(
    tx,
    value.reduce((sum, each) => sum + each.count, 0),
  );
}

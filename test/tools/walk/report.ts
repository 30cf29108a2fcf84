import { matchClicks } from './check';
import type { Expected } from './expect';
import type { Stored } from './ledger';

export interface Report {
  platforms: { platform: string; saved: number; purchased: number }[];
  items: {
    key: string;
    platform: string;
    /** `null` while nobody has said it. */
    title: string | null;
    noteId: string | null;
    state: string;
    journey: { step: string; at: number; evidence: string }[];
  }[];
  clicks: { surface: string; how: string; platform: string; key: string; stored: boolean }[];
  unmatchedPurchases: number;
  unread: number;
  failed: string[];
}

/** The form that `--json` writes. */
export function makeReport(expected: Expected, stored: Stored, failed: string[]): Report {
  const { platforms, unmatchedPurchases, unread } = stored.summary;
  const items = stored.items.map(({ key, platform, title, note, state, journey }) => ({
    key,
    platform,
    title: title ?? null,
    noteId: note?.id ?? null,
    state,
    journey,
  }));
  return { platforms, items, clicks: matchClicks(expected, stored), unmatchedPurchases, unread, failed };
}

/** The ledger as a table for people: per platform first, then the way of each item. */
export function formatReport(report: Report, unreadPages: Stored['unreadPages']): string {
  const platforms = report.platforms.map(
    ({ platform, saved, purchased }) => `${platform.padEnd(14)}${count(saved)} saved${count(purchased)} purchased`,
  );
  const items = report.items.map(
    (item) => `${item.key.padEnd(30)}${formatJourney(item.journey).padEnd(44)}${item.title ?? ''}`,
  );
  const stored = report.clicks.filter((click) => click.stored).length;
  const rest = [
    `${String(stored)} of ${String(report.clicks.length)} clicks stored`,
    `${String(report.unmatchedPurchases)} purchases from no note`,
    formatUnread(report.unread, unreadPages),
  ];
  const failed = report.failed.map((sentence) => `FAILED ${sentence}`);
  return [...platforms, '', ...items, '', ...rest, ...failed].join('\n');
}

/** The replica breaks some orders on purpose; without a word it would read as a fault of the extension. */
function formatUnread(unread: number, pages: Stored['unreadPages']): string {
  if (unread === 0) return '0 things that could not be read';
  const places = pages.map(({ page, count: each }) => `${String(each)} on ${page.replace('|', ', ')}`);
  return `${String(unread)} things that could not be read (${places.join('; ')}): orders that the replica breaks on purpose`;
}

function formatJourney(journey: Report['items'][number]['journey']): string {
  return journey.map(({ step }) => step).join(' → ');
}

function count(number: number): string {
  return String(number).padStart(4);
}

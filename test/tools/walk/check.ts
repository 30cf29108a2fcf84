import type { Expected, ExpectedClick, Step } from './expect';
import { keyOfClick, type Stored } from './ledger';

/** The walk's own list of deeds against the ledger: a sentence for each difference. */
export function findDifferences(expected: Expected, stored: Stored): string[] {
  return [
    ...[...expected.items.keys()].flatMap((key) => checkItem(expected, stored, key)),
    ...stored.items.filter(({ key }) => !expected.items.has(key)).map(({ key }) => `${key}: nobody saw this item`),
    ...checkPlatforms(expected, stored),
    ...checkClicks(expected, stored),
    ...same('purchases from no note', expected.unmatchedPurchases, stored.summary.unmatchedPurchases),
    ...checkUnread(expected, stored),
  ];
}

/** What one item lacks or has too much; nothing when all is as it should be. */
export function checkItem(expected: Expected, stored: Stored, key: string): string[] {
  const wanted = expected.items.get(key);
  const found = stored.items.find((item) => item.key === key);
  if (!wanted) return [];
  if (!found) return [`${key}: not in the ledger`];
  const platform = wanted.platforms.has(found.platform) ? [] : [`${key}: on ${found.platform}`];
  return [
    ...platform,
    ...same(`${key} note`, wanted.noteId, found.note?.id),
    ...same(`${key} journey`, sorted(wanted.steps), sorted(found.journey.map(({ step }) => step))),
    ...same(`${key} state`, stateOf(wanted.steps), found.state),
  ];
}

/** Which of the clicks made are in the ledger; each stored click answers for one. */
export function matchClicks(expected: Expected, stored: Stored): (ExpectedClick & { stored: boolean })[] {
  const rest = stored.clicks.map((click) =>
    nameClick({ ...click, ...click.link, key: keyOfClick(click, stored.aliases) }),
  );
  return expected.clicks.map((click) => {
    const at = rest.indexOf(nameClick(click));
    if (at >= 0) rest.splice(at, 1);
    return { ...click, stored: at >= 0 };
  });
}

function checkClicks(expected: Expected, stored: Stored): string[] {
  const lost = matchClicks(expected, stored).filter((click) => !click.stored);
  return [
    ...lost.map((click) => `click not stored: ${nameClick(click)}`),
    ...same('clicks', expected.clicks.length, stored.clicks.length),
  ];
}

function checkUnread({ unread }: Expected, { summary, unreadPages }: Stored): string[] {
  const pages = unreadPages.map(({ page, count }) => `${page} ${String(count)}`).join(', ');
  return same('things that could not be read', unread, summary.unread).map((words) => `${words} (${pages})`);
}

function checkPlatforms(expected: Expected, stored: Stored): string[] {
  const counts = new Map<string, { saved: number; purchased: number }>();
  for (const { key, platform } of stored.items) {
    const steps = expected.items.get(key)?.steps;
    const count = counts.get(platform) ?? { saved: 0, purchased: 0 };
    if (steps?.has('saved')) count.saved++;
    if (steps?.has('bought')) count.purchased++;
    if (count.saved + count.purchased > 0) counts.set(platform, count);
  }
  const wanted = [...counts].map(([platform, { saved, purchased }]) => nameCount({ platform, saved, purchased }));
  return same('counts per platform', sorted(wanted), sorted(stored.summary.platforms.map(nameCount)));
}

function nameCount({ platform, saved, purchased }: Stored['summary']['platforms'][number]): string {
  return `${platform} ${String(saved)}/${String(purchased)}`;
}

function nameClick({
  surface,
  how,
  platform,
  key,
}: {
  surface: string;
  how: string;
  platform: string;
  key: string;
}): string {
  return [surface, how, platform, key].join(' ');
}

function stateOf(steps: ReadonlySet<Step>): string {
  if (steps.has('dropped')) return 'dropped';
  if (steps.has('bought')) return 'bought';
  if (steps.has('saved')) return 'saved';
  if (steps.has('landed')) return 'visited';
  return steps.has('clicked') ? 'clicked' : 'seen';
}

function sorted(names: Iterable<string>): string {
  return [...names].sort().join(', ');
}

function same(what: string, expected: unknown, found: unknown): string[] {
  return expected === found ? [] : [`${what}: ${String(expected)} expected, ${String(found)} found`];
}

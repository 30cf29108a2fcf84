// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageKind, Unread } from '@/utils/core/types';
import { endAll, madeDoor, madeSite, settle, watchNote } from './made-page';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) });
  document.body.innerHTML = '<section></section>';
});
afterEach(() => {
  endAll();
  vi.useRealTimers();
});

const noCards: Unread = { where: 'cards', reason: 'no-data' };

/** What the end of a visit says, after so many ms, of a page with as many units as there are sections. */
async function leave(kind: PageKind, units: number, ms = 3_000): Promise<unknown> {
  document.body.innerHTML = '<section></section>'.repeat(units);
  const { door, rows } = madeDoor();
  const unitsOn = () => ({
    root: undefined,
    find: () => document.querySelectorAll('section'),
    keyOf: (element: Element) =>
      `card:${String(Array.from(document.querySelectorAll<Element>('section')).indexOf(element))}`,
    listed: () => undefined,
    read: () => undefined,
  });
  const { site, shown } = madeSite({ readPlace: () => ({ kind }), unitsOn });
  shown.unread = [noCards];
  watchNote(door, site);
  await settle(ms);
  window.dispatchEvent(new Event('pagehide'));
  return rows.map((row) => (row.type === 'page' ? row.unread.filter(({ where }) => where === 'cards') : row.type));
}

test.each<PageKind>(['feed', 'search', 'profile', 'board', 'shop'])('a %s without one card is told', async (kind) =>
  expect(await leave(kind, 0)).toEqual([[noCards]]),
);

test('one with cards is told by them', async () => expect(await leave('feed', 3)).toEqual([[]]));

test.each<PageKind>(['other', 'live'])('a page of kind %s need not have any', async (kind) =>
  expect(await leave(kind, 0)).toEqual([[]]),
);

test('one that was left at once says nothing', async () => expect(await leave('feed', 0, 100)).toEqual([[]]));

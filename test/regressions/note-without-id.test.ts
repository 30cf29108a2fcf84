// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endAll, madeDoor, madeSite, settle, watchNote } from '../watch/made-page';

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) }));
afterEach(() => {
  endAll();
  vi.useRealTimers();
});

// 2026-11: such a page was never read, so that what the popup showed as unread was in no count.
test('what a note without an id in its address cannot tell is counted', async () => {
  const unread = [{ where: 'note.id', reason: 'shape' as const }];
  const reading = { kind: 'note' as const, cards: [], comments: [], links: [], unread };
  const { door, rows } = madeDoor();
  const { site } = madeSite({ readPlace: () => ({ kind: 'note' }), readOpen: () => reading });
  watchNote(door, site);
  await settle(3_000);
  window.dispatchEvent(new Event('pagehide'));
  expect(rows).toMatchObject([{ type: 'page', kind: 'note', unread }]);
});

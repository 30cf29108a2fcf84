// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { gestureFilter } from '@/utils/watch/gesture';
import { restLeft } from '@/utils/watch/rest';
import { jdItem } from '../ledger/made-events';
import { changePage, endAll, madeDoor, madeSite, otherId, settle, watchNote } from '../watch/made-page';

const noon = Date.UTC(2026, 10, 22, 12);
const day = 86_400_000;

beforeEach(() => void vi.useFakeTimers({ now: noon }));
afterEach(() => {
  endAll();
  vi.useRealTimers();
});

describe('a clock that was put back', () => {
  test.each([
    ['a day back', -day, true],
    ['ten years on', 3_650 * day, true],
    ['the second event of one gesture', 300, false],
    ['the same, and the clock was set right by some ms meanwhile', -300, false],
  ])('a press of the same link, %s (%d ms): new %s', (_what, step, isNew) => {
    let now = noon;
    const isNewGesture = gestureFilter(() => now);
    expect(isNewGesture('visit', 'link')).toBe(true);
    now += step;
    expect(isNewGesture('visit', 'link')).toBe(isNew);
  });

  test('leaves no page unread until it is what it was', () => {
    const visit = { startedAt: noon, readAt: noon + 10_000 };
    expect(restLeft(visit, noon + 10_001)).toBeGreaterThan(0);
    expect(restLeft(visit, noon - day)).toBe(0);
  });

  test('leaves no link of an open note untold', async () => {
    let step = 0;
    const { door, rows } = madeDoor({ now: () => Date.now() + step });
    const { site, shown } = madeSite();
    watchNote(door, site);
    changePage();
    await settle(3_000);
    step = -day;
    shown.links = [{ surface: 'ad-link', link: jdItem, layer: 'L1', rule: 'target', verified: false }];
    changePage();
    await settle(3_000);
    expect(rows.map(({ type }) => type)).toContain('sighting');
  });

  test('does not take a note for the one before it all day long', async () => {
    let step = 0;
    const { door, rows } = madeDoor({ now: () => Date.now() + step });
    const { site, shown } = madeSite();
    shown.note = { authorId: 'author', title: 'one name for two notes' };
    watchNote(door, site);
    changePage();
    await settle(3_000);
    window.history.pushState(undefined, '', `/explore/${otherId}`);
    changePage();
    await settle(0);
    step = -day;
    shown.links = [{ surface: 'ad-link', link: jdItem, layer: 'L1', rule: 'target', verified: false }];
    changePage();
    await settle(3_000);
    expect(rows).toContainEqual(expect.objectContaining({ type: 'sighting', noteId: otherId }));
  });
});

import { describe, expect, test } from 'vitest';
import { pseudonym } from '@/utils/density/pseudonym';
import type { PageEvent } from '@/utils/core/events';
import { rowsFrom } from './collect';
import { madeTerms } from './made-terms';
import * as made from './made-rows';

const { start, minute, note } = made;
const terms = madeTerms();
const study = (domain: string, id: string) => pseudonym(terms.study.key, domain, id);

describe('a page view', () => {
  test('is a list, also when the person comes back to it from a note', async () => {
    const { page_views, exposures } = await rowsFrom([
      made.itself(0, 'v1', { durationMs: 5_000 }),
      made.card(0, 'v1'),
      made.left(5_000, 'v1'),
      made.openNote(5_000, 'v2', { durationMs: 4_000 }),
      made.left(9_000, 'v2'),
      made.itself(9_000, 'v3', { durationMs: 3_000 }),
      made.card(9_000, 'v3', { feed: 'v1' }),
      made.card(9_500, 'v3', { feed: 'v1', unit: { key: 'card:1', position: 1 } }),
      made.left(12_000, 'v3'),
    ]);
    expect(page_views).toMatchObject([
      { surface: 'explore_feed', units_loaded: 2, active_ms: 8_000, started_at: start, ended_at: start + 12_000 },
      { surface: 'note_detail', units_loaded: 1, note_h: await study('note', note), ended_at: start + 9_000 },
    ]);
    // The card was in view twice, and is one exposure.
    expect(exposures.map(({ viewport_entries }) => viewport_entries).sort()).toEqual([1, 1, 2]);
  });

  test('of which nothing but itself was seen is one all the same', async () => {
    const { page_views } = await rowsFrom([made.itself(0, 'v1', { pageKind: 'profile', durationMs: 2_000 })]);
    expect(page_views).toMatchObject([{ page_view_no: 1, surface: 'profile', units_loaded: 0, active_ms: 2_000 }]);
  });

  test('that rested for half an hour goes on as another, in the same session', async () => {
    const minutes = [0, 20, 40, 60, 80].map((at) => made.card(at * minute, 'busy'));
    const { page_views, sessions } = await rowsFrom([made.card(0, 'v1'), ...minutes, made.card(80 * minute, 'v1')]);
    expect(sessions).toMatchObject([{ page_views: 3 }]);
    expect(page_views.map(({ started_at }) => (started_at - start) / minute).sort((a, b) => a - b)).toEqual([0, 0, 80]);
  });

  test('knows how much of the way down was ads', async () => {
    const rect = (place: number): [number, number, number, number] => [0, 100 + place * 250, 200, 250];
    const cards = [0, 1, 2, 3].map((place) =>
      made.card(place, 'v1', {
        unit: {
          key: `card:${String(place)}`,
          position: place,
          rect: rect(place),
          ...(place === 2 && { signals: ['L2 ads'] }),
        },
      }),
    );
    const page = made.itself(0, 'v1', { reachedPx: 1_100 });
    const { page_views } = await rowsFrom([page, ...cards]);
    expect(page_views).toMatchObject([
      { content_height_px: 1_000, ad_height_px: 250, height_density: 0.25, area_density: 0.25, ads_loaded: 1 },
    ]);
    expect((await rowsFrom(cards)).page_views).toMatchObject([{ content_height_px: null, height_density: null }]);
  });

  test('counts what it could not read', async () => {
    const unread = [
      { where: 'cards', reason: 'shape' as const },
      { where: 'comments', reason: 'no-data' as const, count: 30 },
      { where: 'units', reason: 'shape' as const, count: 19_000 },
    ];
    const { page_views, quality } = await rowsFrom([made.card(0, 'v1'), made.left(900, 'v1', unread)]);
    expect(page_views).toMatchObject([{ notes_unparsed: 19_031 }]);
    expect(quality).toMatchObject([
      { surface: 'explore_feed', units_seen: 1, units_classified: 1, unmatched_selectors: 30, errors: 19_001 },
    ]);
  });
});

describe('an ad blocker', () => {
  const page = (at: number, visit: string, blocker?: boolean): PageEvent => ({
    ...made.left(at, visit),
    ...(blocker !== undefined && { blocker }),
  });
  const suspected = async (...events: PageEvent[]) =>
    (await rowsFrom([made.card(0, 'v1'), ...events])).quality.map((row) => [row.day, row.adblock_suspected]);
  const [dayMs, first] = [86_400_000, start - (start % 86_400_000)];

  test.each([
    ['nothing told', [undefined, undefined], null],
    ['no sign', [undefined, false, undefined], false],
    ['one page of many on which ads were hidden', [false, true, false, undefined], true],
  ])('%s', async (_what, seen, expected) => {
    const pages = seen.map((blocker, index) => page(1_000 + index, `v${String(index + 1)}`, blocker));
    expect(await suspected(...pages)).toEqual([[first, expected]]);
  });

  test('says so of its own day alone', async () => {
    expect(await suspected(page(900, 'v1', true), page(dayMs, 'v2', false))).toEqual([
      [first, true],
      [first + dayMs, false],
    ]);
  });

  test('is told of the rules that read the page', async () => {
    const event = { ...page(900, 'v1', true), ruleVersion: '2026-10-01.2' };
    const { quality } = await rowsFrom([made.card(0, 'v1', { ruleVersion: '2026-11-01.1' }), event]);
    expect(quality.map((row) => [row.detector_version, row.adblock_suspected])).toEqual([
      ['2026-10-01.2', true],
      ['2026-11-01.1', null],
    ]);
  });
});

describe('a session', () => {
  test.each([
    [30 * minute, 1],
    [30 * minute + 1, 2],
  ])('after a break of %d ms there are %d', async (gap, count) => {
    const { sessions } = await rowsFrom([made.card(0, 'v1'), made.card(1_000 + gap, 'v2')]);
    expect(sessions).toHaveLength(count);
  });

  test('has the size that the window had', async () => {
    const { sessions } = await rowsFrom([made.itself(0, 'v1'), made.card(0, 'v1'), made.card(5_000, 'v1')]);
    expect(sessions).toMatchObject([
      { viewport_w: 1_440, viewport_h: 900, started_at: start, ended_at: start + 6_000, exposures: 1, logged_in: null },
    ]);
  });

  test('a page that stands open through the night prolongs none', async () => {
    const night = {
      states: [
        { afterMs: 0, ratio: 1, active: true },
        { afterMs: minute, ratio: 1, active: false },
      ],
    };
    const { sessions } = await rowsFrom([
      made.card(0, 'v1', { ...night, durationMs: 600 * minute }),
      made.card(600 * minute, 'v2'),
    ]);
    expect(sessions).toMatchObject([{ ended_at: start + minute }, { started_at: start + 600 * minute }]);
  });
});

import { describe, expect, test } from 'vitest';
import { isoWeek, mondayOf } from '@/utils/export/rows/week';
import { rowsFrom } from './collect';
import { exportedAt, madeTerms } from './made-terms';
import * as made from './made-rows';

const { start, minute } = made;

describe('what may leave', () => {
  test('nothing from before the person agreed, nor from after the end', async () => {
    const observedFrom = start + 10_000;
    const term = madeTerms({ participant: { observedFrom, observedTo: start + 20_000 } });
    const rows = await rowsFrom(
      [made.card(0, 'v1'), made.card(12_000, 'v2'), made.want(25_000, true)],
      [made.order(0), made.order(15_000, { orderKey: 'jd:b' })],
      term,
    );
    expect(rows.exposures).toHaveLength(1);
    expect(rows.orders).toHaveLength(1);
    expect(rows.actions).toEqual([]);
  });

  test('only the tables that the study asks for', async () => {
    const rows = await rowsFrom(
      [made.card(0, 'v1')],
      [made.order(0)],
      madeTerms({ study: { tables: ['page_views'] } }),
    );
    const filled = Object.entries(rows).flatMap(([table, { length }]) => (length > 0 ? [table] : []));
    expect(filled).toEqual(['participants', 'page_views', 'quality']);
  });

  test('sums alone at T0, and no small ones', async () => {
    const visits = Array.from({ length: 5 }, (_visit, place) => [
      made.card(place * 60 * minute, `v${String(place)}`, { unit: { signals: place < 2 ? ['L2 ads'] : [] } }),
    ]).flat();
    const rows = await rowsFrom(visits, [made.order(0)], madeTerms({ study: { tier: 'T0' } }));
    expect([rows.exposures, rows.page_views, rows.orders, rows.actions, rows.links]).toEqual([[], [], [], [], []]);
    expect(rows.aggregates).toContainEqual(
      expect.objectContaining({
        ...{ period: '2026-W45', surface: 'explore_feed', metric: 'ad_load', numerator: 2, denominator: 5 },
        ...{ clusters: 5, suppressed: null },
      }),
    );
    const few = await rowsFrom(visits.slice(1), [], madeTerms({ study: { tier: 'T0' } }));
    expect(few.aggregates).toContainEqual(
      expect.objectContaining({
        metric: 'ad_load',
        surface: 'all',
        numerator: null,
        denominator: null,
        clusters: 0,
        suppressed: 'primary',
      }),
    );
  });
});

describe('how well the readers did, at T0', () => {
  const dayMs = 24 * 60 * minute;
  /** One list a session, on so many days one after another from a Monday on, of so many cards. */
  const lists = (pageKind: 'feed' | 'search' | 'profile', days: number, cards = 1) =>
    Array.from({ length: days }, (_day, day) =>
      Array.from({ length: cards }, (_card, place) =>
        made.card(day * dayMs, `${pageKind}${String(day)}`, {
          pageKind,
          unit: { key: `card:${String(place)}`, position: place },
        }),
      ),
    ).flat();
  const byTime = <T extends { at: number }>(events: T[]) => events.sort((a, b) => a.at - b.at);
  const qualityOf = async (tier: 'T0' | 'T1', ...events: Parameters<typeof rowsFrom>[0][number][]) => {
    const { quality } = await rowsFrom(byTime([...events]), [made.order(0)], madeTerms({ study: { tier } }));
    return quality.map(({ day, surface, units_seen }) => [
      new Date(day).toISOString().slice(0, 10),
      surface,
      units_seen,
    ]);
  };

  test('is told by the week, of five sessions at least, and never by the day', async () => {
    const evenings = lists('feed', 6, 3);
    expect(await qualityOf('T0', ...evenings)).toEqual([['2026-11-02', 'explore_feed', 18]]);
    expect((await qualityOf('T1', ...evenings)).filter(([, surface]) => surface === 'explore_feed')).toHaveLength(6);
    expect(await qualityOf('T0', ...lists('feed', 4, 3))).toEqual([]);
  });

  test('says nothing of the next smallest either where one alone is held back', async () => {
    const most = lists('feed', 7);
    expect(await qualityOf('T0', ...most, ...lists('search', 5))).toHaveLength(2);
    expect(await qualityOf('T0', ...most, ...lists('search', 5), ...lists('profile', 1))).toEqual([
      ['2026-11-02', 'explore_feed', 7],
    ]);
  });

  test('a page without units hides no other one', async () => {
    const shop = made.left(0, 'shop');
    const events = [
      ...lists('feed', 7),
      ...lists('search', 5),
      ...lists('profile', 1),
      { ...shop, kind: 'item' as const },
    ];
    expect(await qualityOf('T0', ...events)).toEqual([['2026-11-02', 'explore_feed', 7]]);
  });

  test('nor does it tell of a week that one session makes up', async () => {
    const long = lists('feed', 1, 60);
    expect(await qualityOf('T0', ...long, ...lists('feed', 7).slice(1))).toEqual([]);
  });

  test.each([
    [Date.UTC(2026, 10, 2), Date.UTC(2026, 10, 2)],
    [Date.UTC(2026, 10, 8, 23, 59, 59, 999), Date.UTC(2026, 10, 2)],
    [Date.UTC(2026, 10, 9), Date.UTC(2026, 10, 9)],
    [Date.UTC(2027, 0, 1), Date.UTC(2026, 11, 28)],
  ])('the week of %d begins on %d', (at, monday) => expect(mondayOf(at)).toBe(monday));
});

describe('a sum that tells of one session', () => {
  /** A session an hour, with so many ads and so many other cards each. */
  const evenings = (...shown: [ads: number, others: number][]) =>
    shown.flatMap(([ads, others], session) =>
      Array.from({ length: ads + others }, (_card, place) =>
        made.card(session * 60 * minute, `v${String(session)}`, {
          unit: { key: `card:${String(place)}`, position: place, signals: place < ads ? ['L2 ads'] : [] },
        }),
      ),
    );
  const adLoadOf = async (...shown: [number, number][]) =>
    (await rowsFrom(evenings(...shown), [], madeTerms({ study: { tier: 'T0' } }))).aggregates.find(
      ({ metric, surface }) => metric === 'ad_load' && surface === 'all',
    );
  const few: [number, number][] = [
    [1, 9],
    [1, 9],
    [1, 9],
    [0, 10],
  ];

  test.each([
    ['of five, one has 17 of 20 ads', [17, 3], { numerator: 20, denominator: 60, clusters: 5, suppressed: null }],
    ['one has more than that', [18, 3], { numerator: null, denominator: null, clusters: 0, suppressed: 'primary' }],
    ['one has nearly all the cards', [1, 230], { numerator: null, denominator: null, clusters: 0 }],
  ] as const)('%s', async (_what, [ads, others], wanted) => {
    expect(await adLoadOf(...few, [ads, others])).toMatchObject(wanted);
  });
});

test('a withdrawal leaves its own row', async () => {
  const { participants } = await rowsFrom([], [], madeTerms({ participant: { withdrawnAt: start } }));
  expect(participants).toMatchObject([
    {
      withdrawn_at: start,
      tier: 'T1',
      schema_version: '1.0.0',
      exported_at: exportedAt,
      rows_dropped: 0,
      redactions: 0,
    },
  ]);
});

test.each([
  [Date.UTC(2026, 10, 2), '2026-W45'],
  [Date.UTC(2026, 10, 8, 23), '2026-W45'],
  [Date.UTC(2027, 0, 1), '2026-W53'],
  [Date.UTC(2027, 0, 4), '2027-W01'],
  [Date.UTC(2024, 11, 30), '2025-W01'],
])('%d is in %s', (at, week) => expect(isoWeek(at)).toBe(week));

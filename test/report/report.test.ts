import { describe, expect, test } from 'vitest';
import type { Estimate, Middle } from '@/utils/core/density-report';
import { adLoad } from '@/utils/density/ad-load';
import { studentT } from '@/utils/core/student-t';
import { estimateOf } from '@/utils/density/estimate';
import { isAd, isKnown } from '@/utils/density/classes';
import { adPositions } from '@/utils/density/positions';
import { sum } from '@/utils/core/numbers';
import { openBundle } from '@/utils/export/read/bundle';
import { densityTally } from '@/utils/report';
import type { Row, TableRow } from '@/utils/export/tables';
import { bundleFile, rowsFrom, rowsOf } from '../export/collect';
import { madeTerms } from '../export/made-terms';
import * as made from '../export/made-rows';
import { simulate, sourceOf } from '../export/simulate';

const options = { zoneMinutes: 480, device: 'desktop' } as const;
const life = simulate({ seed: 11, sessions: 20, cards: 30, comments: 8, adShare: 0.3 });
type Rows = Awaited<ReturnType<typeof rowsOf>>;

function reportOf(rows: Rows) {
  const tally = densityTally(options);
  for (const table of ['page_views', 'exposures', 'links'] as const)
    for (const row of rows[table]) tally.add({ table, row, at: 0 } as TableRow);
  return tally.report();
}

const rows = await rowsOf(sourceOf(life));
const report = reportOf(rows);
const cards = rows.exposures.filter((row) => row.unit_kind === 'note_card');

function valueOf(estimate: Estimate | Middle): number {
  if (estimate.state === 'few' || estimate.value === null) throw new Error('There are enough.');
  return estimate.value;
}

describe('figures of a life', () => {
  const units = cards.map((row) => ({ kind: row.unit_kind, class: row.ad_class, viewable: row.viewable }));
  const load = adLoad(units);

  test('the ad load is that of the metric', () => {
    expect(valueOf(report.load.loaded)).toBeCloseTo(load.ad_load_notes ?? -1, 12);
    expect(valueOf(report.load.viewable)).toBeCloseTo(load.ad_load_viewable_notes ?? -1, 12);
    expect(report.load.viewable).toMatchObject({ units: load.viewable_notes, clusters: 20 });
  });

  test('groups add up, and classes are of the whole', () => {
    for (const groups of [report.load.byPage, report.load.byRole, report.load.byDay])
      expect(groups.reduce((sum, { loaded }) => sum + loaded.units, 0)).toBe(load.notes);
    const shares = report.load.byClass.filter(({ name }) => name !== 'none').map(({ share }) => valueOf(share));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(load.ad_load_viewable_notes ?? -1, 12);
  });

  test('what is known and what is not is said', () => {
    expect(report.units).toBe(rows.exposures.length);
    expect(report.known).toBe(rows.exposures.filter((row) => isKnown({ class: row.ad_class })).length);
    expect(report.known).toBeLessThan(report.units);
    expect([report.sessions, report.rules]).toEqual([20, ['2026-11-01.1']]);
  });

  test('days on which ads were hidden are counted among those that tell', () => {
    expect(report.blocked).toEqual({ days: 0, of: 0 });
    const tally = densityTally(options);
    const [day] = rows.quality;
    if (!day) throw new Error('There is one.');
    for (const [days, surface, adblock_suspected] of [
      [0, 'explore_feed', null],
      [1, 'explore_feed', false],
      [2, 'explore_feed', true],
      [2, 'note_detail', false],
      [3, 'explore_feed', false],
    ] as const)
      tally.add({ table: 'quality', row: { ...day, day: days * 86_400_000, surface, adblock_suspected }, at: 0 });
    expect(tally.report().blocked).toEqual({ days: 1, of: 3 });
  });

  test('positions, times and heights are there', () => {
    expect(report.positions).toMatchObject({ pages: 20, isEnough: true });
    const ads = cards.filter((row) => isAd({ class: row.ad_class }));
    const time = (of: readonly Row<'exposures'>[]) => of.reduce((sum, row) => sum + row.visible50_ms, 0);
    const known = rows.exposures.filter((row) => isKnown({ class: row.ad_class }));
    const allAds = known.filter((row) => isAd({ class: row.ad_class }));
    expect(valueOf(report.attention.time)).toBeCloseTo(time(allAds) / time(known), 12);
    expect(report.page).toMatchObject({ pages: 20, line: 0.5, height: { state: 'known', clusters: 20 } });
    expect(valueOf(report.page.height)).toBeGreaterThan(0);
    expect(ads.length).toBeGreaterThan(0);
  });

  test('links are of the notes that were opened, and of the comments that were seen', () => {
    const notes = rows.page_views.filter(({ surface }) => surface === 'note_detail');
    const withAdLink = new Set(
      rows.links.filter(({ link_kind }) => link_kind === 'ad_link').map(({ page_view_no }) => page_view_no),
    );
    expect(report.links.notes.find(({ name }) => name === 'ad_link')?.share).toMatchObject({
      units: notes.length,
      part: withAdLink.size,
    });
    expect(report.links.comments.units).toBe(notes.reduce((sum, row) => sum + (row.comments_seen ?? 0), 0));
    const linked = { value: 1, units: rows.links.length, high: 1 };
    expect(report.links.platforms).toEqual([{ name: 'jd', share: expect.objectContaining(linked) as Estimate }]);
    expect(report.links.concentration).toMatchObject(linked);
    // All links of some sessions led to one platform: that is no proof that all do.
    expect(report.links.concentration.state === 'known' && report.links.concentration.low).toBeLessThan(0.8);
  });

  test('gaps, shares of the first and rates are those of the metrics, with intervals', () => {
    const lists = new Map<number, { n: number; ads: number[]; unknown: number[] }>();
    for (const row of cards) {
      const list = lists.get(row.page_view_no) ?? { n: 0, ads: [], unknown: [] };
      lists.set(row.page_view_no, list);
      list.n += 1;
      const placed = isAd({ class: row.ad_class }) ? list.ads : list.unknown;
      if (row.ad_class !== 'none') placed.push(row.position ?? -1);
    }
    const firsts = [...lists.values()].map(({ ads, unknown }) => [
      ads.filter((place) => place <= 10).length,
      10 - unknown.filter((place) => place <= 10).length,
    ]);
    const { gaps } = adPositions(Object.fromEntries(lists));
    const { positions, attention, links } = report;
    expect(valueOf(positions.gaps.mean)).toBeCloseTo(gaps.mean ?? -1, 12);
    expect(valueOf(positions.gaps.median)).toBe(gaps.median);
    expect(valueOf(positions.gaps.adjacent)).toBeCloseTo(gaps.share_adjacent ?? -1, 12);
    const [ads, places] = [0, 1].map((of) => sum(firsts.map((pair) => pair[of] ?? 0)));
    expect(places).toBeLessThan(10 * lists.size);
    expect(valueOf(positions.firsts[1]!.share)).toBeCloseTo((ads ?? -1) / (places ?? 1), 12);
    const hours = sum(rows.page_views.map(({ active_ms }) => active_ms)) / 3_600_000;
    const seen = rows.exposures.filter((row) => row.viewable && isAd({ class: row.ad_class })).length;
    expect(valueOf(attention.perHour)).toBeCloseTo(seen / hours, 6);
    const blue = rows.links.filter(({ link_kind }) => link_kind === 'blue_link').length;
    const comments = sum(rows.page_views.map(({ comments_seen }) => comments_seen ?? 0));
    expect(valueOf(links.per100)).toBeCloseTo((100 * blue) / comments, 9);
    expect(links.posters.map(({ name, share }) => [name, share.units])).toEqual([['other_user', blue]]);
    for (const { clusters } of [positions.median, positions.gaps.median, attention.perHour, links.comments])
      expect(clusters).toBe(20);
  });

  test('one long list among many short ones gives no share of its first twenty', () => {
    const short = rows.exposures.filter(
      (row) => row.page_view_no === cards[0]?.page_view_no || (row.position ?? 0) <= 8,
    );
    const { positions } = reportOf({ ...rows, exposures: short });
    expect(positions.firsts.map(({ pages, share }) => [pages, share.state])).toEqual([
      [20, 'known'],
      [1, 'few'],
      [1, 'few'],
    ]);
  });

  test('the same come from an export that is opened again', async () => {
    const { file } = await bundleFile(sourceOf(life), madeTerms(), { format: 'parquet' });
    const opened = await openBundle(file);
    const back = { page_views: [], exposures: [], links: [] } as Record<string, unknown[]>;
    for (const table of ['page_views', 'exposures', 'links'] as const)
      for await (const page of opened.rows(table)) back[table]?.push(...page);
    expect(reportOf(back as unknown as Rows)).toEqual(report);
  });
});

test.each([
  [480, ['2026-11-03', '2026-11-04']], // Shanghai's midnight is 16:00 UTC
  [0, ['2026-11-03']],
])('days are the person’s own: at UTC+%d min a minute around 16:00 UTC is %j', async (zoneMinutes, days) => {
  const midnight = Date.UTC(2026, 10, 3, 16) - made.start;
  const { exposures } = await rowsFrom([made.card(midnight - 1, 'v'), made.card(midnight, 'w')]);
  const tally = densityTally({ ...options, zoneMinutes });
  for (const row of exposures) tally.add({ table: 'exposures', row, at: 0 });
  expect(tally.report().load.byDay.map(({ name }) => name)).toEqual(days);
});

describe('too few', () => {
  test.each<[string, [number, number][]]>([
    ['nothing', []],
    ['four sessions', Array(4).fill([10, 100])],
    ['nineteen units', Array.from({ length: 5 }, (_one, place) => [1, place < 4 ? 4 : 3])],
    ['sessions without units', [[0, 0], [0, 0], ...Array(4).fill([1, 10])]],
  ])('%s: no number', (_what, pairs) => {
    const estimate = estimateOf(pairs.map(([ads, units]) => ({ ads, units })));
    expect(Object.keys(estimate).sort()).toEqual(['clusters', 'state', 'units']);
  });

  test('twenty lists of four sessions are four sessions: no curve', () => {
    const in4 = rows.exposures.map((row) => ({ ...row, session_no: row.session_no % 4 }));
    const { positions } = reportOf({ ...rows, exposures: in4 });
    expect(positions).toMatchObject({ pages: 20, sessions: 4, isEnough: false, median: { state: 'few' } });
  });

  test('an empty ledger has no figure', () => {
    const empty = densityTally(options).report();
    expect(empty).toMatchObject({
      units: 0,
      sessions: 0,
      load: { loaded: { state: 'few' } },
      positions: { isEnough: false },
    });
    expect(empty).not.toHaveProperty('from');
  });
});

describe('intervals', () => {
  test.each([
    [4, 2.776445],
    [5, 2.570582],
    [9, 2.262157],
    [19, 2.093024],
    [99, 1.984217],
  ])('t with %d degrees of freedom', (freedom, t) => expect(studentT(freedom)).toBeCloseTo(t, 2));

  test('are those of the clusters, and never leave 0 to 1', () => {
    const clusters = [3, 1, 6, 0, 12].map((ads, place) => ({ ads, units: [20, 30, 25, 40, 60][place] ?? 0 }));
    expect(estimateOf(clusters)).toMatchObject({
      value: 22 / 175,
      low: expect.any(Number) as number,
      units: 175,
      clusters: 5,
    });
    const wide = estimateOf(
      [
        [0, 10],
        [10, 10],
        [0, 10],
        [10, 10],
        [0, 10],
      ].map(([ads = 0, units = 0]) => ({ ads, units })),
    );
    expect(wide).toMatchObject({ state: 'known', low: 0, high: expect.closeTo(1, 1) as number });
  });

  test('clusters that all agree promise no certainty', () => {
    const none = estimateOf(Array.from({ length: 6 }, () => ({ ads: 0, units: 10 })));
    expect(none).toMatchObject({ value: 0, low: 0 });
    expect(none.state === 'known' && none.high).toBeGreaterThan(0.2);
  });
});

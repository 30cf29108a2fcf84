import { describe, expect, test } from 'vitest';
import type { TableName } from '@/utils/export/tables';
import type { AnyRow } from '@/utils/export/tables/columns';
import { bundleReport } from '@/utils/report/of-bundle';
import { rowsFrom, rowsOf } from '../export/collect';
import * as made from '../export/made-rows';
import { simulate, sourceOf } from '../export/simulate';

type Tables = Partial<Record<string, AnyRow[]>>;
const life = simulate({ seed: 5, sessions: 8, cards: 20, comments: 4, adShare: 0.3 });
const whole = await rowsOf(sourceOf(life));

function bundleOf(tables: Tables) {
  return {
    files: Object.entries(tables).map(([table, rows = []]) => ({
      table: table as TableName,
      path: table,
      rows: rows.length,
    })),
    rows: async function* (table: string) {
      yield tables[table] ?? [];
    },
  };
}

const reportOf = (change: Tables = {}) => bundleReport(bundleOf({ ...(whole as unknown as Tables), ...change }));
const sound = await reportOf();

test('a sound export leaves nothing out', () => {
  expect(sound).toMatchObject({ leftOut: 0, repeated: 0 });
  expect(sound.report.units).toBe(whole.exposures.length);
});

describe('rows of another version', () => {
  test('a column that came later may be missing where it may be empty', async () => {
    const older = whole.exposures.map(({ grid_column: _column, label_visible: _visible, ...row }) => row);
    const { report, leftOut } = await reportOf({ exposures: older });
    expect(leftOut).toBe(0);
    expect(report.load).toEqual(sound.report.load);
  });

  test('one that lacks what it must have is left out, and counted', async () => {
    const older = whole.exposures.map(({ ad_class, ...row }, place) => (place < 7 ? row : { ...row, ad_class }));
    const { report, leftOut } = await reportOf({ exposures: older });
    expect([leftOut, report.units]).toEqual([7, whole.exposures.length - 7]);
  });

  test('words that nobody here knows are not taken for anything', async () => {
    const newer = whole.exposures.map((row, place) =>
      place % 4 ? row : { ...row, ad_class: 'hologram_ad', author_role: 'bot', unit_kind: row.unit_kind },
    );
    const { report } = await reportOf({ exposures: newer });
    expect(report.units).toBe(sound.report.units);
    expect(report.known).toBe(
      newer.filter(({ ad_class }) => ad_class !== 'hologram_ad' && ad_class !== 'unknown').length,
    );
    expect(report.load.byClass.map(({ name }) => name)).toEqual([
      'platform_ad',
      'disclosed',
      'commercial_link',
      'none',
    ]);
  });
});

test('a denominator that nobody counted is in no share', async () => {
  const uncounted = whole.page_views.map((row) => ({ ...row, comments_seen: null, height_density: null }));
  const { report } = await reportOf({ page_views: uncounted });
  expect(report.links.comments).toEqual({ state: 'few', units: 0, clusters: 0 });
  expect(report.links.per100.state).toBe('few');
  expect(report.page).toMatchObject({ pages: 0, height: { state: 'few' } });
  expect(report.load).toEqual(sound.report.load);
});

test('an export that was put in twice counts once', async () => {
  const twice = (rows: readonly AnyRow[]) => [...rows, ...rows];
  const again = await reportOf({
    exposures: twice(whole.exposures),
    page_views: twice(whole.page_views),
    links: twice(whole.links),
  });
  expect(again.report).toEqual(sound.report);
  expect(again.repeated).toBe(whole.exposures.length + whole.page_views.length + whole.links.length);
});

test('of two exports of one row the newer one counts, wherever it stands', async () => {
  const later = <T extends AnyRow>(row: T) => ({ ...row, exported_at: Number(row['exported_at']) + 60_000 });
  const stale = (row: (typeof whole.exposures)[number]) => ({ ...row, ad_class: 'none' as const, viewable: false });
  const [old, young] = [whole.exposures.slice(0, 40).map(stale), whole.exposures.map(later)];
  const participants = [...whole.participants, ...whole.participants.map(later)];
  for (const exposures of [
    [...old, ...young],
    [...young, ...old],
  ]) {
    const again = await reportOf({ participants, exposures });
    expect(again.repeated).toBe(40);
    expect(again.report.load).toEqual(sound.report.load);
  }
});

test('rows of an export that no participant’s row names count after those of one that does', async () => {
  const at = Number(whole.participants[0]?.exported_at);
  const participants = [...whole.participants, ...whole.participants.map((row) => ({ ...row, exported_at: at + 9 }))];
  const unnamed = whole.exposures.map((row) => ({ ...row, exported_at: at - 5, viewable: false }));
  const again = await reportOf({ participants, exposures: [...unnamed, ...whole.exposures] });
  expect([again.repeated, again.report.load]).toEqual([unnamed.length, sound.report.load]);
});

test('rows of somebody who withdrew are in no figure, and those of others stay', async () => {
  const other = { participant_id: 'p-other' };
  const twoOf = (rows: readonly AnyRow[]) => [...rows, ...rows.map((row) => ({ ...row, ...other }))];
  const both = Object.fromEntries(Object.entries(whole).map(([table, rows]) => [table, twoOf(rows as AnyRow[])]));
  expect((await reportOf(both)).report.units).toBe(2 * whole.exposures.length);
  const withdrawals = whole.participants.map((row) => ({ ...row, ...other, withdrawn_at: row.exported_at }));
  for (const participants of [
    [...(both['participants'] ?? []), ...withdrawals],
    [...withdrawals, ...whole.participants],
  ])
    expect(await reportOf({ ...both, participants })).toEqual(sound);
  const apart = withdrawals.map((row) => ({ ...row, study_id: 'another-study' }));
  expect((await reportOf({ ...both, participants: apart })).report.units).toBe(2 * whole.exposures.length);
});

test('a number that is none is left out', async () => {
  const odd = whole.exposures.map((row, place) => (place < 3 ? { ...row, exposure_no: 'x' } : row));
  expect(await reportOf({ exposures: odd as unknown as AnyRow[] })).toMatchObject({ leftOut: 3, repeated: 0 });
});

test('an ad blocker that the export tells of is told', async () => {
  const quality = whole.quality.map((row, place) => ({ ...row, adblock_suspected: place === 0 }));
  const { report } = await reportOf({ quality });
  expect(report.blocked).toEqual({ days: 1, of: new Set(quality.map(({ day }) => day)).size });
});

test('a clock that jumps back makes no negative time and loses no row', async () => {
  const jumping = [made.card(0, 'v'), made.card(5_000, 'v', { unit: { key: 'card:1' } }), made.card(-3_600_000, 'w')];
  const rows = await rowsFrom(jumping);
  expect(rows.exposures).toHaveLength(3);
  for (const row of rows.exposures) expect(row.visible50_ms).toBeGreaterThanOrEqual(0);
  for (const row of rows.sessions) expect(row.ended_at).toBeGreaterThanOrEqual(row.started_at);
  const { report } = await bundleReport(bundleOf(rows as unknown as Tables));
  expect(report).toMatchObject({ units: 3, from: made.start - 3_600_000 });
});

test('nothing at all gives no figure and no error', async () => {
  const { report, leftOut } = await bundleReport(bundleOf({}));
  expect([report.units, leftOut, report.load.viewable.state]).toEqual([0, 0, 'few']);
});

import { expect, test } from 'vitest';
import { rowsOf } from './collect';
import { simulate, sourceOf } from './simulate';

const life = simulate({ seed: 3, sessions: 8, cards: 30, comments: 5, adShare: 0.3 });
const rows = await rowsOf(sourceOf(life));

test('every unit that was shown comes back as it truly was', () => {
  const key = (...cells: unknown[]) => cells.join('|');
  const truth = life.truth.map((unit) =>
    key(unit.adClass, unit.position, unit.viewable, unit.visible50Ms, Math.round(unit.pixelMs)),
  );
  const told = rows.exposures.map((row) => {
    const position = row.unit_kind === 'note_card' ? row.position : undefined;
    return key(row.ad_class, position, row.viewable, row.visible50_ms, Math.round(row.pixel_ms));
  });
  expect(told.sort()).toEqual(truth.sort());
});

test('a list is a page view, and sessions hold what they held', () => {
  const lists = new Set(life.truth.map(({ list }) => list));
  expect(rows.page_views).toHaveLength(lists.size);
  expect(rows.sessions).toHaveLength(8);
  expect(rows.sessions.reduce((sum, { exposures }) => sum + exposures, 0)).toBe(life.truth.length);
});

test('numbers join the tables', () => {
  const numbers = (rows: readonly object[], name: string) =>
    new Set(rows.map((row) => Reflect.get(row, name) as unknown));
  const pages = numbers(rows.page_views, 'page_view_no');
  const units = numbers(rows.exposures, 'exposure_no');
  expect([pages.size, units.size]).toEqual([rows.page_views.length, rows.exposures.length]);
  expect(rows.exposures.every(({ page_view_no }) => pages.has(page_view_no))).toBe(true);
  expect(rows.links.every(({ exposure_no }) => units.has(exposure_no))).toBe(true);
  const clicks = rows.actions.filter(({ action }) => action === 'click');
  expect(clicks.length).toBeGreaterThan(0);
  expect(clicks.every(({ link_no }) => numbers(rows.links, 'link_no').has(link_no))).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { pseudonym } from '@/utils/density/pseudonym';
import { rowsFrom } from './collect';
import { madeTerms } from './made-terms';
import * as made from './made-rows';

const { start, note } = made;
const terms = madeTerms();
const study = (domain: string, id: string) => pseudonym(terms.study.key, domain, id);

describe('a unit', () => {
  test('of several stays is one row, with sums, entries and the longest run', async () => {
    const { exposures } = await rowsFrom([
      made.card(0, 'v1', { durationMs: 600 }),
      made.card(2_000, 'v1', { entry: 2, durationMs: 800 }),
      // The same stay, told in two parts: its run is one.
      made.card(5_000, 'v1', { entry: 3, durationMs: 700 }),
      made.card(5_700, 'v1', { entry: 3, part: 1, durationMs: 700 }),
    ]);
    expect(exposures).toHaveLength(1);
    expect(exposures[0]).toMatchObject({
      ...{ viewport_entries: 3, any_visible_ms: 2_800, visible50_ms: 2_800, max_continuous50_ms: 1_400 },
      ...{ viewable: true, viewable_at: start + 6_000, viewable_rule: 'mrc_display_50_1s', exposed70_3s: false },
      ...{ rendered_at: start, first_visible_at: start, position: 1, unit_kind: 'note_card', surface: 'explore_feed' },
    });
  });

  test('that was loaded and never shown is counted, and was not seen', async () => {
    const { exposures, page_views } = await rowsFrom([
      made.card(0, 'v1'),
      made.card(0, 'v1', { unit: { key: 'card:1', position: 1 }, entry: 0, states: [], durationMs: 0 }),
    ]);
    expect(exposures[1]).toMatchObject({
      viewport_entries: 0,
      first_visible_at: null,
      any_visible_ms: 0,
      viewable: false,
    });
    expect(page_views).toMatchObject([{ units_loaded: 2, units_viewable: 1 }]);
  });

  test('without the focus no time passes', async () => {
    const states = [
      { afterMs: 0, ratio: 1, active: false },
      { afterMs: 3_000, ratio: 1, active: true },
    ];
    const { exposures, page_views } = await rowsFrom([made.card(0, 'v1', { states, durationMs: 3_500 })]);
    expect(exposures).toMatchObject([{ any_visible_ms: 500, viewable: false }]);
    expect(page_views).toMatchObject([{ active_ms: 500 }]);
  });

  test('that was clicked is viewable from then on', async () => {
    const { exposures } = await rowsFrom([made.card(0, 'v1', { durationMs: 300, clickedAfterMs: 200 })]);
    expect(exposures).toMatchObject([{ viewable: true, viewable_rule: 'click', viewable_at: start + 200 }]);
  });

  test('with a film counts as one while it runs', async () => {
    const states = [
      { afterMs: 0, ratio: 1, active: true, playing: false },
      { afterMs: 1_500, ratio: 1, active: true, playing: true },
    ];
    const unit = { media: 'video' } as const;
    const film = (durationMs: number) => rowsFrom([made.openNote(0, 'v1', { states, durationMs, unit })]);
    expect((await film(3_400)).exposures).toMatchObject([{ viewable: false, media: 'video' }]);
    expect((await film(3_500)).exposures).toMatchObject([{ viewable: true, viewable_rule: 'mrc_video_50_2s' }]);
  });

  test.each([
    [{ label: { text: '赞助', kind: 'equivalent' } }, 'platform_ad', 'equivalent', '赞助'],
    [{ signals: ['L2 model_type'] }, 'platform_ad', 'none', null],
    [{ signals: ['L4 ad-host'] }, 'platform_ad', 'none', null],
    [{ label: { text: '品牌合作', kind: 'declared' } }, 'disclosed', 'declared', '品牌合作'],
    [{ signals: ['L2 goods_info'] }, 'commercial_link', 'none', null],
    [{ surfaces: ['goods-card'] }, 'commercial_link', 'none', null],
    [{}, 'none', 'none', null],
    [{ kind: 'other' }, 'unknown', 'unknown', null],
  ] as const)('%j is %s', async (unit, ad_class, ...[label_kind, label_text]) => {
    const { exposures } = await rowsFrom([made.card(0, 'v1', { unit: unit as object })]);
    expect(exposures).toMatchObject([{ ad_class, label_kind, label_text }]);
  });

  test.each([
    [{ label: 0.5, ms: 1_000 }, true],
    [{ label: 0.5, ms: 999 }, false],
    [{ label: 0.48, ms: 5_000 }, false],
    [{ ms: 5_000 }, null],
  ])('a label in view %j was seen: %s', async ({ ms, ...look }, label_visible) => {
    const states = [{ afterMs: 0, ratio: 1, active: true, ...look }];
    const unit = { label: { text: '广告', kind: 'statutory' as const } };
    const stays = [made.card(0, 'v1', { states, durationMs: ms, clickedAfterMs: 10, unit })];
    expect((await rowsFrom(stays)).exposures).toMatchObject([{ label_visible, viewable: true }]);
    expect((await rowsFrom([made.card(0, 'v1', { states, durationMs: ms })])).exposures).toMatchObject([
      { label_visible: null },
    ]);
  });

  test('comments are not looked at for labels', async () => {
    const { exposures } = await rowsFrom([made.comment(0, 'v1', { commentId: 'c1' })]);
    expect(exposures).toMatchObject([{ label_kind: 'unknown', ad_class: 'none', media: 'text' }]);
  });

  test('is known by pseudonyms alone; by its public id as well at T2', async () => {
    const rows = [made.card(0, 'v1', { unit: { authorId: 'author-1' } })];
    const { exposures } = await rowsFrom(rows);
    const hashed = { note_h: await study('note', note), author_h: await study('author', 'author-1') };
    expect(exposures).toMatchObject([{ ...hashed, note_id: null }]);
    const coded = await rowsFrom(rows, [], madeTerms({ study: { tier: 'T2' } }));
    expect(coded.exposures).toMatchObject([{ ...hashed, note_id: note }]);
  });
});

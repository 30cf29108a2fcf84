import { describe, expect, test } from 'vitest';
import { sightingId } from '@/utils/core/sightings';
import { redactionMark, visitKey, withoutRedacted } from '@/utils/export/redaction';
import type { Happening } from '@/utils/export/terms';
import type { TableRow } from '@/utils/export/tables';
import { densityTally } from '@/utils/report';
import { localTally } from '@/utils/report/local';
import { pseudonym } from '@/utils/density/pseudonym';
import { rowsFrom, rowsOf } from './collect';
import { bare, carried, follow, reached, seen, short } from './made-candidates';
import { madeTerms } from './made-terms';
import * as made from './made-rows';
import { jdLink, sourceOf } from './simulate';

/** Short links of the note site lead to notes as often as to goods: a unit with nothing else sells nothing by them. */

const deep = { ...bare, kind: 'deeplink', key: 'taobao://a.b.c' } as const;
const goods = jdLink(made.item);

const ofNote = { site: 'xiaohongshu', noteId: made.note } as const;

const classOf = async (life: Happening[]) => (await rowsFrom(life)).exposures[0]?.ad_class;

describe('the class of a note', () => {
  const { surfaces, links } = carried(short);
  test.each([
    ['a short link of the note site', { surfaces, links }, 'none'],
    ['a deep link without a target', carried(deep), 'none'],
    ['goods beside it', carried(short, goods), 'commercial_link'],
    ['a place whose links are not named', { surfaces: ['ad-link' as const, ...surfaces], links }, 'commercial_link'],
    ['a row of an earlier version', { surfaces }, 'commercial_link'],
    [
      'as many as a row holds',
      carried(...Array.from({ length: 20 }, (_each, no) => ({ ...short, key: `${short.key}${String(no)}` }))),
      'commercial_link',
    ],
  ])('with %s', async (_what, unit, adClass) => {
    expect(await classOf([made.openNote(0, 'v1', { unit })])).toBe(adClass);
    expect(await classOf([made.card(0, 'v1', { unit })])).toBe(adClass);
    // Of several stays, too.
    const stays = [made.openNote(0, 'v1', { unit }), made.openNote(9_000, 'v1', { unit, entry: 2 })];
    expect(await classOf(stays)).toBe(adClass);
  });

  test.each([
    [[short, goods], 'commercial_link'],
    [[short], 'none'],
  ])('stays where a link was left out', async (links, adClass) => {
    const life = [
      made.openNote(0, 'v1', { unit: carried(short) }),
      made.openNote(9_000, 'v1', { unit: carried(...links) }),
    ];
    const id = sightingId({ site: 'xiaohongshu', noteId: made.note, surface: 'text-link', link: goods });
    const who = { participantId: 'p-1', redacted: [redactionMark('p-1', `e:${id}`)] };
    const source = withoutRedacted(sourceOf({ happenings: life, orders: [] }), {
      ...who,
      ...{ observedFrom: 0, observedTo: 8e15 },
    });
    const { exposures, links: rows } = await rowsOf(source);
    expect(exposures).toMatchObject([{ ad_class: adClass }]);
    expect(rows).toEqual([]);
  });
});

test.each([
  ['nothing of the note', 'e:elsewhere', 'none'],
  ['the visit of another note', visitKey('v9'), 'none'],
  ['another link of it', `e:${sightingId({ ...ofNote, surface: 'ad-link', link: goods })}`, 'commercial_link'],
])('a candidate beside a row of an earlier version stays one where %s is left out', async (_what, key, adClass) => {
  const other = { surface: 'ad-link' as const, layer: 'L1', rule: 'target', verified: false, link: goods };
  const named = carried(short);
  const both = { surfaces: [...named.surfaces, 'ad-link' as const], links: [...named.links, other] };
  const life = [
    made.openNote(0, 'v1', { unit: { surfaces: named.surfaces } }),
    made.openNote(9_000, 'v1', { unit: adClass === 'none' ? named : both, entry: 2 }),
    made.openNote(50_000, 'v9', { unit: { key: 'open-note:other', noteId: 'other' } }),
  ];
  const source = withoutRedacted(sourceOf({ happenings: life, orders: [] }), {
    ...{ participantId: 'p-1', redacted: [redactionMark('p-1', key)], observedFrom: 0, observedTo: 8e15 },
  });
  const { exposures, links } = await rowsOf(source);
  expect(exposures[0]).toMatchObject({ ad_class: adClass });
  expect(links).toEqual([]);
});

test('no figure counts it, nor does what is made of evidence', async () => {
  const visits = Array.from({ length: 30 }, (_each, hour) => [hour * 60 * made.minute, `v${String(hour)}`] as const);
  const life = visits.flatMap(([at, visit]) => [
    made.openNote(at, visit, { unit: carried(short) }),
    made.sighting(at + 1, visit, { link: short, surface: 'text-link' }),
    made.card(at + 2, `list-${visit}`, { unit: carried(short) }),
  ]);
  const rows = await rowsFrom(life);
  const tally = densityTally({ zoneMinutes: 480, device: 'desktop' });
  for (const table of ['page_views', 'exposures', 'links'] as const)
    for (const row of rows[table]) tally.add({ table, row, at: 0 } as TableRow);
  const { labels, links, load } = tally.report();
  expect(links.anyLink).toMatchObject({ part: 0, units: 30 });
  expect(load.loaded).toMatchObject({ part: 0, units: 30 });
  expect(labels.any).toMatchObject({ units: 0 });
  const own = localTally(() => undefined);
  for (const event of life) own.add(event);
  expect(own.report().byCategory).toEqual([]);
});

describe('one that was followed and led to goods', () => {
  const shown = made.openNote(0, 'v1', { unit: carried(short) });
  const walk = [shown, seen(), follow(1_000), reached(2_000)];

  test('is a link, and its unit sells', async () => {
    const { actions, exposures, links } = await rowsFrom(walk);
    const item_h = await pseudonym(madeTerms().study.key, 'item:xhs', '65f0aaaa0000000012345678');
    expect(links).toMatchObject([{ link_no: 1, link_kind: 'other', platform: 'xhs', item_h, exposure_no: 1 }]);
    expect(exposures).toMatchObject([{ ad_class: 'commercial_link', ad_evidence: 'L2.other' }]);
    expect(actions).toMatchObject([
      { action_no: 1, action: 'click', link_no: 1, exposure_no: 1 },
      { action_no: 2, action: 'visit', caused_by_no: 1, item_h },
    ]);
  });

  test('in a comment, by whoever posted it', async () => {
    const blue = { surface: 'blue-link', commentId: 'c1' } as const;
    const links = carried(short).links.map((link) => ({ ...link, surface: blue.surface }));
    const { links: rows, exposures } = await rowsFrom([
      made.comment(0, 'v1', { commentId: 'c1', surfaces: ['blue-link'], links, position: 2 }),
      seen({ ...blue, poster: { role: 'merchant', pinned: false, reply: false } }),
      follow(1_000, blue),
      reached(2_000),
    ]);
    expect(rows).toMatchObject([{ link_kind: 'blue_link', placed_by: 'merchant', comment_rank: 3 }]);
    expect(exposures).toMatchObject([{ blue_links: 1 }]);
  });

  test('on a card, which says itself where it leads', async () => {
    const { noteId: _none, ...click } = follow(1_000);
    const { links, actions } = await rowsFrom([made.card(0, 'v1', { unit: carried(short) }), click, reached(2_000)]);
    expect(links).toMatchObject([{ exposure_no: 1, platform: 'xhs' }]);
    expect(actions[0]).toMatchObject({ link_no: 1 });
  });

  test('as a deep link, of which the landing tells the target', async () => {
    const life = [made.openNote(0, 'v1', { unit: carried(deep) }), seen({ link: deep })];
    const click = { ...made.click(1_000, 'v1', deep), surface: 'text-link' as const };
    const { links } = await rowsFrom([...life, click, made.landing(2_000)]);
    expect(links).toMatchObject([{ platform: 'jd', item_h: expect.any(String) }]);
  });

  test('although no time on screen is kept of its note', async () => {
    const { links, page_views, actions } = await rowsFrom([seen(), follow(1_000), reached(2_000)]);
    expect([links.length, page_views.length]).toEqual([1, 1]);
    expect(actions[0]).toMatchObject({ link_no: 1 });
    expect((await rowsFrom([seen(), follow(1_000)])).page_views).toEqual([]);
  });

  test('or only its sighting is kept no longer', async () => {
    const { links } = await rowsFrom([shown, follow(1_000), reached(2_000)]);
    expect(links).toMatchObject([{ exposure_no: 1, platform: 'unknown', item_h: null }]);
  });

  test('is one from then on, and was none before', async () => {
    const at = (hours: number, visit: string) =>
      made.openNote(hours * 60 * made.minute, visit, { unit: carried(short) });
    const { exposures, links } = await rowsFrom([at(-2, 'v0'), ...walk, at(2, 'v2')]);
    expect(exposures.map(({ ad_class }) => ad_class)).toEqual(['none', 'commercial_link', 'commercial_link']);
    expect(links.map(({ exposure_no }) => exposure_no)).toEqual([2, 3]);
  });

  test.each([
    ['no landing tells of it', [shown, seen(), follow(1_000)]],
    ['the landing comes late', [shown, seen(), follow(1_000), reached(6 * made.minute)]],
    ['it led to a shop', [shown, seen(), follow(1_000), { ...made.shop(2_000, '5', 'xhs-shop'), space: 'xhs' }]],
    ['a tab is not known', [shown, seen(), (({ tab: _none, ...click }) => click)(follow(1_000)), reached(2_000)]],
  ])('is none where %s, and the click is told', async (_what, life) => {
    const { links, exposures, actions } = await rowsFrom(life);
    expect(links).toEqual([]);
    expect(exposures).toMatchObject([{ ad_class: 'none' }]);
    expect(actions.filter(({ action }) => action === 'click')).toMatchObject([{ action_no: 1, link_no: null }]);
  });

  test('stands for nothing where it was left out', async () => {
    const who = { participantId: 'p-1', redacted: [redactionMark('p-1', `e:${seen().id}`)] };
    const source = sourceOf({ happenings: walk, orders: [] });
    const told = withoutRedacted(source, { ...who, observedFrom: 0, observedTo: 8e15 });
    const { links, actions, exposures } = await rowsOf(told);
    expect(links).toEqual([]);
    expect(exposures).toMatchObject([{ ad_class: 'commercial_link', ad_evidence: null }]);
    expect(actions[0]).toMatchObject({ action: 'click', link_no: null });
  });

  test.each([
    ['nothing', [], ['click', 'visit']],
    ['its click', [1], ['visit']],
    ['its landing', [2], ['click']],
    ['both', [1, 2], []],
  ])('sells where %s was left out, and what is not told', async (_what, places, told) => {
    const deeds = [follow(1_000), reached(2_000)];
    const later = made.openNote(120 * made.minute, 'v2', { unit: carried(short) });
    const life = [shown, seen(), ...deeds, later];
    const redacted = places.map((place) => redactionMark('p-1', `e:${deeds[place - 1]!.id}`));
    const who = { participantId: 'p-1', redacted, observedFrom: 0, observedTo: 8e15 };
    const whole = await rowsFrom(life);
    const rows = await rowsOf(withoutRedacted(sourceOf({ happenings: life, orders: [] }), who));
    expect(rows.exposures).toEqual(whole.exposures);
    const untold = places.length > 0 && { item_h: null, platform: 'unknown' };
    expect(rows.links).toEqual(whole.links.map((row) => ({ ...row, ...untold })));
    expect(rows.links).toMatchObject([{ link_no: 1 }, { link_no: 2 }]);
    expect(rows.actions.map(({ action }) => action)).toEqual(told);
  });

  test.each([short, deep])('sells by what was left out until it is followed anew', async (link) => {
    const walkAt = (at: number) => [{ ...follow(at), link, space: 'jd' }, made.landing(at + 1_000)];
    const [first, again] = [walkAt(1_000), walkAt(120 * made.minute + 1_000)];
    const life = [0, 120, 240].map((at) => made.openNote(at * made.minute, `v${String(at)}`, { unit: carried(link) }));
    const happenings = [life[0]!, made.sighting(500, 'v0', { link, surface: 'text-link' }), ...first, life[1]!];
    const redacted = [redactionMark('p-1', `e:${first[1]!.id}`)];
    const who = { participantId: 'p-1', redacted, observedFrom: 0, observedTo: 8e15 };
    const source = sourceOf({ happenings: [...happenings, ...again, life[2]!], orders: [] });
    const { links } = await rowsOf(withoutRedacted(source, who));
    expect(links.map(({ platform, item_h }) => [platform, item_h !== null])).toEqual([
      ['unknown', false],
      ['unknown', false],
      ['jd', true],
    ]);
  });

  test('is none on a page view that was over before, also where its click was left out', async () => {
    const [click, land] = [follow(40 * made.minute), reached(41 * made.minute)];
    const redacted = [click, land].map(({ id }) => redactionMark('p-1', `e:${id}`));
    const who = { participantId: 'p-1', redacted, observedFrom: 0, observedTo: 8e15 };
    const source = sourceOf({ happenings: [shown, seen(), click, land], orders: [] });
    const { exposures, links, sessions } = await rowsOf(withoutRedacted(source, who));
    expect(exposures).toMatchObject([{ ad_class: 'none' }]);
    expect([links.length, sessions.length]).toEqual([0, 1]);
  });
});

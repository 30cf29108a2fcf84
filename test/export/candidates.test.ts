import { describe, expect, test } from 'vitest';
import { sightingId } from '@/utils/core/sightings';
import type { UnitLink } from '@/utils/core/units';
import { redactionMark, withoutRedacted } from '@/utils/export/redaction';
import type { Happening } from '@/utils/export/terms';
import type { TableRow } from '@/utils/export/tables';
import { densityTally } from '@/utils/report';
import { localTally } from '@/utils/report/local';
import { rowsFrom, rowsOf } from './collect';
import * as made from './made-rows';
import { jdLink, sourceOf } from './simulate';

/** Short links of the note site lead to notes as often as to goods: a unit with nothing else sells nothing by them. */

const { itemKey: _key, itemId: _id, ...bare } = jdLink(made.item);
const short = { ...bare, kind: 'short', platform: 'xiaohongshu', key: 'https://xhslink.com/a/AbCdEf12345' } as const;
const deep = { ...bare, kind: 'deeplink', key: 'taobao://a.b.c' } as const;
const goods = jdLink(made.item);

const carried = (...links: UnitLink['link'][]) => ({
  surfaces: ['text-link' as const],
  links: links.map((link) => ({ surface: 'text-link' as const, link, layer: 'L2', rule: 'words', verified: false })),
});
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

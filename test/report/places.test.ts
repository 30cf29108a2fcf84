import { expect, test } from 'vitest';
import type { TableRow } from '@/utils/export/tables';
import { densityTally } from '@/utils/report';
import { rowsOf } from '../export/collect';
import { simulate, sourceOf } from '../export/simulate';

type Rows = Awaited<ReturnType<typeof rowsOf>>;
type Table = 'page_views' | 'exposures' | 'links';

const rows = await rowsOf(sourceOf(simulate({ seed: 4, sessions: 72, cards: 4, comments: 12, adShare: 0.3 })));
const inOrder: readonly Table[] = ['page_views', 'exposures', 'links'];

function placesOf(of: Rows, order = inOrder) {
  const tally = densityTally({ zoneMinutes: 0, device: 'desktop' });
  for (const table of order) for (const row of of[table]) tally.add({ table, row, at: 0 } as TableRow);
  const { byPlace } = tally.report().load;
  expect(tally.report().load.byPlace).toEqual(byPlace); // it may be asked again
  return Object.fromEntries(byPlace.map((group) => [group.name, group]));
}

const notes = rows.exposures.filter(({ unit_kind }) => unit_kind === 'note_detail');
const comments = rows.exposures.filter(({ unit_kind }) => unit_kind === 'comment');
const carrying = (kind: string) =>
  new Set(rows.links.filter(({ link_kind }) => link_kind === kind).map(({ exposure_no }) => exposure_no));

test('each place is of what may carry a link there', () => {
  const { ad_link: adLink, blue_link: blueLink, product_card: goods } = placesOf(rows);
  expect(carrying('ad_link').size).toBeGreaterThan(0);
  expect(adLink?.loaded).toMatchObject({ part: carrying('ad_link').size, units: notes.length, clusters: 72 });
  expect(blueLink?.loaded).toMatchObject({ part: carrying('blue_link').size, units: comments.length });
  expect(goods?.loaded).toMatchObject({ part: 0, units: notes.length });
});

test('of those viewable, and of those whose class could be decided', () => {
  const unseen = new Set(notes.filter((_row, place) => place % 3 === 0).map(({ exposure_no }) => exposure_no));
  const odd = new Set(notes.filter((_row, place) => place % 3 === 1).map(({ exposure_no }) => exposure_no));
  const told = {
    ...rows,
    exposures: rows.exposures.map((row) => ({
      ...row,
      viewable: row.viewable && !unseen.has(row.exposure_no),
      ad_class: odd.has(row.exposure_no) ? 'hologram_ad' : row.ad_class,
    })),
    links: rows.links.map((row) => ({ ...row, viewable: row.viewable && !unseen.has(row.exposure_no ?? -1) })),
  };
  const { ad_link: adLink } = placesOf(told);
  const decided = [...carrying('ad_link')].filter((no) => !odd.has(no ?? -1));
  expect(adLink?.loaded).toMatchObject({ part: decided.length, units: notes.length - odd.size });
  expect(adLink?.viewable).toMatchObject({
    part: decided.filter((no) => !unseen.has(no ?? -1)).length,
    units: notes.length - odd.size - unseen.size,
  });
});

test('whatever comes first, and each link of a unit once', () => {
  const first = placesOf(rows);
  expect(placesOf(rows, ['links', 'exposures', 'page_views'])).toEqual(first);
  expect(placesOf({ ...rows, links: [...rows.links, ...rows.links] })).toEqual(first);
});

test('links in text of comments are apart from those of notes', () => {
  const links = rows.links.map((row) => ({ ...row, link_kind: 'other' }));
  const { other, comment_other: inComments } = placesOf({ ...rows, links });
  expect(other?.loaded).toMatchObject({ part: carrying('ad_link').size, units: notes.length });
  expect(inComments?.loaded).toMatchObject({ part: carrying('blue_link').size, units: comments.length });
});

test('an export without the table of links says of no unit that it carries none', () => {
  for (const { loaded } of Object.values(placesOf({ ...rows, links: [] })))
    expect(loaded).toEqual({ state: 'few', units: 0, clusters: 0 });
});

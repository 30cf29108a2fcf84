import { describe, expect, test } from 'vitest';
import type { Happening } from '@/utils/export/terms';
import { redactionMark, unitKey, withoutRedacted } from '@/utils/export/redaction';
import { openBundle } from '@/utils/export/read/bundle';
import { tableNames, type TableRow } from '@/utils/export/tables';
import { rowMatcher } from '@/utils/ledger/erasure/match';
import { densityTally } from '@/utils/report';
import { bundleReport } from '@/utils/report/of-bundle';
import { bundleFile, rowsOf } from '../export/collect';
import * as made from '../export/made-rows';
import { madeTerms } from '../export/made-terms';
import { jdLink, sourceOf } from '../export/simulate';

function linksOf(rows: Awaited<ReturnType<typeof rowsOf>>, tables: readonly ('page_views' | 'exposures' | 'links')[]) {
  const tally = densityTally({ zoneMinutes: 480, device: 'desktop' });
  for (const table of tables) for (const row of rows[table]) tally.add({ table, row, at: 0 } as TableRow);
  return tally.report().links;
}

/** A note was opened in each of forty hours, and a comment read; the item was linked on the first twenty, another one after. */
const evidence = { surface: 'ad-link' as const, layer: 'L1' as const, rule: 'target', verified: false };
const life = Array.from({ length: 40 }, (_hour, hour) => {
  const [at, visit, noteId] = [
    hour * 60 * made.minute,
    `v${String(hour)}`,
    `65f0000000000000${String(10_000_000 + hour)}`,
  ];
  const link = { ...evidence, link: jdLink(hour < 20 ? made.item : '100099999999') };
  const unit = { key: `open-note:${noteId}`, noteId, surfaces: ['ad-link' as const], links: [link] };
  return [
    made.itself(at, visit, { pageKind: 'note' }),
    made.openNote(at, visit, { unit }),
    made.comment(at + 10, visit, { commentId: `c${String(hour)}`, noteId }),
  ];
});
const source = (happenings: Happening[]) => sourceOf({ happenings, orders: [] });
const isErased = rowMatcher({ keys: [`jd:${made.item}`], platforms: [], notes: [], visits: [], ranges: [] });
const who = { participantId: 'p-1', observedFrom: 0, observedTo: Number.MAX_SAFE_INTEGER };
const redacted = life.slice(0, 20).map(([, note]) => redactionMark('p-1', unitKey(note!)));

test.each([
  ['nothing is gone', source(life.flat()), 40],
  ['the item was erased', source(life.flat().filter((row) => !isErased(row))), 20],
  ['these notes were left out', withoutRedacted(source(life.flat()), { ...who, redacted }), 20],
])('a note that is gone is none without links: %s', async (_why, of, notes) => {
  const rows = await rowsOf(of);
  for (const tables of [
    ['page_views', 'exposures', 'links'],
    ['links', 'exposures', 'page_views'],
  ] as const) {
    const { anyLink, notes: places, comments } = linksOf(rows, tables);
    expect(anyLink).toMatchObject({ units: notes, value: 1 });
    expect(places.find(({ name }) => name === 'ad_link')?.share).toMatchObject({ units: notes, value: 1 });
    // Of its comments is told what was seen of them.
    expect(comments).toMatchObject({ units: 40 });
  }
});

describe('an export of a study that did not ask for links says of no note that it has none', () => {
  const few = { state: 'few', units: 0, clusters: 0 };
  const nothing = { anyLink: few, per100: few, platforms: [], posters: [], concentration: few };
  const plain = life.map(([page, note, comment]) => {
    if (note?.type !== 'exposure') throw new Error('A note was opened.');
    const { surfaces: _surfaces, links: _links, ...unit } = note.unit;
    return [page!, { ...note, unit }, comment!];
  });

  test.each([
    ['that would be there', life.flat()],
    ['of which there is none', plain.flat()],
  ])('%s', async (_which, happenings) => {
    const tables = tableNames.filter((name) => name !== 'links');
    const { file } = await bundleFile(source(happenings), madeTerms({ study: { tables } }), { format: 'ndjson' });
    const { report } = await bundleReport(await openBundle(file));
    expect(report.links).toMatchObject(nothing);
    for (const { share } of report.links.notes) expect(share).toEqual(few);
    for (const { loaded } of report.load.byPlace) expect(loaded).toEqual(few);
    expect(report.links.comments).toMatchObject({ units: 40 }); // page views count them
  });

  test('while one without any link has the table', async () => {
    const { file } = await bundleFile(source(plain.flat()), madeTerms(), { format: 'ndjson' });
    const { report } = await bundleReport(await openBundle(file));
    expect(report.links.anyLink).toMatchObject({ value: 0, units: 40 });
  });

  test('nor do rows that were put in without those of links', async () => {
    const rows = await rowsOf(source(life.flat()));
    expect(linksOf(rows, ['page_views', 'exposures'])).toMatchObject(nothing);
  });
});

describe('a note of which a comment is gone is none without links in comments', () => {
  /** Forty notes with an ad link: comments of each link the item, nothing, and on every other note another item. */
  const blue = (id: string) => {
    const link = { ...evidence, surface: 'blue-link' as const, link: jdLink(id) };
    return { surfaces: ['blue-link' as const], links: [link] };
  };
  const read = (from: number) =>
    life.flatMap(([page, note, comment], hour) => {
      if (note?.type !== 'exposure' || comment?.type !== 'exposure') throw new Error('A note was opened.');
      const { surfaces: _surfaces, links: _links, ...unit } = note.unit;
      const said = [blue(made.item), {}, hour % 2 ? blue('100099999999') : {}].slice(from);
      const comments = said.map((own, place) => {
        const commentId = `${String(comment.unit.commentId)}-${String(place)}`;
        const told = { key: `comment:${commentId}`, position: place, commentId, ...own };
        return { ...comment, id: `${comment.id}-${String(place)}`, unit: { ...comment.unit, ...told } };
      });
      return [page!, { ...note, unit: { ...unit, ...(hour < 20 && adLink) } }, ...comments];
    });
  const adLink = { surfaces: ['ad-link' as const], links: [{ ...evidence, link: jdLink('100088888888') }] };
  const few = { state: 'few', units: 0, clusters: 0 };

  test.each([
    ['nothing is gone', read(0), { blue: { value: 1, units: 40 }, any: { value: 1, units: 40 } }],
    ['half has none', read(1), { blue: { value: 0.5, units: 40 }, any: { value: 0.75, units: 40 } }],
    ['the item was erased', read(0).filter((row) => !isErased(row)), { blue: few, any: few }],
  ])('%s', async (_why, happenings, expected) => {
    const rows = await rowsOf(source(happenings));
    for (const tables of [
      ['page_views', 'exposures', 'links'],
      ['links', 'exposures', 'page_views'],
    ] as const) {
      const { anyLink, notes: places } = linksOf(rows, tables);
      expect(places.find(({ name }) => name === 'blue_link')?.share).toMatchObject(expected.blue);
      expect(places.find(({ name }) => name === 'ad_link')?.share).toMatchObject({ value: 0.5, units: 40 });
      expect(anyLink).toMatchObject(expected.any);
    }
  });

  test('replies that are opened later take places that others had', async () => {
    const replies = read(0).map((row) =>
      row.type === 'exposure' && row.unit.kind === 'comment' && row.unit.position === 1
        ? { ...row, unit: { ...row.unit, position: 0 } }
        : row,
    );
    expect(linksOf(await rowsOf(source(replies)), ['page_views', 'exposures', 'links']).anyLink).toMatchObject({
      units: 40,
    });
  });
});

import { describe, expect, test } from 'vitest';
import { sightingId } from '@/utils/core/sightings';
import type { ExposureEvent } from '@/utils/core/units';
import { redactionMark, withoutRedacted } from '@/utils/export/redaction';
import type { Happening } from '@/utils/export/terms';
import type { TableRow } from '@/utils/export/tables';
import { densityTally } from '@/utils/report';
import { rowsOf } from '../export/collect';
import * as made from '../export/made-rows';
import { jdLink, sourceOf } from '../export/simulate';

/** Forty notes, one an hour, each with an ad link, and a comment with a blue link under each. */
type Linked = 'ad-link' | 'blue-link';
const rule = { layer: 'L1', rule: 'target', verified: false };
const hours = Array.from({ length: 40 }, (_hour, hour) => hour);
const idOf = (hour: number) => `65f0000000000000${String(10_000_000 + hour)}`;
const place = (hour: number, surface: Linked) => ({
  ...{ surface, link: jdLink(surface === 'ad-link' ? made.item : '100099999999'), noteId: idOf(hour) },
  ...(surface === 'blue-link' && { commentId: `c${String(hour)}` }),
});
const carried = (hour: number, surface: Linked): Partial<ExposureEvent['unit']> => {
  const { commentId: _where, noteId: _note, ...link } = { commentId: '', ...place(hour, surface) };
  return { surfaces: [surface], links: [{ ...rule, ...link }] };
};
const life: Happening[] = hours.flatMap((hour) => {
  const [at, visit, noteId] = [hour * 60 * made.minute, `v${String(hour)}`, idOf(hour)];
  return [
    made.itself(at, visit, { pageKind: 'note' }),
    made.openNote(at, visit, { unit: { key: `open-note:${noteId}`, noteId, ...carried(hour, 'ad-link') } }),
    made.sighting(at + 1, visit, place(hour, 'ad-link')),
    made.comment(at + 2, visit, { commentId: `c${String(hour)}`, noteId, ...carried(hour, 'blue-link') }),
    made.sighting(at + 3, visit, place(hour, 'blue-link')),
  ];
});

/** The first 24 notes keep their links; the others lose the one named. */
async function leftOut(surface: Linked) {
  const keyOf = (hour: number) => `e:${sightingId({ site: 'xiaohongshu', ...place(hour, surface) })}`;
  const redacted = hours.slice(24).map((hour) => redactionMark('p-1', keyOf(hour)));
  const who = { participantId: 'p-1', redacted, observedFrom: 0, observedTo: Number.MAX_SAFE_INTEGER };
  return rowsOf(withoutRedacted(sourceOf({ happenings: life, orders: [] }), who));
}

function reportOf(rows: Awaited<ReturnType<typeof rowsOf>>, tables: readonly ('page_views' | 'exposures' | 'links')[]) {
  const tally = densityTally({ zoneMinutes: 480, device: 'desktop' });
  for (const table of tables) for (const row of rows[table]) tally.add({ table, row, at: 0 } as TableRow);
  const { links, load } = tally.report();
  expect(tally.report().load.byPlace).toEqual(load.byPlace); // it may be asked again
  const share = (name: string) => links.notes.find((each) => each.name === name)?.share;
  const carriers = (name: string) => load.byPlace.find((each) => each.name === name);
  return { ...links, share, carriers };
}

const orders = [
  ['page_views', 'exposures', 'links'],
  ['links', 'exposures', 'page_views'],
] as const;
const [whole, part] = [
  { units: 40, value: 1 },
  { units: 24, value: 1 },
];

describe.each(orders)('what carries a link that was left out is none without: %s first', (...tables) => {
  test('a note', async () => {
    const rows = await leftOut('ad-link');
    expect(rows.exposures.filter(({ ad_class }) => ad_class === 'commercial_link')).toHaveLength(80);
    const { anyLink, share, comments, carriers } = reportOf(rows, tables);
    expect([anyLink, share('ad_link'), share('blue_link')]).toMatchObject([part, part, part]);
    expect(comments).toMatchObject(whole);
    expect(carriers('ad_link')).toMatchObject({ loaded: part, viewable: part });
    expect(carriers('blue_link')?.loaded).toMatchObject(whole);
  });

  test('a comment, and the note is in no share that it has a part in', async () => {
    const { anyLink, share, comments, per100, carriers } = reportOf(await leftOut('blue-link'), tables);
    expect([anyLink, share('ad_link'), share('blue_link')]).toMatchObject([part, whole, part]);
    expect(comments).toMatchObject(part);
    expect(per100).toMatchObject({ value: 100 });
    expect(carriers('blue_link')).toMatchObject({ loaded: part, viewable: part });
    expect(carriers('ad_link')?.loaded).toMatchObject(whole);
  });

  test('but one that tells by its state that it sells', async () => {
    const rows = await leftOut('ad-link');
    const exposures = rows.exposures.map((row) => ({ ...row, ad_evidence: 'L2.goods_info' }));
    expect(reportOf({ ...rows, exposures }, tables).anyLink).toMatchObject({ units: 40, value: 1 });
  });

  describe('but a comment without an id, whose link is told of the note', () => {
    /** Ids of comments are gone; what their links are stays, or all are of one kind. */
    async function withoutIds(rows: Awaited<ReturnType<typeof rowsOf>>, kind?: 'product_card') {
      const notes = rows.exposures.filter(({ unit_kind }) => unit_kind === 'note_detail');
      const noteOf = new Map(notes.map(({ page_view_no, exposure_no }) => [page_view_no, exposure_no]));
      const links = rows.links.map((row) => {
        const placed = row.comment_rank !== null && kind && { link_kind: kind, placed_by: 'author' as const };
        return { ...row, exposure_no: noteOf.get(row.page_view_no) ?? null, comment_rank: null, ...placed };
      });
      return { ...rows, exposures: rows.exposures.map((row) => ({ ...row, blue_links: 0 })), links };
    }

    test.each([undefined, 'product_card' as const])(
      'as a blue link, or as one that somebody placed: %s',
      async (kind) => {
        const rows = await withoutIds(await rowsOf(sourceOf({ happenings: life, orders: [] })), kind);
        const { anyLink, share } = reportOf(rows, tables);
        expect([anyLink, share('blue_link')]).toMatchObject([whole, { units: 40 }]);
      },
    );

    test('which says nothing of the link of the note that was left out', async () => {
      const { share } = reportOf(await withoutIds(await leftOut('ad-link')), tables);
      expect(share('ad_link')).toMatchObject(part);
    });
  });
});

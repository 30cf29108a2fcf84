import { expect, test } from 'vitest';
import { redactionMark, unitKey, withoutRedacted } from '@/utils/export/redaction';
import { rowsOf } from '../export/collect';
import * as made from '../export/made-rows';
import { madeTerms } from '../export/made-terms';
import { jdLink, sourceOf } from '../export/simulate';

const { minute } = made;
const { id: participantId } = madeTerms().participant;

const note = (at: number, visit: string) => made.openNote(at, visit, { unit: { surfaces: ['ad-link'] } });
const comment = (at: number, visit: string) =>
  made.comment(at, visit, { commentId: 'c1', surfaces: ['blue-link'], authorRole: 'other_user' });

/** A note with a link of its own and one in a comment, opened twice. */
const blue = { surface: 'blue-link', commentId: 'c1', link: jdLink('7') } as const;
const life = [
  ...[
    made.itself(0, 'v1'),
    note(0, 'v1'),
    made.sighting(500, 'v1'),
    comment(600, 'v1'),
    made.sighting(700, 'v1', blue),
  ],
  ...[note(100 * minute, 'v2'), comment(100 * minute + 600, 'v2')],
];

const told = (...units: Parameters<typeof unitKey>[0][]) => {
  const redacted = units.map((unit) => redactionMark(participantId, unitKey(unit)));
  const study = { participantId, redacted, observedFrom: 0, observedTo: 8e15 };
  return rowsOf(withoutRedacted(sourceOf({ happenings: life, orders: [] }), study));
};

const shown = ({ links }: Awaited<ReturnType<typeof told>>) =>
  links.map(({ page_view_no, link_kind, item_h }) => [page_view_no, link_kind, item_h !== null]);

test('nothing left out, links are told on both visits', async () =>
  expect(shown(await told()).sort()).toEqual([
    [1, 'ad_link', true],
    [1, 'blue_link', true],
    [2, 'ad_link', true],
    [2, 'blue_link', true],
  ]));

test('a note that was left out takes its own link along, and leaves those of its comments', async () => {
  const rows = await told(note(0, 'v1'));
  expect(rows.exposures.map(({ unit_kind }) => unit_kind)).toEqual(['comment', 'note_detail', 'comment']);
  expect(shown(rows).sort()).toEqual([
    [1, 'blue_link', true],
    // Seen first where it was left out: that there is one is told.
    [2, 'ad_link', false],
    [2, 'blue_link', true],
  ]);
});

test('so does a comment', async () =>
  expect(shown(await told(comment(0, 'v1'))).sort()).toEqual([
    [1, 'ad_link', true],
    [2, 'ad_link', true],
    [2, 'blue_link', false],
  ]));

test('of a note that was left out with its comments the page view tells no note and no link', async () => {
  const { page_views, links } = await told(note(0, 'v1'), comment(0, 'v1'), note(0, 'v2'), comment(0, 'v2'));
  expect(page_views.map(({ note_h, comments_seen }) => [note_h, comments_seen])).toEqual([[null, null]]);
  expect(links).toEqual([]);
});

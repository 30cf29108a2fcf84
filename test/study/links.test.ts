import { describe, expect, test } from 'vitest';
import { redactionMark, visitKey, withoutRedacted } from '@/utils/export/redaction';
import type { Happening } from '@/utils/export/terms';
import { rowsFrom, rowsOf } from '../export/collect';
import * as made from '../export/made-rows';
import { madeTerms } from '../export/made-terms';
import { jdLink, sourceOf } from '../export/simulate';

const { start, minute } = made;
const { id: participantId } = madeTerms().participant;

/** A visit of the note, which shows that it carries a link. */
const visit = (at: number, name: string) => made.openNote(at, name, { unit: { surfaces: ['ad-link'] } });

interface Study {
  redacted?: string[];
  observedFrom?: number;
  observedTo?: number;
}

const told = (life: Happening[], { redacted = [], observedFrom = 0, observedTo = 8e15 }: Study) => {
  const study = { participantId, redacted, observedFrom, observedTo };
  const source = withoutRedacted(sourceOf({ happenings: life, orders: [] }), study);
  return rowsOf(source, madeTerms({ participant: { observedFrom, observedTo } }));
};

describe('a link whose first sight is not told is told of by later visits, and not which it is', () => {
  const life = [visit(0, 'v1'), made.sighting(500, 'v1'), visit(100 * minute, 'v2'), visit(200 * minute, 'v3')];
  const unnamed = { link_kind: 'ad_link', item_h: null, dest_host: null };

  test('where that visit was left out', async () => {
    const { exposures, links } = await told(life, { redacted: [redactionMark(participantId, visitKey('v1'))] });
    expect(exposures).toMatchObject([{ ad_links: 1 }, { ad_links: 1 }]);
    expect(links).toMatchObject([unnamed, unnamed]);
  });

  test('where it was before the consent', async () => {
    const { exposures, links } = await told(life, { observedFrom: start + minute });
    expect(exposures).toMatchObject([{ ad_links: 1 }, { ad_links: 1 }]);
    expect(links).toMatchObject([unnamed, unnamed]);
  });

  test('and one that is told is named on each visit', async () => {
    const { links } = await told(life, {});
    expect(links).toHaveLength(3);
    expect(links.filter(({ item_h }) => item_h === null)).toEqual([]);
  });
});

test('leaving out a visit leaves in the one before that found the link', async () => {
  const life = [visit(0, 'v1'), made.sighting(500, 'v1'), visit(100 * minute, 'v2')];
  const { exposures } = await told(life, { redacted: [redactionMark(participantId, visitKey('v2'))] });
  expect(exposures).toMatchObject([{ ad_links: 1 }]);
});

test('a link that a later visit found was not on the note before', async () => {
  const other = made.sighting(100 * minute + 500, 'v2', { link: jdLink('100099999999') });
  const { links, exposures } = await rowsFrom([
    visit(0, 'v1'),
    made.sighting(500, 'v1'),
    visit(100 * minute, 'v2'),
    other,
  ]);
  expect(exposures[0]).toMatchObject({ ad_links: 1 });
  expect(links.filter(({ page_view_no }) => page_view_no === 1)).toHaveLength(1);
});

test('where the first sight comes late, as of another computer, a visit that shows one is told of one', async () => {
  const { exposures, links } = await rowsFrom([
    visit(0, 'v1'),
    visit(100 * minute, 'v2'),
    made.sighting(100 * minute, 'v2'),
  ]);
  expect(exposures).toMatchObject([{ ad_links: 1 }, { ad_links: 1 }]);
  expect(links.map(({ item_h }) => item_h === null)).toEqual([true, false]);
});

test('a visit that runs over the end tells of its link, and not which', async () => {
  const life = [visit(0, 'v1'), made.sighting(900, 'v1')];
  const { exposures, links } = await told(life, { observedTo: start + 500 });
  expect(exposures).toMatchObject([{ ad_links: 1 }]);
  expect(links).toMatchObject([{ link_kind: 'ad_link', item_h: null }]);
});

test('how many links a later visit found is not told of one before', async () => {
  const found = ['100099999997', '100099999998', '100099999999'].map((item, place) =>
    made.sighting(100 * minute + place, 'v2', { link: jdLink(item) }),
  );
  const { exposures } = await rowsFrom([visit(0, 'v1'), visit(100 * minute, 'v2'), ...found]);
  expect(exposures).toMatchObject([{ ad_links: 1 }, { ad_links: 3 }]);
});

test('a note whose link is kept no longer has one all the same', async () => {
  const { exposures, links, page_views } = await rowsFrom([
    visit(0, 'v1'),
    made.comment(600, 'v1', { commentId: 'c1', surfaces: ['blue-link'] }),
  ]);
  expect(exposures).toMatchObject([
    { ad_links: 1, blue_links: 0 },
    { ad_links: 0, blue_links: 1 },
  ]);
  expect(links).toMatchObject([
    { link_kind: 'ad_link', item_h: null },
    { link_kind: 'blue_link', item_h: null },
  ]);
  expect(page_views).toMatchObject([{ comments_with_blue_link: 1 }]);
});

test('a link that was left out itself stands for nothing', async () => {
  const sight = made.sighting(500, 'v1');
  const redacted = [redactionMark(participantId, `e:${sight.id}`)];
  const { exposures, links } = await told([visit(0, 'v1'), sight, visit(100 * minute, 'v2')], { redacted });
  expect(exposures).toMatchObject([{ ad_links: 0 }, { ad_links: 0 }]);
  expect(links).toEqual([]);
});

test('a click on a link that is not named is a click on that link, and the sight of it earns nothing', async () => {
  const life = [
    visit(0, 'v1'),
    made.sighting(500, 'v1'),
    visit(100 * minute, 'v2'),
    made.click(100 * minute + 5, 'v2'),
  ];
  const { actions, attributions } = await told(life, { observedFrom: start + minute });
  expect(actions).toMatchObject([{ link_no: 1, exposure_no: 1 }]);
  expect(attributions).toEqual([]);
});

test('who posted a link is not told when only a visit that was left out showed it', async () => {
  const again = made.sighting(100 * minute, 'v2', {
    again: true,
    poster: { role: 'author', pinned: false, reply: false },
  });
  const source = sourceOf({ happenings: [visit(0, 'v1'), made.sighting(500, 'v1')], orders: [] });
  const rows = [made.sighting(500, 'v1'), { ...again, id: `${again.id}~2` }] as const;
  const all = { ...source, linksOn: async () => [{ rows, isWithheld: false }] };
  const left = [redactionMark(participantId, visitKey('v2'))];
  const found = await rowsOf(
    withoutRedacted(all, { participantId, redacted: left, observedFrom: 0, observedTo: 8e15 }),
    madeTerms(),
  );
  expect(found.links).toMatchObject([{ placed_by: null }]);
});

test('what stood there when the person agreed was there from then on, in the month of the consent', async () => {
  const observedFrom = start + minute;
  const early = { renderedAt: start - 40 * 24 * 60 * minute, unit: { surfaces: ['ad-link' as const] } };
  const { exposures, links, quality } = await rowsFrom(
    [made.card(2 * minute, 'v1', early)],
    [],
    madeTerms({ participant: { observedFrom } }),
  );
  expect(exposures).toMatchObject([{ rendered_at: observedFrom }]);
  expect(links).toMatchObject([{ rendered_at: observedFrom }]);
  expect(quality.map(({ day }) => day)).toEqual([Date.UTC(2026, 10, 2)]);
});

import { describe, expect, test } from 'vitest';
import { sharedSightingId, sightingId } from '@/utils/core/sightings';
import type { Surface } from '@/utils/core/types';
import type { UnitLink } from '@/utils/core/units';
import { redactionMark, withoutRedacted } from '@/utils/export/redaction';
import { makeRows } from '@/utils/export/rows';
import type { Happening } from '@/utils/export/terms';
import { rowsOf } from '../export/collect';
import * as made from '../export/made-rows';
import { madeTerms } from '../export/made-terms';
import { jdLink, sourceOf } from '../export/simulate';

/** A note and its comments name their links themselves: those that have no sighting any more are told of, and not which. */

const { minute } = made;
const { id: participantId } = madeTerms().participant;
const [here, other] = [jdLink(made.item), jdLink('100099999999')];

const evidence = { layer: 'L1', rule: 'target', verified: false };
const carried = (surface: Surface, ...links: UnitLink['link'][]) => ({
  surfaces: [surface],
  links: links.map((link) => ({ surface, link, ...evidence })),
});
const visit = (at: number, name: string, ...links: UnitLink['link'][]) =>
  made.openNote(at, name, { unit: carried('ad-link', ...links) });

const seen = { site: 'xiaohongshu', noteId: made.note, surface: 'ad-link' } as const;
const markOf = (id: string) => redactionMark(participantId, `e:${id}`);

function sourceWithout(life: Happening[], redacted: string[]) {
  const study = { participantId, redacted, observedFrom: 0, observedTo: 8e15 };
  return withoutRedacted(sourceOf({ happenings: life, orders: [] }), study);
}

const told = (life: Happening[], redacted: string[] = []) => rowsOf(sourceWithout(life, redacted), madeTerms());
const unnamed = { link_kind: 'ad_link', platform: 'unknown', item_h: null, dest_host: null };

test('each of several, by its place', async () => {
  const { exposures, links, page_views } = await told([
    visit(0, 'v1', here, other),
    made.comment(600, 'v1', { commentId: 'c1', ...carried('blue-link', here) }),
  ]);
  expect(exposures).toMatchObject([
    { ad_links: 2, blue_links: 0 },
    { ad_links: 0, blue_links: 1 },
  ]);
  expect(links).toMatchObject([unnamed, unnamed, { ...unnamed, link_kind: 'blue_link' }]);
  expect(page_views).toMatchObject([{ comments_with_blue_link: 1 }]);
});

test('beside one that is kept, which is named and told once', async () => {
  const { exposures, links } = await told([visit(0, 'v1', here, other), made.sighting(500, 'v1')]);
  expect(exposures).toMatchObject([{ ad_links: 2 }]);
  expect(links.map(({ item_h }) => item_h === null)).toEqual([false, true]);
});

test('one that was first seen later was there, as were the others', async () => {
  const [first, second] = [made.sighting(500, 'v1'), made.sighting(100 * minute, 'v2', { link: other })];
  const { exposures, links } = await told([visit(0, 'v1', here, other), first, visit(100 * minute, 'v2'), second]);
  expect(exposures[0]).toMatchObject({ ad_links: 2 });
  expect(links.map(({ item_h }) => item_h === null).slice(0, 2)).toEqual([false, true]);
});

const { itemKey: _key, itemId: _id, ...bare } = here;

describe('of a unit of which an earlier row told only that there is one', () => {
  const before = { surfaces: ['ad-link' as const] };
  const candidate = { ...bare, kind: 'short', platform: 'xiaohongshu' } as const;
  test.each([
    ['which is named later', 1, [here]],
    ['two that are named later', 2, [here, other]],
    ['which was a candidate', 0, [candidate]],
  ] as const)('%s: %d', async (_what, count, named) => {
    const unit = carried('ad-link', ...named);
    const later = { at: minute, change: { unit, entry: 2 } };
    for (const life of [
      [made.openNote(0, 'v1', { unit: before }), made.openNote(later.at, 'v1', later.change)],
      [made.card(0, 'v1', { unit: before }), made.card(later.at, 'v1', later.change)],
    ]) {
      const { exposures, links } = await told(life);
      expect(exposures).toMatchObject([{ ad_links: count, ad_class: count > 0 ? 'commercial_link' : 'none' }]);
      expect(links.map(({ link_no, rendered_at }) => [link_no, rendered_at])).toEqual(
        [[1, made.start] as const, [2, made.start + minute] as const].slice(0, count),
      );
    }
  });
});

describe('what is no shop link before somebody followed it', () => {
  test.each([
    ['a short link of the note site', 0, { ...bare, kind: 'short', platform: 'xiaohongshu' }],
    ['a deep link without a target', 0, { ...bare, kind: 'deeplink' }],
    ['a short link of a shop', 1, { ...bare, kind: 'short' }],
  ] as const)('%s counts %d, whether or not it is kept', async (_what, count, link) => {
    const kept = await told([visit(0, 'v1', link), made.sighting(500, 'v1', { link })]);
    const gone = await told([visit(0, 'v1', link)]);
    for (const { exposures, links } of [kept, gone]) {
      expect(exposures).toMatchObject([{ ad_links: count }]);
      expect(links).toHaveLength(count);
    }
    const { links } = await told([made.card(0, 'v1', { unit: carried('ad-link', link) })]);
    expect(links).toHaveLength(count);
  });
});

describe('a link that was left out', () => {
  test('stands for nothing once it is kept no longer either, and others still do', async () => {
    const redacted = [markOf(sightingId({ ...seen, link: here }))];
    const { exposures, links } = await told([visit(0, 'v1', here, other), visit(100 * minute, 'v2', here)], redacted);
    expect(exposures).toMatchObject([
      { ad_links: 1, ad_evidence: 'L1.target' },
      { ad_links: 0, ad_evidence: null },
    ]);
    expect(links).toMatchObject([unnamed]);
  });

  test.each([sightingId, sharedSightingId])('in a comment, by whichever id its row had', async (idOf) => {
    const unit = { commentId: 'c1', ...carried('blue-link', here) };
    const id = idOf({ ...seen, surface: 'blue-link', link: here, commentId: 'c1' });
    const { exposures, links } = await told([made.comment(0, 'v1', unit)], [markOf(id)]);
    expect(exposures).toMatchObject([{ blue_links: 0 }]);
    expect(links).toEqual([]);
  });

  test('while it was without a name goes alone', async () => {
    const life = [visit(0, 'v1', here, other)];
    const keys: string[] = [];
    for await (const batch of makeRows(sourceWithout(life, []), madeTerms()))
      for (const { table, origin } of batch) if (table === 'links') keys.push(...(origin?.().keys ?? []));
    expect(keys).toHaveLength(2);
    const { exposures, links } = await told(life, [redactionMark(participantId, keys[0] ?? '')]);
    expect(exposures).toMatchObject([{ ad_links: 1 }]);
    expect(links).toMatchObject([unnamed]);
  });
});

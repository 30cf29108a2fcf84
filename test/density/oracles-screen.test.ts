import fc from 'fast-check';
import { describe, test } from 'vitest';
import { agree } from './agree';
import * as oracle from './oracles';

/** Any input of a vector's shape against a second way to the same figure: what was on screen, and where. */

const limits = {
  ...{ display_ratio: 0.5, display_ms: 10, video_ratio: 0.5, video_ms: 20, large_px2: 100, large_ratio: 0.3 },
  ...{ alt_ratio: 0.7, alt_ms: 15, alt_min_w: 5, alt_min_h: 5 },
};
const names = ['platform_ad', 'disclosed', 'commercial_link', 'none', 'unknown', 'of_a_later_version'];
const classes = fc.constantFrom(...names);
const few = (max: number) => fc.integer({ min: 0, max });
const { share, isAd, isKnown, quantile7, total } = oracle;

describe('what was on screen, ms by ms', () => {
  const ids = ['a', 'b', 'c'];
  const t = few(70);
  const unit = fc.constantFrom(...ids);
  const event = fc.oneof(
    { weight: 2, arbitrary: fc.record({ t, type: fc.constant('page'), active: fc.boolean() }) },
    {
      weight: 5,
      arbitrary: fc.record({
        t,
        type: fc.constant('vis'),
        unit,
        ratio: fc.constantFrom(0, 0.3, 0.499, 0.5, 0.69, 0.7, 1),
      }),
    },
    { weight: 2, arbitrary: fc.record({ t, type: fc.constant('play'), unit, playing: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ t, type: fc.constant('click'), unit }) },
  );
  const rect = fc.tuple(few(9), few(9), few(30), few(9));
  const media = fc.constantFrom('image', 'video');
  const described = (id: string) =>
    fc.record({
      t: fc.constant(0),
      type: fc.constant('unit'),
      unit: fc.constant(id),
      kind: fc.constant('note_card'),
      media,
      rect,
      class: classes,
    });
  const screen = fc
    .tuple(fc.tuple(...ids.map(described)), fc.array(event, { maxLength: 30 }), few(80))
    .map(([units, events, end]) => [
      ...units,
      { t: 0, type: 'page', active: true },
      ...events,
      { t: end, type: 'end' },
    ]);

  test.each([true, false])('units and shares of attention, large rule %s', async (large_rule) => {
    const params = { ...limits, large_rule };
    await fc.assert(
      fc.asyncProperty(screen, async (events) => {
        const { units, shares } = oracle.simulate(events, params);
        await agree('viewable', { events, params }, { units });
        await agree('ad_pixel_time_share', { events, params }, shares);
      }),
    );
  });
});

test('boxes, pixel by pixel', async () => {
  const side = fc.integer({ min: -6, max: 30 });
  const box = fc.record({ x: side, y: side, w: few(15), h: few(15), sticky: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(box, { maxLength: 8 }), few(12), few(20), async (ads, width, height) => {
      const content = { top: 2, bottom: 2 + height, left: 3, right: 4 + width };
      await agree('height_density', { content, ads }, oracle.raster(content, ads));
    }),
  );
});

test('counts of units', async () => {
  const unit = fc.record({ kind: fc.constantFrom('note_card', 'other'), class: classes, viewable: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(unit), async (units) => {
      const known = units.filter((each) => isKnown(each.class));
      const part = (of: typeof units) => [of.length, of.filter((each) => isAd(each.class)).length] as const;
      const isNote = ({ kind }: { kind: string }) => kind === 'note_card';
      const seen = known.filter(({ viewable }) => viewable);
      const [[all, ads], [notes, noteAds]] = [part(known), part(known.filter(isNote))];
      const [[viewable_units, viewable_ads], [viewable_notes, seenNoteAds]] = [part(seen), part(seen.filter(isNote))];
      await agree(
        'ad_load_*',
        { units },
        {
          ...{ units: all, ads, ad_load_units: share(ads, all), notes, ad_load_notes: share(noteAds, notes) },
          ...{ viewable_units, viewable_ads, ad_load_viewable: share(viewable_ads, viewable_units) },
          ...{ viewable_notes, ad_load_viewable_notes: share(seenNoteAds, viewable_notes) },
        },
      );
    }),
  );
});

test('places of ads, in any order and told twice', async () => {
  const feed = fc.record({ n: few(30), ads: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 12 }) });
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom('f1', 'f2', 'f3'), feed), async (feeds) => {
      const looked = Object.entries(feeds).map(([id, { n, ads }]) => {
        const places = Array.from({ length: 31 }, (_place, place) => place).filter((place) => ads.includes(place));
        const gaps = places.flatMap((place, nth) => (nth === 0 ? [] : [place - (places[nth - 1] ?? 0) - 1]));
        const upTo = (k: number) => (n < k ? null : places.filter((place) => place <= k).length / k);
        const share_at_k = { '5': upTo(5), '10': upTo(10), '20': upTo(20) };
        return [id, { first_ad_position: places[0] ?? null, gaps, share_at_k }] as const;
      });
      const gaps = looked.flatMap(([, feed]) => feed.gaps);
      const firsts = looked.flatMap(([, feed]) => feed.first_ad_position ?? []);
      const ends = gaps.length === 0 ? { min: null, max: null } : { min: Math.min(...gaps), max: Math.max(...gaps) };
      await agree(
        'share_at_k',
        { feeds },
        {
          feeds: Object.fromEntries(looked),
          gaps: {
            ...{ n: gaps.length, mean: share(total(gaps), gaps.length), median: quantile7(gaps, 0.5), ...ends },
            share_adjacent: share(gaps.filter((gap) => gap === 0).length, gaps.length),
          },
          median_first_ad_uncensored: quantile7(firsts, 0.5),
        },
      );
    }),
  );
});

test('first ads, with the mass of the censored moved to the right', async () => {
  const session = fc.record({ position: fc.integer({ min: 1, max: 12 }), ad_seen: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(session), async (sessions) => {
      const seen = sessions.filter(({ ad_seen }) => ad_seen).map(({ position }) => position);
      const curve = oracle.survival(sessions.map(({ position, ad_seen }) => ({ t: position, event: ad_seen })));
      const expected = { ...curve, naive_median_uncensored: quantile7(seen, 0.5) };
      await agree('first_ad_position_km_median', { sessions }, expected);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adPositions, firstAdCurve, firstOf, spellOf, type FeedAds } from '@/utils/density/positions';

/** A card that nobody could decide is neither an ad nor none: no figure may count it as either. */
describe('an undecided card', () => {
  const read = (feed: FeedAds) => adPositions({ f: feed }).feeds['f'];

  test('is in no share of the first few, on neither side', () => {
    const feed = { n: 12, ads: [2, 7], unknown: [3, 4, 9] };
    expect(read(feed)?.share_at_k).toEqual({ '5': 1 / 3, '10': 2 / 7, '20': null });
    expect(firstOf(feed, 5)).toEqual({ ads: 1, units: 3 });
  });

  test('counts as seen: five cards of which one is undecided are five', () => {
    expect(read({ n: 5, ads: [1], unknown: [5] })?.share_at_k['5']).toBe(1 / 4);
    expect(read({ n: 5, ads: [], unknown: [1, 2, 3, 4, 5] })?.share_at_k['5']).toBeNull();
  });

  test('between two ads leaves no gap to tell', () => {
    const { gaps } = adPositions({ f: { n: 9, ads: [1, 3, 8], unknown: [5] } });
    expect(gaps).toMatchObject({ n: 1, mean: 1 });
  });

  test.each<[string, FeedAds, object]>([
    ['after the first ad changes nothing', { n: 9, ads: [4], unknown: [6] }, { position: 4, ad_seen: true }],
    ['before it ends what is known', { n: 9, ads: [4], unknown: [3] }, { position: 2, ad_seen: false }],
    ['in a list without ads too', { n: 9, ads: [], unknown: [8] }, { position: 7, ad_seen: false }],
    ['that stands first leaves nothing known', { n: 9, ads: [2], unknown: [1] }, { position: 0, ad_seen: false }],
    ['that is an ad in another row is an ad', { n: 9, ads: [3], unknown: [3] }, { position: 3, ad_seen: true }],
  ])('%s', (_what, feed, spell) => expect(spellOf(feed)).toEqual(spell));

  test('that was nothing seen is at risk of no place', () => {
    const spells = [
      { n: 3, ads: [2], unknown: [1] },
      { n: 3, ads: [2] },
    ].flatMap((feed) => spellOf(feed) ?? []);
    expect(firstAdCurve(spells).table).toEqual([{ t: 2, at_risk: 1, events: 1, survival: 0 }]);
  });

  test('leaves a share between what it were if all of them were ads, and none', () => {
    const feed = fc.uniqueArray(fc.integer({ min: 1, max: 10 }), { minLength: 10 }).chain((order) =>
      fc.record({ ads: fc.nat(9), unknown: fc.nat(9) }).map(({ ads, unknown }) => ({
        ads: order.slice(0, ads),
        unknown: order.slice(ads, Math.min(ads + unknown, 9)),
      })),
    );
    fc.assert(
      fc.property(feed, ({ ads, unknown }) => {
        const share = read({ n: 10, ads, unknown })?.share_at_k['10'] ?? NaN;
        expect(share).toBeGreaterThanOrEqual(ads.length / 10);
        expect(share).toBeLessThanOrEqual((ads.length + unknown.length) / 10 + 1e-12);
      }),
    );
  });
});

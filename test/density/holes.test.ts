import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adPositions, firstOf, spellOf, type FeedAds } from '@/utils/density/positions';
import { addPlace, joinRuns, type Run } from '@/utils/density/runs';

const toldIn = (places: readonly number[]) => {
  const runs: Run[] = [];
  for (const place of places) addPlace(runs, place);
  return runs;
};

test.each<[string, number[], Run[]]>([
  ['in order', [1, 2, 3, 3, 4], [[1, 4]]],
  ['in the order of two columns', [1, 3, 2, 5, 4], [[1, 5]]],
  [
    'with holes, backwards',
    [9, 8, 5, 2, 1],
    [
      [1, 2],
      [5, 5],
      [8, 9],
    ],
  ],
])('places %s are runs', (_how, places, runs) => expect(joinRuns(toldIn(places))).toEqual(runs));

/** A card that is in no row may have been an ad: no figure may count it as none. */
describe('a place that was not told', () => {
  const read = (feed: FeedAds) => adPositions({ f: feed }).feeds['f'];

  test('is in no share of the first few', () => {
    const feed: FeedAds = { n: 12, ads: [2, 7], unknown: [8], told: toldIn([1, 2, 5, 6, 7, 8, 12]) };
    expect(read(feed)?.share_at_k).toEqual({ '5': 1 / 3, '10': 2 / 5, '20': null });
    expect(firstOf(feed, 10)).toEqual({ ads: 2, units: 5 });
  });

  test('before all others makes a list none of those that began', () => {
    const later: FeedAds = { n: 80, ads: [44, 49], told: [[41, 80]] };
    expect(read(later)).toEqual({
      first_ad_position: null,
      gaps: [4],
      share_at_k: { '5': null, '10': null, '20': null },
    });
    expect([firstOf(later, 20), spellOf(later)]).toEqual([null, null]);
    expect(adPositions({ later }).median_first_ad_uncensored).toBeNull();
  });

  test('between two ads leaves no gap to tell', () => {
    const { gaps } = adPositions({ f: { n: 9, ads: [1, 3, 8], told: toldIn([1, 2, 3, 4, 6, 7, 8, 9]) } });
    expect(gaps).toMatchObject({ n: 1, mean: 1 });
  });

  test.each<[string, FeedAds, object | null]>([
    [
      'after the first ad changes nothing',
      {
        n: 9,
        ads: [2],
        told: [
          [1, 2],
          [5, 9],
        ],
      },
      { position: 2, ad_seen: true },
    ],
    [
      'before it ends what is known',
      {
        n: 9,
        ads: [6],
        told: [
          [1, 3],
          [5, 9],
        ],
      },
      { position: 3, ad_seen: false },
    ],
    [
      'in a list without ads too',
      {
        n: 9,
        ads: [],
        told: [
          [1, 3],
          [5, 9],
        ],
      },
      { position: 3, ad_seen: false },
    ],
    [
      'does so after an undecided one, too',
      { n: 9, ads: [], unknown: [2], told: [[1, 3]] },
      { position: 1, ad_seen: false },
    ],
    ['that is the first leaves nothing known', { n: 9, ads: [2], told: [[2, 9]] }, null],
    ['of which there is none leaves the end', { n: 9, ads: [], told: [[1, 9]] }, { position: 9, ad_seen: false }],
  ])('%s', (_what, feed, spell) => expect(spellOf(feed)).toEqual(spell));

  test('is as one that nobody could decide, once the list has begun', () => {
    const kinds = fc.array(fc.constantFrom('ad', 'none', 'gone'), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(kinds, (rest) => {
        const feed = ['none', ...rest, 'none'];
        const at = (kind: string) => feed.flatMap((each, place) => (each === kind ? place + 1 : []));
        const [n, ads, unknown] = [feed.length, at('ad'), at('gone')];
        const told = toldIn([...ads, ...at('none')]);
        expect(read({ n, ads, told })).toEqual(read({ n, ads, unknown }));
        expect(spellOf({ n, ads, told })).toEqual(spellOf({ n, ads, unknown }));
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { densityTally } from '@/utils/report';
import type { ExposureEvent } from '@/utils/core/units';
import { rowsFrom } from '../export/collect';
import * as made from '../export/made-rows';

const day = 86_400_000;
const places = Array.from({ length: 80 }, (_one, place) => place);

/** Of six lists, each fifth card is an ad, from the fourth place on. @param pauseAt the place before which 40 minutes pass */
const lists = (pauseAt = Infinity): ExposureEvent[] =>
  [0, 1, 2, 3, 4, 5].flatMap((list) =>
    places.map((position) =>
      made.card(list * day + position * 1_000 + (position >= pauseAt ? 40 * made.minute : 0), `v${String(list)}`, {
        unit: { key: `card:${String(position)}`, position, ...(position % 5 === 3 && { signals: ['L2 is_ads'] }) },
      }),
    ),
  );

async function positionsOf(life: readonly ExposureEvent[]) {
  const { exposures } = await rowsFrom([...life]);
  const tally = densityTally({ zoneMinutes: 480, device: 'desktop' });
  for (const row of exposures) tally.add({ table: 'exposures', row, at: 0 });
  return tally.report().positions;
}

const without = (isGone: (position: number) => boolean) =>
  lists().filter(({ unit: { position = 0 } }) => !isGone(position));

const shares = ({ firsts }: Awaited<ReturnType<typeof positionsOf>>) =>
  firsts.map(({ pages, share }) => [pages, share.state === 'known' ? share.value : share.state]);

const whole = await positionsOf(lists());

test('six lists of eighty cards', () => {
  expect(shares(whole)).toEqual([
    [6, 0.2],
    [6, 0.2],
    [6, 0.2],
  ]);
  expect(whole).toMatchObject({ pages: 6, until: 4, median: { value: 4, low: 4, high: 4 } });
  expect(whole.without.units).toBe(6);
});

describe('cards that are not told are taken for no ads nowhere', () => {
  test('in a list that goes on after a pause', async () => {
    const { gaps, ...positions } = await positionsOf(lists(40));
    const { gaps: wholeGaps, ...others } = whole;
    expect(positions).toEqual(others);
    expect(gaps.mean).toMatchObject({ value: 4, units: wholeGaps.mean.units - 6 }); // the one over the pause
  });

  test('in lists whose beginning is gone', async () => {
    const positions = await positionsOf(without((position) => position < 40));
    expect(shares(positions)).toEqual(Array(3).fill([0, 'few']));
    expect(positions).toMatchObject({ pages: 0, isEnough: false, median: { state: 'few' }, steps: [] });
    expect(positions.gaps.mean).toMatchObject({ value: 4, units: 6 * 7 });
  });

  test('in lists of which one ad is gone', async () => {
    const positions = await positionsOf(without((position) => position === 8));
    expect(shares(positions)).toEqual([
      [6, 0.2],
      [6, 1 / 9],
      [6, 3 / 19],
    ]);
    expect(positions.gaps.mean).toMatchObject({ value: 4, units: 6 * 13 });
    expect(positions.gaps.median).toMatchObject({ value: 4, high: 4 });
  });

  test('in lists that go on from within the first ten', async () => {
    expect(shares(await positionsOf(without((position) => position < 8)))).toEqual(Array(3).fill([0, 'few']));
  });

  test('nor are lists with a hole among those with or without an ad, whichever they have', async () => {
    const half = lists().map((row, place) => (place < 240 ? { ...row, unit: { ...row.unit, signals: [] } } : row));
    expect((await positionsOf(half)).without).toMatchObject({ units: 6 });
    const withHole = half.filter(({ unit: { position } }) => position !== 30);
    expect((await positionsOf(withHole)).without).toMatchObject({ state: 'few', units: 0 });
  });

  test('in lists that wait for their first ad, nor are those known to have none', async () => {
    const positions = await positionsOf(without((position) => position % 5 === 3));
    expect(positions).toMatchObject({ pages: 6, until: 3, steps: [], median: { value: null } });
    expect(positions.without).toMatchObject({ state: 'few', units: 0 });
  });
});

describe('an ad whose place nobody knows', () => {
  const { position: _none, ...beside } = made.card(0, 'v0').unit;
  const unplaced = (at: number, visit: string, unit: object) => {
    const { unit: _own, ...card } = made.card(at, visit);
    return { ...card, unit: { ...beside, key: `card:beside:${visit}`, ...unit } } as ExposureEvent;
  };
  const ad = { signals: ['L2 is_ads'] };
  /** Twenty-five lists of twelve cards without an ad, each with one thing more. @param adAt every fifth has an ad there instead */
  const withThing = (unit: object, adAt?: number) =>
    Array.from({ length: 25 }, (_list, list) => {
      const [at, visit] = [list * 60 * made.minute, `w${String(list)}`];
      const cards = places.slice(0, 12).map((position) =>
        made.card(at + position * 1_000, visit, {
          unit: { key: `card:${String(position)}`, position, ...(list % 5 === 0 && position === adAt && ad) },
        }),
      );
      return list % 5 === 0 && adAt !== undefined ? cards : [...cards, unplaced(at + 4_500, visit, unit)];
    }).flat();

  test('makes its list one with an ad, and of its first ones and of gaps nothing is told', async () => {
    const positions = await positionsOf(withThing(ad));
    expect(positions.without).toMatchObject({ value: 0, part: 0, units: 25 });
    expect(positions).toMatchObject({ pages: 0, steps: [], median: { state: 'few' } });
    expect(shares(positions)).toEqual(Array(3).fill([0, 'few']));
    expect(positions.gaps.mean).toMatchObject({ state: 'few', units: 0 });
  });

  test('leaves other lists what they tell', async () => {
    const positions = await positionsOf(withThing(ad, 3));
    expect(positions).toMatchObject({ pages: 5, until: 4, without: { value: 0, units: 25 } });
    expect(shares(positions)[0]).toEqual([5, 0.2]);
  });

  test.each([
    ['no ad', {}],
    ['undecided', { kind: 'other' }],
  ])('none is made of what stands beside a list and is %s', async (_what, unit) => {
    const positions = await positionsOf(withThing(unit));
    expect(positions).toMatchObject({ pages: 25, until: 12, without: { value: 1, units: 25 } });
  });

  test('nor is a list with a hole asked for its ads', async () => {
    const positions = await positionsOf(withThing(ad).filter(({ unit: { position } }) => position !== 8));
    expect(positions.without).toMatchObject({ state: 'few', units: 0 });
  });
});

import { describe, expect, test } from 'vitest';
import { withCheck, type SpotCheck, type Verdict } from '@/utils/core/spot-checks';
import { correctedReport } from '@/utils/density/corrected';
import { mulberry32 } from '@/utils/density/intervals';
import { candidateTally } from '@/utils/report/candidates';
import * as made from '../export/made-rows';

let told = 0;
function checks(count: number, isAd: boolean, says: Verdict): SpotCheck[] {
  return Array.from({ length: count }, () => ({
    ...{ key: `k${String((told += 1))}`, noteId: 'n', isAd, rules: 'r', says, coder: 1, at: 0 },
  }));
}

describe('a share with the error of the rules put right', () => {
  // Of 250 cards called ads 90 % are, of 750 others 20 % are ads all the same: 225 + 150 of 1000.
  const looked = [
    ...checks(18, true, 'ad'),
    ...checks(2, true, 'not-ad'),
    ...checks(6, false, 'ad'),
    ...checks(24, false, 'not-ad'),
  ];
  const report = correctedReport(looked, { ads: 250, others: 750 });

  test('is what a look at every card would have found', () => {
    expect(report).toMatchObject({ isEnough: true, observed: 0.25, checked: { ads: 20, others: 30, unsure: 0 } });
    expect(report.precision).toBeCloseTo(0.9, 12);
    expect(report.recall).toBeCloseTo(225 / 375, 12);
    expect(report.corrected?.value).toBeCloseTo(0.375, 12);
  });

  test('has an interval around it that more looks make narrower', () => {
    const width = ({ corrected }: typeof report) => (corrected ? corrected.high - corrected.low : NaN);
    const { low, high } = report.corrected ?? { low: NaN, high: NaN };
    expect(low).toBeLessThan(0.375);
    expect(high).toBeGreaterThan(0.375);
    const four = [...looked, ...looked, ...looked, ...looked];
    expect(width(correctedReport(four, { ads: 250, others: 750 }))).toBeLessThan(width(report));
    expect(correctedReport(looked, { ads: 250, others: 750 })).toEqual(report); // the same seed, the same interval
  });

  test('the undecided say nothing', () => {
    const more = correctedReport([...looked, ...checks(5, true, 'unsure')], { ads: 250, others: 750 });
    expect(more).toEqual({ ...report, checked: { ads: 20, others: 30, unsure: 5 } });
  });
});

test.each([
  [9, 30],
  [30, 9],
  [0, 0],
])('%d and %d looks are too few for any number', (ads, others) => {
  const report = correctedReport([...checks(ads, true, 'ad'), ...checks(others, false, 'not-ad')], {
    ads: 5,
    others: 5,
  });
  expect(report).toMatchObject({ isEnough: false, precision: null, recall: null, kappa: null, corrected: null });
});

test('two coders agree beyond chance, or not, over cards that both decided', () => {
  const first = [...checks(10, true, 'ad'), ...checks(10, false, 'not-ad')];
  const second = first.map((check, place): SpotCheck => ({ ...check, coder: 2, says: place < 8 ? 'ad' : 'not-ad' }));
  const { coders } = correctedReport([...first, ...second, ...checks(3, true, 'ad')], { ads: 20, others: 80 });
  expect(coders.n).toBe(20);
  expect(coders.kappa).toBeCloseTo(0.8, 12);
});

test('a second word of the same coder takes the place of the first', () => {
  const [one] = checks(1, true, 'ad');
  const again = { ...one!, says: 'not-ad' as const };
  expect(withCheck([one!], again)).toEqual([again]);
  expect(withCheck([one!], { ...again, coder: 2 })).toHaveLength(2);
});

describe('cards to look at', () => {
  const ad = { label: { text: '赞助', kind: 'equivalent' as const } };
  const cards = (count: number, unit: object) =>
    Array.from({ length: count }, (_card, place) =>
      made.card(place, 'v', { unit: { key: `${JSON.stringify(unit).slice(0, 12)}${String(place)}`, ...unit } }),
    );

  test('ads and others are drawn apart, and all are counted', () => {
    const tally = candidateTally(mulberry32(1), () => false);
    for (const event of [...cards(40, ad), ...cards(400, {}), ...cards(40, ad)]) tally.add(event);
    expect(tally.population()).toEqual({ ads: 40, others: 400 }); // a stay that comes again is the same card
    expect(tally.candidates().filter(({ isAd }) => isAd)).toHaveLength(10);
    expect(tally.candidates().filter(({ isAd }) => !isAd)).toHaveLength(10);
  });

  test('each has the same chance', () => {
    const drawn = new Map<string, number>();
    for (let seed = 1; seed <= 400; seed += 1) {
      const tally = candidateTally(mulberry32(seed), () => false);
      for (const event of cards(40, {})) tally.add(event);
      for (const { key } of tally.candidates()) drawn.set(key, (drawn.get(key) ?? 0) + 1);
    }
    expect(drawn.size).toBe(40);
    for (const times of drawn.values()) expect(Math.abs(times - 100)).toBeLessThan(45);
  });

  test('not those that were judged, never shown, unreadable or no notes', () => {
    const tally = candidateTally(mulberry32(1), (key) => key.endsWith('done'));
    tally.add(made.card(0, 'v', { unit: { key: 'done' } }));
    tally.add(made.card(0, 'v', { entry: 0, states: [], unit: { key: 'unseen' } }));
    tally.add(made.card(0, 'v', { unit: { key: 'odd', kind: 'other' } }));
    tally.add(made.card(0, 'v', { unit: { key: 'unknown', label: { text: '', kind: 'unknown' } } }));
    tally.add(made.click(0, 'v'));
    expect(tally.candidates()).toEqual([]);
    expect(tally.population()).toEqual({ ads: 0, others: 1 });
  });
});

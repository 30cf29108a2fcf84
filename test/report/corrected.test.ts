import { describe, expect, test } from 'vitest';
import { withCheck, type SpotCheck, type Verdict } from '@/utils/core/spot-checks';
import { correctedReport } from '@/utils/density/corrected';
import { mulberry32 } from '@/utils/density/intervals';
import { candidateTally } from '@/utils/report/candidates';
import * as made from '../export/made-rows';

const rules = new Set(['r']);
const population = { ads: 250, others: 750, rules };
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
  const report = correctedReport(looked, population);

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
    expect(width(correctedReport(four, population))).toBeLessThan(width(report));
    expect(correctedReport(looked, population)).toEqual(report); // the same seed, the same interval
  });

  test.each([
    ['found nothing wrong', 10, 0],
    ['found one wrong among the ads', 9, 0],
    ['found every ad wrong and missed all', 0, 10],
  ])('is in doubt also where ten looks %s', (_what, right, missed) => {
    const few = [
      ...checks(right, true, 'ad'),
      ...checks(10 - right, true, 'not-ad'),
      ...checks(missed, false, 'ad'),
      ...checks(10 - missed, false, 'not-ad'),
    ];
    const { corrected } = correctedReport(few, { ads: 300, others: 2_700, rules });
    const { value, low, high } = corrected ?? { value: NaN, low: NaN, high: NaN };
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    // Of 2,700 cards, ten that were alike may stand for a fifth that is not.
    expect(high - low).toBeGreaterThan(0.1);
  });

  test('what was said unasked is counted and changes nothing', () => {
    const unasked = [...checks(7, true, 'not-ad'), ...checks(4, false, 'ad'), ...checks(2, true, 'unsure')];
    const more = correctedReport([...looked, ...unasked.map((each) => ({ ...each, told: true as const }))], population);
    expect(more).toEqual({ ...report, told: { notAds: 7, missed: 4 } });
  });

  test('looks at what other rules made of cards say nothing of these', () => {
    const old = checks(20, true, 'not-ad').map((each) => ({ ...each, rules: 'older' }));
    expect(correctedReport([...looked, ...old], population)).toEqual(report);
  });

  test('the undecided say nothing', () => {
    const more = correctedReport([...looked, ...checks(5, true, 'unsure')], population);
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
    rules,
  });
  expect(report).toMatchObject({ isEnough: false, precision: null, recall: null, kappa: null, corrected: null });
});

test('two coders agree beyond chance, or not, over cards that both decided', () => {
  const first = [...checks(10, true, 'ad'), ...checks(10, false, 'not-ad')];
  const second = first.map((check, place): SpotCheck => ({ ...check, coder: 2, says: place < 8 ? 'ad' : 'not-ad' }));
  const { coders } = correctedReport([...first, ...second, ...checks(3, true, 'ad')], { ads: 20, others: 80, rules });
  expect(coders.n).toBe(20);
  expect(coders.kappa).toBeCloseTo(0.8, 12);
});

test('a second word of the same coder takes the place of the first', () => {
  const [one] = checks(1, true, 'ad');
  const again = { ...one!, says: 'not-ad' as const };
  expect(withCheck([one!], again)).toEqual([again]);
  expect(withCheck([one!], { ...again, coder: 2 })).toHaveLength(2);
  // Said unasked, it does not take the place of an answer: the sample would lose what it was drawn for.
  expect(withCheck([one!], { ...again, told: true })).toHaveLength(2);
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
    expect(tally.population()).toMatchObject({ ads: 40, others: 400 }); // a stay that comes again is the same card
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

  test('each has the same chance where some were judged before', () => {
    const drawn = new Map<string, number>();
    for (let seed = 1; seed <= 400; seed += 1) {
      const tally = candidateTally(mulberry32(seed), (key) => Number(key.split('}').at(-1)) < 40);
      for (const event of cards(80, {})) tally.add(event);
      for (const { key } of tally.candidates()) drawn.set(key, (drawn.get(key) ?? 0) + 1);
    }
    expect(drawn.size).toBe(40);
    for (const times of drawn.values()) expect(Math.abs(times - 100)).toBeLessThan(45);
  });

  test('the last ones are those that nobody is to judge blindly', () => {
    const tally = candidateTally(mulberry32(1), () => false);
    for (const event of cards(60, {})) tally.add(event);
    const drawn = new Set(tally.candidates().map(({ key }) => key));
    const last = tally.last();
    expect(last).toHaveLength(8);
    expect(last.filter(({ key }) => drawn.has(key))).toEqual([]);
    expect(last.map(({ at }) => at)).toEqual(last.map(({ at }) => at).sort((a, b) => b - a));
    expect(last[0]?.at).toBeGreaterThan(made.start + 45);
  });

  test('not those that were judged, never shown, unreadable or no notes', () => {
    const tally = candidateTally(mulberry32(1), (key) => key.endsWith('done'));
    tally.add(made.card(0, 'v', { unit: { key: 'done' } }));
    tally.add(made.card(0, 'v', { entry: 0, states: [], unit: { key: 'unseen' } }));
    tally.add(made.card(0, 'v', { unit: { key: 'odd', kind: 'other' } }));
    tally.add(made.card(0, 'v', { unit: { key: 'unknown', label: { text: '', kind: 'unknown' } } }));
    tally.add(made.click(0, 'v'));
    expect(tally.candidates()).toEqual([]);
    expect(tally.population()).toMatchObject({ ads: 0, others: 1 });
  });
});

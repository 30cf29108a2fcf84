import { describe, expect, test } from 'vitest';
import { withCheck, type SpotCheck, type Verdict } from '@/utils/core/spot-checks';
import { correctedReport } from '@/utils/density/corrected';
import { mulberry32 } from '@/utils/density/intervals';
import { candidateTally } from '@/utils/report/candidates';
import * as made from '../export/made-rows';

const rules = new Set(['r']);
/** Ten sessions with as many ads each. */
const populationOf = (ads: number, others: number, sessions = 10) => ({
  ...{ ads, others, undecided: 0, rules },
  sessions: Array.from({ length: sessions }, () => ({ ads: ads / sessions, units: (ads + others) / sessions })),
});
const population = populationOf(250, 750);
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
    expect(report).toMatchObject({
      ...{ isEnough: true, checked: { ads: 20, others: 30, unsure: 0 } },
      ...{ observed: { state: 'known', value: 0.25, units: 1_000, clusters: 10 }, of: { cards: 1_000, undecided: 0 } },
    });
    expect(report.precision?.value).toBeCloseTo(0.9, 12);
    expect(report.recall?.value).toBeCloseTo(225 / 375, 12);
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
    const { corrected } = correctedReport(few, populationOf(300, 2_700));
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
  const looked = [...checks(ads, true, 'ad'), ...checks(others, false, 'not-ad')];
  const report = correctedReport(looked, populationOf(5, 5));
  expect(report).toMatchObject({ isEnough: false, precision: null, recall: null, kappa: null, corrected: null });
});

test('two coders agree beyond chance, or not, over cards that both decided', () => {
  const first = [...checks(10, true, 'ad'), ...checks(10, false, 'not-ad')];
  const second = first.map((check, place): SpotCheck => ({ ...check, coder: 2, says: place < 8 ? 'ad' : 'not-ad' }));
  const agreed = (...all: SpotCheck[]) => correctedReport(all, populationOf(20, 80)).coders;
  const { n, kappa } = agreed(...first, ...second, ...checks(3, true, 'ad'));
  expect(n).toBe(20);
  expect(kappa?.value).toBeCloseTo(0.8, 12);
  // Fleiss, Cohen, Everitt 1969: an error of 0.131 at such a table; small samples lean to less agreement.
  expect(kappa?.low).toBeGreaterThan(0.3);
  expect(kappa?.low).toBeLessThan(0.6);
  expect(kappa?.high).toBeGreaterThan(0.9);
  expect(kappa?.high).toBeLessThan(1);
  expect(agreed(...first, ...second.slice(0, 9))).toEqual({ n: 9, kappa: null });
});

describe('the rates of the rules', () => {
  const rates = (ads: number, wrong: number) =>
    correctedReport(
      [...checks(ads - wrong, true, 'ad'), ...checks(wrong, true, 'not-ad'), ...checks(30, false, 'not-ad')],
      population,
    );

  test.each([
    // The middle 95 % of Beta(18.5, 2.5) and Beta(9.5, 1.5), added up over a grid.
    { ads: 20, wrong: 2, low: 0.716, high: 0.979 },
    { ads: 10, wrong: 1, low: 0.619, high: 0.989 },
  ])('of $ads looks, $wrong wrong: precision within $low and $high', ({ ads, wrong, low, high }) => {
    const { precision } = rates(ads, wrong);
    expect(precision?.value).toBeCloseTo(0.9, 12);
    expect(Math.abs((precision?.low ?? 0) - low)).toBeLessThan(0.02);
    expect(Math.abs((precision?.high ?? 0) - high)).toBeLessThan(0.02);
  });

  test('of none or all lie at the edge of what is possible', () => {
    expect(rates(20, 0).precision).toMatchObject({ value: 1, high: 1 });
    expect(rates(20, 20).precision).toMatchObject({ value: 0, low: 0 });
  });

  test('are told of one evening, and no share is', () => {
    const looked = [...checks(20, true, 'ad'), ...checks(30, false, 'not-ad')];
    const evening = correctedReport(looked, populationOf(250, 750, 1));
    expect(evening).toMatchObject({ isEnough: true, precision: { value: 1 }, corrected: null });
    expect(evening.observed).toEqual({ state: 'few', units: 1_000, clusters: 1 });
  });
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

  test('are counted by session, and those that the rules could not decide apart', () => {
    const tally = candidateTally(mulberry32(1), () => false);
    const hour = 60 * made.minute;
    for (const at of [0, 1, 2])
      tally.add(made.card(at * hour, `v${String(at)}`, { unit: { key: 'card:0', ...(at > 0 && ad) } }));
    tally.add(made.card(2 * hour + made.minute, 'v2', { unit: { key: 'card:1' } }));
    const odd = { unit: { key: 'odd', label: { text: '', kind: 'unknown' as const } } };
    tally.add(made.card(2 * hour + 2 * made.minute, 'v2', odd));
    expect(tally.population()).toMatchObject({ ads: 2, others: 2, undecided: 1 });
    expect(tally.population().sessions).toEqual([
      { ads: 0, units: 1 },
      { ads: 1, units: 1 },
      { ads: 1, units: 2 },
    ]);
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

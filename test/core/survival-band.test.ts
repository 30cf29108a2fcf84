import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kaplanMeier } from '@/utils/core/kaplan-meier';
import { studentT } from '@/utils/core/student-t';
import { mulberry32 } from '@/utils/density/intervals';
import { concentrationMiddle } from '@/utils/density/middle';
import { survivalBand } from '@/utils/core/survival-band';

interface Spell {
  t: number;
  event: boolean;
}

describe('the interval of a Kaplan–Meier curve', () => {
  const spell: fc.Arbitrary<Spell> = fc.record({ t: fc.integer({ min: 1, max: 9 }), event: fc.boolean() });

  test('is Greenwood’s, on log(−log S), where each cluster has one spell', () => {
    fc.assert(
      fc.property(fc.array(spell, { minLength: 6, maxLength: 40 }), (spells) => {
        const { table } = kaplanMeier(spells);
        const m = spells.length;
        let greenwood = 0;
        const band = survivalBand(
          spells.map((each) => [each]),
          table,
        );
        for (const [place, { events, at_risk, survival }] of table.entries()) {
          greenwood += events / (at_risk * (at_risk - events));
          if (survival === 0) continue;
          const half = (studentT(m - 1) * Math.sqrt((m / (m - 1)) * greenwood)) / -Math.log(survival);
          expect(band[place]?.low).toBeCloseTo(survival ** Math.exp(half), 9);
          expect(band[place]?.high).toBeCloseTo(survival ** Math.exp(-half), 9);
        }
      }),
    );
  });

  test('holds the curve, stays within 0 and 1, and ends where nothing is left', () => {
    fc.assert(
      fc.property(fc.array(fc.array(spell, { maxLength: 5 }), { minLength: 5, maxLength: 12 }), (clusters) => {
        const { table } = kaplanMeier(clusters.flat());
        for (const [place, { low, high }] of survivalBand(clusters, table).entries()) {
          const { survival = NaN } = table[place] ?? {};
          const isTold = survival > 0 && clusters.filter(({ length }) => length > 0).length > 1;
          expect([low === null, high === null]).toEqual([!isTold, !isTold]);
          if (low === null || high === null) continue;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(survival);
          expect(high).toBeGreaterThanOrEqual(survival);
          expect(high).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  // Lists of one session are alike: two hundred times, forty sessions of six lists each that share a rate.
  test('holds the truth about as often as promised, where spells of a cluster are alike', () => {
    const random = mulberry32(3);
    const draw = (): Spell[] => {
      const isLate = random() < 0.5;
      return Array.from({ length: 6 }, () => ({ t: (isLate ? 5 : 1) + Math.floor(4 * random()), event: true }));
    };
    let held = 0;
    for (let round = 0; round < 200; round += 1) {
      const clusters = Array.from({ length: 40 }, draw);
      const { table } = kaplanMeier(clusters.flat());
      const place = table.findIndex(({ t }) => t === 4); // those that are late are what is left: one half
      const { low, high } = survivalBand(clusters, table)[place] ?? {};
      if ((low ?? 1) <= 0.5 && 0.5 <= (high ?? 0)) held += 1;
    }
    expect(held).toBeGreaterThan(180);
    expect(held).toBeLessThan(200);
  });

  test('is not nothing where all clusters agree', () => {
    const clusters = Array.from({ length: 6 }, (): Spell[] => [
      { t: 2, event: true },
      { t: 5, event: false },
    ]);
    const { table } = kaplanMeier(clusters.flat());
    const [{ low, high } = { low: 1, high: 0 }] = survivalBand(clusters, table);
    expect((high ?? 0) - (low ?? 1)).toBeGreaterThan(0.3);
  });
});

describe('concentration', () => {
  test('has an interval over sessions, within 0 and 1', () => {
    const sessions = Array.from({ length: 12 }, (_session, no) => ({ jd: 3, tmall: no % 4 }));
    const middle = concentrationMiddle(sessions, 20);
    expect(middle).toMatchObject({ state: 'known', value: (36 / 54) ** 2 + (18 / 54) ** 2, units: 54, clusters: 12 });
    if (middle.state === 'few') return;
    expect(middle.low).toBeLessThan(middle.value ?? 0);
    expect(middle.high).toBeGreaterThan(middle.value ?? 1);
    expect(middle.high).toBeLessThanOrEqual(1);
  });

  test.each([
    ['four sessions', Array.from({ length: 4 }, () => ({ jd: 9 }))],
    ['nineteen links', [...Array.from({ length: 5 }, () => ({ jd: 3 })), { jd: 4 }]],
  ])('%s: no number', (_what, sessions) => expect(concentrationMiddle(sessions, 20).state).toBe('few'));
});

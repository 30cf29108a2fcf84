import { isNumber } from './numbers';

export interface SurvivalStep {
  t: number;
  at_risk: number;
  events: number;
  survival: number;
}

/**
 * The product-limit estimate (Kaplan & Meier 1958). Events come before censorings of the same time; the median is the
 * first time at which no more than half are left, null if that is never reached. A spell of unknown length says nothing.
 */
export function kaplanMeier(spells: readonly { t: number; event: boolean }[]): {
  table: SurvivalStep[];
  median: number | null;
} {
  const sorted = spells.filter(({ t }) => isNumber(t)).sort((a, b) => a.t - b.t);
  const table: SurvivalStep[] = [];
  let survival = 1;
  for (let from = 0; from < sorted.length;) {
    const t = sorted[from]?.t ?? 0;
    let next = from;
    let events = 0;
    for (; sorted[next]?.t === t; next += 1) events += Number(sorted[next]?.event === true);
    const at_risk = sorted.length - from;
    survival *= 1 - events / at_risk;
    if (events > 0) table.push({ t, at_risk, events, survival });
    from = next;
  }
  // Products of fractions miss one half by a rounding: 5/6 · 4/5 · 3/4.
  return { table, median: table.find((step) => step.survival <= 0.5 + 1e-12)?.t ?? null };
}

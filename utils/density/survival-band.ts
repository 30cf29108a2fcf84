import { sum } from '../core/numbers';
import type { SurvivalStep } from '../core/kaplan-meier';
import { studentT } from './estimate';

/** A time until an event or until the watching ended. */
interface Spell {
  t: number;
  event: boolean;
}

/** Null where no more than 0 is left: the transformed interval has no place there. */
interface Edge {
  low: number | null;
  high: number | null;
}

/**
 * Pointwise intervals of 95 % around a Kaplan–Meier curve. The variance of log S is Greenwood's, made robust to clusters by
 * the spells' own influences (infinitesimal jackknife; Williams 1995, Product-limit survival functions with correlated
 * survival times): with one spell to a cluster it is Greenwood's. The interval is symmetric on log(−log S), which keeps it
 * within 0 and 1, with t of m − 1 degrees of freedom. Where all clusters agree, Greenwood's own variance stands.
 * @param table of all spells, as the curve gives it
 */
export function survivalBand(clusters: readonly (readonly Spell[])[], table: readonly SurvivalStep[]): Edge[] {
  const own = clusters.filter(({ length }) => length > 0);
  const m = own.length;
  return table.map(({ t, survival }) => {
    if (m < 2 || survival <= 0) return { low: null, high: null };
    const steps = table.filter((step) => step.t <= t);
    const greenwood = sum(steps.map(({ events: d, at_risk: n }) => d / (n * (n - d))));
    const influences = own.map((spells) => sum(spells.map((spell) => influenceOf(spell, steps))));
    const robust = (m / (m - 1)) * sum(influences.map((each) => each ** 2));
    const se = Math.sqrt(robust > 1e-15 ? robust : greenwood);
    const half = (studentT(m - 1) * se) / Math.abs(Math.log(survival));
    return { low: survival ** Math.exp(half), high: survival ** Math.exp(-half) };
  });
}

/** By how much log S would move with one spell more of its kind: what it adds as an event, less what it adds at risk. */
function influenceOf({ t, event }: Spell, steps: readonly SurvivalStep[]): number {
  let influence = 0;
  for (const { t: at, events, at_risk: n } of steps) {
    if (at > t) break;
    const isIts = event && at === t;
    influence += (Number(isIts) - events / n) / (n - events);
  }
  return influence;
}

import { sum } from './numbers';
import type { SurvivalStep } from './kaplan-meier';
import { studentT } from './student-t';

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

/** A cluster as the curve passes: its spells by time, the first that still goes on, and by how much it moved log S. */
interface Passed {
  spells: readonly Spell[];
  next: number;
  influence: number;
}

/**
 * Pointwise intervals of 95 % around a Kaplan–Meier curve. The variance of log S is Greenwood's, made robust to clusters by
 * the spells' own influences (infinitesimal jackknife; Williams 1995, Product-limit survival functions with correlated
 * survival times): with one spell to a cluster it is Greenwood's. The interval is symmetric on log(−log S), which keeps it
 * within 0 and 1, with t of m − 1 degrees of freedom. Where all clusters agree, Greenwood's own variance stands.
 * @param table of all spells, as the curve gives it
 */
export function survivalBand(clusters: readonly (readonly Spell[])[], table: readonly SurvivalStep[]): Edge[] {
  const own = clusters
    .filter(({ length }) => length > 0)
    .map((spells): Passed => ({ spells: [...spells].sort((a, b) => a.t - b.t), next: 0, influence: 0 }));
  const m = own.length;
  let greenwood = 0;
  return table.map((step) => {
    const { at_risk: n, events: d, survival } = step;
    if (m < 2 || survival <= 0) return { low: null, high: null };
    greenwood += d / (n * (n - d));
    for (const cluster of own) pass(cluster, step);
    const robust = (m / (m - 1)) * sum(own.map(({ influence }) => influence ** 2));
    const se = Math.sqrt(robust > 1e-15 ? robust : greenwood);
    const half = (studentT(m - 1) * se) / Math.abs(Math.log(survival));
    return { low: survival ** Math.exp(half), high: survival ** Math.exp(-half) };
  });
}

/** By how much log S would move with the cluster's spells once more: what they add as events, less what they add at risk. */
function pass(cluster: Passed, { t, at_risk: n, events: d }: SurvivalStep): void {
  const { spells } = cluster;
  while ((spells[cluster.next]?.t ?? t) < t) cluster.next += 1;
  let events = 0;
  for (let place = cluster.next; spells[place]?.t === t; place += 1) events += Number(spells[place]?.event);
  cluster.influence += (events - ((spells.length - cluster.next) * d) / n) / (n - d);
}

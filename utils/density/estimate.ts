import { fewest, type Estimate } from '../core/density-report';
import { sum } from '../core/numbers';
import { studentT, z95 } from '../core/student-t';
import type { Cluster } from './cluster';
import { clusterRatio, wilson } from './intervals';

/**
 * A share over clusters, with its interval of 95 %: t with m − 1 degrees of freedom on the error that the clusters leave.
 * Where all of them agree that error is 0 and would promise certainty; then the clusters count as so many trials.
 * @param units what was counted, where the clusters hold something else, such as ms
 */
export function estimateOf(clusters: readonly Cluster[], units = sum(clusters.map((each) => each.units))): Estimate {
  const own = clusters.filter((each) => each.units > 0);
  const m = own.length;
  const { pooled_ratio: value, cluster_se_linearised: se } = clusterRatio(own);
  if (value === null || se === null || m < fewest.clusters || units < fewest.units)
    return { state: 'few', units, clusters: m };
  const part = sum(own.map(({ ads }) => ads));
  const [low, high] = se === 0 ? wilson(value * m, m, z95) : around(value, studentT(m - 1) * se);
  return { state: 'known', value, low: low ?? 0, high: high ?? 1, part, units, clusters: m };
}

/** Of no event in so much there may be this many in as much again, 19 times of 20 (Poisson, exact). */
const mostOfNone = -Math.log(0.025);

/**
 * A mean or a rate over clusters, which has no upper bound, with its interval as above. Where all clusters agree on
 * something there is no spread to tell of; where all of them have none, some may come all the same.
 * @param units what was counted, where the clusters hold something else, such as hours
 */
export function rateOf(clusters: readonly Cluster[], units = sum(clusters.map((each) => each.units))): Estimate {
  const own = clusters.filter((each) => each.units > 0);
  const { pooled_ratio: value, cluster_se_linearised: se } = clusterRatio(own);
  if (value === null || se === null || own.length < fewest.clusters || units < fewest.units)
    return { state: 'few', units, clusters: own.length };
  const half = studentT(own.length - 1) * se;
  const high = value === 0 ? mostOfNone / sum(own.map((each) => each.units)) : value + half;
  const part = sum(own.map(({ ads }) => ads));
  return { state: 'known', value, low: Math.max(0, value - half), high, part, units, clusters: own.length };
}

function around(value: number, half: number): [number, number] {
  return [Math.max(0, value - half), Math.min(1, value + half)];
}

import { isNumber, mean, quantile, ratio, sum } from '../core/numbers';
import { z95 } from '../core/student-t';
import { pooledRatio, type Cluster } from './cluster';
import { exactBootstrap } from './exact-bootstrap';

/**
 * Wilson's interval, for independent trials alone: pooled units of several people are none. Null for no trials, and for what
 * is no number of successes among them.
 */
export function wilson(k: number | null, n: number | null, z: number): [number, number] | [null, null] {
  const p = ratio(k, n);
  if (p === null || n === null || n < 0 || p < 0 || p > 1) return [null, null];
  const z2 = z * z;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/**
 * A pooled ratio with the standard error that its clusters leave it (linearised, Cochran 1977). The design effect says
 * how many times too small the variance would be if units were taken as independent.
 */
export function clusterRatio(clusters: readonly Cluster[]) {
  const m = clusters.length;
  const n = sum(clusters.map(({ units }) => units));
  const pooled = pooledRatio(clusters);
  const squares = pooled === null ? 0 : sum(clusters.map(({ ads, units }) => (ads - pooled * units) ** 2));
  const se = pooled === null || m < 2 ? null : Math.sqrt((m / (m - 1)) * squares) / n;
  // What may be more than one is a rate, and no share of independent trials.
  const isShare = pooled !== null && pooled >= 0 && pooled <= 1;
  const independent = isShare ? Math.sqrt((pooled * (1 - pooled)) / n) : null;
  return {
    pooled_ratio: pooled,
    macro_mean: mean(clusters.flatMap(({ ads, units }) => ratio(ads, units) ?? [])),
    cluster_se_linearised: se,
    se_if_independent: independent,
    design_effect: se === null || independent === null ? null : ratio(se ** 2, independent ** 2),
  };
}

/** Mulberry32, a generator of 32 bits of state: the same seed gives the same interval in every language. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Percentile interval of a pooled ratio, clusters drawn with replacement. Too short below some twenty clusters. */
export function seededBootstrap(clusters: readonly Cluster[], { B, seed }: { B: number; seed: number }) {
  const random = mulberry32(seed);
  const draw = () => clusters[Math.floor(random() * clusters.length)];
  const replicates: (number | null)[] = [];
  for (let round = 0; round < B; round += 1) {
    const drawn = clusters.map(draw).filter((cluster) => cluster !== undefined);
    replicates.push(pooledRatio(drawn)); // null where all that was drawn has no units
  }
  const known = replicates.filter(isNumber);
  const fresh = mulberry32(seed);
  return {
    pooled_ratio: pooledRatio(clusters),
    prng_first5: Array.from({ length: 5 }, fresh),
    q025: quantile(known, 0.025),
    q500: quantile(known, 0.5),
    q975: quantile(known, 0.975),
    first3_replicates: replicates.slice(0, 3),
  };
}

/** Wilson's interval of several proportions. */
export function wilsonOf(
  { cases }: { cases: readonly { k: number | null; n: number | null }[] },
  { z = z95 }: { z?: number },
) {
  return { intervals: cases.map(({ k, n }) => wilson(k, n, z)) };
}

interface Participants {
  participants: readonly { ads?: number | null; units?: number | null }[];
}

/** Of whom one of the two is not known, nothing is: no ads would be a claim. Such a participant is no cluster. */
function counted({ participants }: Participants): Cluster[] {
  return participants.flatMap(({ ads, units }) => (isNumber(ads) && isNumber(units) ? { ads, units } : []));
}

/** Ratio, its error, and every resample, for a handful of participants. */
export function clusterReport(told: Participants) {
  const clusters = counted(told);
  return { ...clusterRatio(clusters), bootstrap_exact: exactBootstrap(clusters) };
}

/** As the published vector draws them, unless told: two thousand, from 42. */
export function bootstrapOf(told: Participants, { B = 2_000, seed = 42 }: { B?: number; seed?: number }) {
  return seededBootstrap(counted(told), { B, seed });
}

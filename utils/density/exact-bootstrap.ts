import { ratio } from '../core/numbers';
import type { Cluster } from './cluster';
import { momentsOf, quantilesOf, type Weighted } from './weighted';

/**
 * Past this many clusters the resamples are too many to go through, and more than a number counts exactly (14 to the 14): a
 * seeded draw of them says the same.
 */
const mostClusters = 13;

const nothing = { n_resamples: 0, mean: null, sd_population: null, q025: null, q975: null, min: null, max: null };

/**
 * Every resample there is, for a handful of clusters: m to the m of them. One that holds no unit has no ratio: it is counted,
 * and all the rest is over those that have one.
 */
export function exactBootstrap(clusters: readonly Cluster[]) {
  if (clusters.length === 0 || clusters.length > mostClusters) return nothing;
  const { valueless, ...weighted } = resamplesOf(kindsOf(clusters), clusters.length);
  const { n, mean, sd_population } = momentsOf(weighted);
  if (mean === null) return { ...nothing, n_resamples: valueless };
  const { min, max, quantile } = quantilesOf(weighted);
  return { n_resamples: n + valueless, mean, sd_population, q025: quantile(0.025), q975: quantile(0.975), min, max };
}

/** Clusters that are alike, and how many there are of them. */
interface Kind extends Cluster {
  clusters: number;
}

function kindsOf(clusters: readonly Cluster[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { ads, units } of clusters) {
    const key = `${String(ads)} ${String(units)}`;
    kinds.set(key, { ads, units, clusters: (kinds.get(key)?.clusters ?? 0) + 1 });
  }
  return [...kinds.values()];
}

/** What was drawn of the kinds before this one, and in how many ways it can be. */
interface Drawn extends Cluster {
  kind: number;
  left: number;
  ways: number;
}

/**
 * In which order clusters are drawn makes no difference, nor which of those that are alike: so each selection is looked at
 * once, and counted as often as it can be drawn.
 */
function resamplesOf(kinds: readonly Kind[], draws: number): Weighted & { valueless: number } {
  const choose = binomials(2 * draws);
  const size = choose[draws + kinds.length - 1]?.[draws] ?? 0;
  const [values, times] = [new Float64Array(size), new Float64Array(size)];
  let [found, valueless] = [0, 0];
  const draw = ({ kind, left, ads, units, ways }: Drawn) => {
    const own = kinds[kind];
    if (own) {
      const isLast = kind === kinds.length - 1;
      for (let count = isLast ? left : 0; count <= left; count += 1)
        draw({
          kind: kind + 1,
          left: left - count,
          ads: ads + count * own.ads,
          units: units + count * own.units,
          ways: ways * (choose[left]?.[count] ?? 0) * own.clusters ** count,
        });
      return;
    }
    const value = ratio(ads, units);
    if (value === null) valueless += ways;
    else {
      values[found] = value;
      times[found] = ways;
      found += 1;
    }
  };
  draw({ kind: 0, left: draws, ads: 0, units: 0, ways: 1 });
  return { values: values.subarray(0, found), times: times.subarray(0, found), valueless };
}

/** Pascal's triangle: whole numbers stay whole. */
function binomials(rows: number): number[][] {
  const triangle = [[1]];
  for (let row = 1; row <= rows; row += 1) {
    const above = triangle[row - 1] ?? [];
    triangle.push(Array.from({ length: row + 1 }, (_one, place) => (above[place - 1] ?? 0) + (above[place] ?? 0)));
  }
  return triangle;
}

import { ratio, sum } from '../core/numbers';
import type { Cluster } from './cluster';

/** A ratio, and how many of the m to the m resamples give it. */
interface Weighted {
  value: number;
  times: number;
}

/** Past this many clusters the resamples are too many to list: a seeded draw of them says the same. */
const mostClusters = 12;

const nothing = { n_resamples: 0, mean: null, sd_population: null, q025: null, q975: null, min: null, max: null };

/**
 * Every resample there is, for a handful of clusters: m to the m of them. In which order clusters were drawn makes no
 * difference, so each selection is looked at once and counted as often as it can be drawn.
 */
export function exactBootstrap(clusters: readonly Cluster[]) {
  if (clusters.length === 0 || clusters.length > mostClusters) return nothing;
  const found = [...resamples(clusters)].sort((a, b) => a.value - b.value);
  const n = sum(found.map(({ times }) => times));
  const centre = ratio(sum(found.map(({ value, times }) => value * times)), n);
  if (centre === null) return nothing;
  const spread = sum(found.map(({ value, times }) => times * (value - centre) ** 2)) / n;
  return {
    n_resamples: n,
    mean: centre,
    sd_population: Math.sqrt(spread),
    q025: quantileOf(found, n, 0.025),
    q975: quantileOf(found, n, 0.975),
    min: found[0]?.value ?? null,
    max: found.at(-1)?.value ?? null,
  };
}

function* resamples(clusters: readonly Cluster[]): Generator<Weighted> {
  const m = clusters.length;
  const orders = factorial(m);
  for (const drawn of selections(m, m)) {
    const [ads, units] = [total(drawn, clusters, 'ads'), total(drawn, clusters, 'units')];
    const value = ratio(ads, units);
    if (value !== null) yield { value, times: drawn.reduce((left, count) => left / factorial(count), orders) };
  }
}

function total(drawn: readonly number[], clusters: readonly Cluster[], of: keyof Cluster): number {
  return sum(clusters.map((cluster, place) => (drawn[place] ?? 0) * cluster[of]));
}

/** How often each of so many clusters is drawn, in every way that so many draws can fall. */
function* selections(clusters: number, draws: number): Generator<number[]> {
  if (clusters === 1) return yield [draws];
  for (let first = 0; first <= draws; first += 1)
    for (const rest of selections(clusters - 1, draws - first)) yield [first, ...rest];
}

function factorial(n: number): number {
  let product = 1;
  for (let factor = 2; factor <= n; factor += 1) product *= factor;
  return product;
}

/** Type 7, over values that stand for several. */
function quantileOf(sorted: readonly Weighted[], n: number, p: number): number {
  const place = p * (n - 1);
  const [below, above] = [valueAt(sorted, Math.floor(place)), valueAt(sorted, Math.ceil(place))];
  return below + (place - Math.floor(place)) * (above - below);
}

function valueAt(sorted: readonly Weighted[], place: number): number {
  let passed = 0;
  for (const { value, times } of sorted) if ((passed += times) > place) return value;
  return sorted.at(-1)?.value ?? 0;
}

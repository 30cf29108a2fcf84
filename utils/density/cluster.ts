import { ratio, sum } from '../core/numbers';

/** Ads and units of one participant; for one person's own screen, of one session. */
export interface Cluster {
  ads: number;
  units: number;
}

export function pooledRatio(clusters: readonly Cluster[]): number | null {
  return ratio(sum(clusters.map(({ ads }) => ads)), sum(clusters.map(({ units }) => units)));
}

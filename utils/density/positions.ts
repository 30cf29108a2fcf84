import { least, mean, most, quantile, ratio, sum } from '../core/numbers';
import { kaplanMeier } from '../core/kaplan-meier';

/** Positions are counted from 1, in the order of one feed instance. */
const ranks = [5, 10, 20] as const;

/** How many units of a feed were seen, and which positions were ads. */
export interface FeedAds {
  n: number;
  ads: readonly number[];
}

/** Each position once, in order: a row that is told twice is one unit. */
function placesOf(ads: readonly number[]): number[] {
  return [...new Set(ads)].sort((a, b) => a - b);
}

function shareAt({ n, ads }: FeedAds, k: number): number | null {
  return n < k ? null : placesOf(ads).filter((position) => position <= k).length / k;
}

/** Units between one ad and the next; never across a refresh, since that is another feed. */
function gapsOf(ads: readonly number[]): number[] {
  const sorted = placesOf(ads);
  return sorted.slice(1).map((position, before) => position - (sorted[before] ?? 0) - 1);
}

/** First ad, share of ads among the first k, and gaps, per feed and over all feeds. */
export function adPositions(feeds: Readonly<Record<string, FeedAds>>) {
  const all = Object.values(feeds).flatMap(({ ads }) => gapsOf(ads));
  const firsts = Object.values(feeds).flatMap(({ ads }) => least(ads) ?? []);
  const perFeed = Object.entries(feeds).map(([id, feed]) => {
    const share_at_k = Object.fromEntries(ranks.map((k) => [String(k), shareAt(feed, k)]));
    return [id, { first_ad_position: least(feed.ads), gaps: gapsOf(feed.ads), share_at_k }] as const;
  });
  return {
    feeds: Object.fromEntries(perFeed),
    gaps: {
      n: all.length,
      mean: mean(all),
      median: quantile(all, 0.5),
      min: least(all),
      max: most(all),
      share_adjacent: ratio(sum(all.map((gap) => Number(gap === 0))), all.length),
    },
    median_first_ad_uncensored: quantile(firsts, 0.5),
  };
}

/** First-ad position over page views; one without an ad is censored at its last position. */
export function firstAdCurve(sessions: readonly { position: number; ad_seen: boolean }[]) {
  const { table, median } = kaplanMeier(sessions.map(({ position, ad_seen }) => ({ t: position, event: ad_seen })));
  const seen = sessions.filter(({ ad_seen }) => ad_seen).map(({ position }) => position);
  return { table, median, naive_median_uncensored: quantile(seen, 0.5) };
}

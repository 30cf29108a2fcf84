import { least, mean, most, quantile, ratio, sum } from '../core/numbers';
import { kaplanMeier } from '../core/kaplan-meier';

/** Positions are counted from 1, in the order of one feed instance. */
export const ranks = [5, 10, 20] as const;

/** How many units of a feed were seen, and which positions were ads. */
export interface FeedAds {
  n: number;
  ads: readonly number[];
  /** Positions of units whose class nobody could decide: neither ads nor none. */
  unknown?: readonly number[];
  /** The last position that was seen, where some between were not told; else it is `n`. */
  last?: number;
}

/** A feed as what it waited for: its first ad, or where it ended, or could no longer be read, before any. */
interface Spell {
  position: number;
  ad_seen: boolean;
}

/** Each position once, in order: a row that is told twice is one unit. */
function placesOf(ads: readonly number[]): number[] {
  return [...new Set(ads)].sort((a, b) => a - b);
}

/** Undecided positions, each once; one that is known to be an ad as well is an ad. */
function undecidedOf({ ads, unknown = [] }: FeedAds): number[] {
  const known = new Set(ads);
  return placesOf(unknown).filter((position) => !known.has(position));
}

/** Ads among the first k, and how many of these could be decided; null if fewer than k were seen. */
export function firstOf(feed: FeedAds, k: number): { ads: number; units: number } | null {
  if (!(feed.n >= k)) return null; // nor where nobody knows how many were seen
  const within = (positions: readonly number[]) => positions.filter((position) => position <= k).length;
  return { ads: within(placesOf(feed.ads)), units: k - within(undecidedOf(feed)) };
}

function shareAt(feed: FeedAds, k: number): number | null {
  const first = firstOf(feed, k);
  return first && ratio(first.ads, first.units);
}

/**
 * Units between one ad and the next; never across a refresh, since that is another feed. Where an undecided unit stands
 * between two ads, nobody knows whether the second is the next one: there is no gap to tell.
 */
function gapsOf(feed: FeedAds): number[] {
  const undecided = undecidedOf(feed);
  const sorted = placesOf(feed.ads);
  return sorted.slice(1).flatMap((position, before) => {
    const from = sorted[before] ?? 0;
    return undecided.some((place) => place > from && place < position) ? [] : position - from - 1;
  });
}

/**
 * The first ad, or how far there was surely none. An undecided unit before it may be an ad: the feed counts up to there,
 * as one that was left there.
 */
export function spellOf(feed: FeedAds): Spell {
  const first = least(feed.ads);
  const undecided = undecidedOf(feed)[0];
  if (first !== null && (undecided === undefined || first < undecided)) return { position: first, ad_seen: true };
  return { position: undecided === undefined ? (feed.last ?? feed.n) : undecided - 1, ad_seen: false };
}

/** First ad, share of ads among the first k, and gaps, per feed and over all feeds. */
export function adPositions(feeds: Readonly<Record<string, FeedAds>>) {
  const all = Object.values(feeds).flatMap(gapsOf);
  const firsts = Object.values(feeds).flatMap(({ ads }) => least(ads) ?? []);
  const perFeed = Object.entries(feeds).map(([id, feed]) => {
    const share_at_k = Object.fromEntries(ranks.map((k) => [String(k), shareAt(feed, k)]));
    return [id, { first_ad_position: least(feed.ads), gaps: gapsOf(feed), share_at_k }] as const;
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
export function firstAdCurve(sessions: readonly Spell[]) {
  const { table, median } = kaplanMeier(sessions.map(({ position, ad_seen }) => ({ t: position, event: ad_seen })));
  const seen = sessions.filter(({ ad_seen }) => ad_seen).map(({ position }) => position);
  return { table, median, naive_median_uncensored: quantile(seen, 0.5) };
}

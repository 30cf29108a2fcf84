import { least, mean, most, quantile, ratio, sum } from '../core/numbers';
import { kaplanMeier } from '../core/kaplan-meier';
import { joinRuns, type Run } from './runs';

/** Positions are counted from 1, in the order of one feed instance. */
export const ranks = [5, 10, 20] as const;

/** How many units of a feed were seen, and which positions were ads. */
export interface FeedAds {
  /** The last position that was seen. */
  n: number;
  ads: readonly number[];
  /** Positions of units whose class nobody could decide: neither ads nor none. */
  unknown?: readonly number[];
  /** Positions that were told; absent where all of them were, from the first to the last. */
  told?: readonly Run[];
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

const everyPlace: readonly Run[] = [[1, Infinity]];

function toldOf({ told }: FeedAds): readonly Run[] {
  return told ? joinRuns(told) : everyPlace;
}

/** How far a feed was told from its first position on without a hole; 0 where that one is missing. */
function heldOf(feed: FeedAds): number {
  const [run] = toldOf(feed);
  return run?.[0] === 1 ? run[1] : 0;
}

/**
 * Ads among the first k, and how many of these were told and could be decided; null if fewer than k were seen, or if the
 * first place was not told: the rest of a list is none of its beginning.
 */
export function firstOf(feed: FeedAds, k: number): { ads: number; units: number } | null {
  if (!(feed.n >= k)) return null; // nor where nobody knows how many were seen
  if (heldOf(feed) === 0) return null;
  const told = sum(toldOf(feed).map(([from, to]) => Math.max(0, Math.min(to, k) - from + 1)));
  const within = (positions: readonly number[]) => positions.filter((position) => position <= k).length;
  return { ads: within(placesOf(feed.ads)), units: told - within(undecidedOf(feed)) };
}

function shareAt(feed: FeedAds, k: number): number | null {
  const first = firstOf(feed, k);
  return first && ratio(first.ads, first.units);
}

/**
 * Units between one ad and the next; never across a refresh, since that is another feed. Where an undecided unit stands
 * between two ads, or one that was not told, nobody knows whether the second is the next one: there is no gap to tell.
 */
function gapsOf(feed: FeedAds): number[] {
  const [told, undecided, sorted] = [toldOf(feed), undecidedOf(feed), placesOf(feed.ads)];
  return sorted.slice(1).flatMap((position, before) => {
    const from = sorted[before] ?? 0;
    const isTold = told.some((run) => run[0] <= from && position <= run[1]);
    return !isTold || undecided.some((place) => place > from && place < position) ? [] : position - from - 1;
  });
}

/**
 * The first ad, or how far there was surely none. An undecided unit before it may be an ad, and so may one that was not
 * told: the feed counts up to there, as one that was left there. Null where the first position itself was not told: nobody
 * knows what such a feed began with.
 */
export function spellOf(feed: FeedAds): Spell | null {
  const held = heldOf(feed);
  if (held === 0) return null;
  const first = least(feed.ads);
  const known = Math.min(held, (undecidedOf(feed)[0] ?? Infinity) - 1);
  if (first !== null && first <= known) return { position: first, ad_seen: true };
  return { position: known === Infinity ? feed.n : known, ad_seen: false };
}

function firstAdOf(feed: FeedAds): number | null {
  const spell = spellOf(feed);
  return spell?.ad_seen === true ? spell.position : null;
}

/** First ad, share of ads among the first k, and gaps, per feed and over all feeds. */
export function adPositions(feeds: Readonly<Record<string, FeedAds>>) {
  const gaps = Object.values(feeds).flatMap(gapsOf);
  const firsts = Object.values(feeds).flatMap((feed) => firstAdOf(feed) ?? []);
  const perFeed = Object.entries(feeds).map(([id, feed]) => {
    const share_at_k = Object.fromEntries(ranks.map((k) => [String(k), shareAt(feed, k)]));
    return [id, { first_ad_position: firstAdOf(feed), gaps: gapsOf(feed), share_at_k }] as const;
  });
  return {
    feeds: Object.fromEntries(perFeed),
    gaps: {
      n: gaps.length,
      mean: mean(gaps),
      median: quantile(gaps, 0.5),
      min: least(gaps),
      max: most(gaps),
      share_adjacent: ratio(sum(gaps.map((gap) => Number(gap === 0))), gaps.length),
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

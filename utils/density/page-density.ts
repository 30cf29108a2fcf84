import { isNumber, most, ratio, sum } from '../core/numbers';

interface Content {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

interface AdBox {
  x: number;
  y: number;
  w: number;
  h: number;
  /** Stays in view while the page scrolls: its height counts once, its area not at all. */
  sticky?: boolean;
}

interface Span {
  from: number;
  to: number;
}

function unionLength(spans: readonly Span[]): number {
  let [total, reached] = [0, -Infinity];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    total += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return total;
}

function overlaps(ad: AdBox, { from, to }: Span): boolean {
  return ad.x < to && ad.x + ad.w > from;
}

/** Vertical slices between the edges of the ads: within one, the same ads stand one above the other. */
function slicesOf({ left, right }: Content, ads: readonly AdBox[]): Span[] {
  const edges = ads.flatMap(({ x, w }) => [x, x + w]).filter((edge) => edge > left && edge < right);
  const sorted = [...new Set([left, ...edges, right])].sort((a, b) => a - b);
  return sorted.slice(1).map((to, before) => ({ from: sorted[before] ?? left, to }));
}

/** Heights of the ads in one slice, overlaps once, clipped to the main content; what lies below it is left out. */
function flowHeight(ads: readonly AdBox[], { top, bottom }: Content, slice: Span): number {
  const inside = ads.filter((ad) => ad.sticky !== true && overlaps(ad, slice));
  return unionLength(inside.map(({ y, h }) => ({ from: Math.max(y, top), to: Math.min(y + h, bottom) })));
}

function stickyHeight(ads: readonly AdBox[], slice: Span): number {
  return sum(ads.filter((ad) => ad.sticky === true && overlaps(ad, slice)).map(({ h }) => h));
}

/**
 * Better Ads' density by height (betterads.org, Ad Density Higher Than 30%), per vertical slice for pages of several
 * columns as Lighthouse's publisher audits do it, and the density by area. For a feed it is an analogy.
 */
export function pageDensity(content: Content, boxes: readonly AdBox[]) {
  const ads = boxes.filter(({ x, y, w, h }) => [x, y, w, h].every(isNumber)); // nobody knows where another one is
  const slices = slicesOf(content, ads);
  const height = Math.max(0, content.bottom - content.top);
  const flow = slices.map((slice) => flowHeight(ads, content, slice));
  const heights = slices.map((slice, place) => (flow[place] ?? 0) + stickyHeight(ads, slice));
  const tallest = most(heights) ?? 0;
  const area = sum(slices.map(({ from, to }, place) => (to - from) * (flow[place] ?? 0)));
  return {
    ad_height_px: tallest,
    content_height_px: height,
    height_density: ratio(tallest, height),
    area_density: ratio(area, height * (content.right - content.left)),
  };
}

interface DensityCase {
  density: number;
  device: string;
  sticky_video: boolean;
}

/** Strictly above: 30 % on a phone, 50 % on a desktop, 30 % there with a sticky video ad (from 2026-05-15). */
export function betterAdsExceeds({ density, device, sticky_video }: DensityCase): boolean {
  return density > (device === 'mobile' || sticky_video ? 0.3 : 0.5);
}

interface ToldCase extends Omit<DensityCase, 'density'> {
  /** Null where nobody measured it. */
  density: number | null;
}

/** A list of such cases, one answer each; none of what was not measured. */
export function betterAdsOf({ cases }: { cases: readonly ToldCase[] }): { exceeds: (boolean | null)[] } {
  const exceeds = cases.map(({ density, ...told }) =>
    isNumber(density) ? betterAdsExceeds({ density, ...told }) : null,
  );
  return { exceeds };
}

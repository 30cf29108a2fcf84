/**
 * Thresholds by name. Exposures are kept raw; whoever reports a figure says which of these made it.
 */
export interface Thresholds {
  /** Display units: share of the area in view, and ms without a break. MRC Viewable Ad Impression Guidelines 2.0. */
  display_ratio: number;
  display_ms: number;
  /** Video units: the same, while the film runs. */
  video_ratio: number;
  video_ms: number;
  /** Units of at least this many CSS px² count at the lower ratio, if the rule is on and disclosed. */
  large_px2: number;
  large_ratio: number;
  large_rule: boolean;
  /** Link exposure of the WebScience toolkit: this ratio, added up over this time, in a box of at least this size. */
  alt_ratio: number;
  alt_ms: number;
  alt_min_w: number;
  alt_min_h: number;
}

export const mrcThresholds: Thresholds = {
  display_ratio: 0.5,
  display_ms: 1_000,
  video_ratio: 0.5,
  video_ms: 2_000,
  large_px2: 242_500,
  large_ratio: 0.3,
  large_rule: false,
  alt_ratio: 0.7,
  alt_ms: 3_000,
  alt_min_w: 25,
  alt_min_h: 15,
};

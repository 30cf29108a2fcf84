import { isAd, isKnown } from './classes';
import { ratio, sum } from '../core/numbers';
import type { Thresholds } from './thresholds';
import { playScreen, type ScreenEvent } from './viewability';

const hourMs = 3_600_000;

/**
 * Ads' share of what was looked at: of unit time, of the clock, of pixels in time, of area; and viewable ads per hour. What
 * was measured is listed for every unit; shares are over those whose class is known.
 */
export function attentionShares(events: readonly ScreenEvent[], limits: Thresholds) {
  const { units: all, active_ms, clock_ms } = playScreen(events, limits, isAd);
  const units = [...all].filter(([, unit]) => isKnown(unit));
  const total = (of: 'visible50_ms' | 'pixel_ms' | 'area') => sum(units.map(([, unit]) => unit[of]));
  const ofAds = (of: 'visible50_ms' | 'pixel_ms' | 'area') => sum(units.map(([, unit]) => (isAd(unit) ? unit[of] : 0)));
  const viewable = units.filter(([, unit]) => isAd(unit) && unit.viewable).length;
  const perUnit = (of: 'visible50_ms' | 'pixel_ms') => Object.fromEntries([...all].map(([id, unit]) => [id, unit[of]]));
  return {
    visible50_ms: perUnit('visible50_ms'),
    ad_time_share_units: ratio(ofAds('visible50_ms'), total('visible50_ms')),
    active_ms,
    ad_time_share_clock: ratio(clock_ms, active_ms),
    pixel_ms: perUnit('pixel_ms'),
    ad_pixel_time_share: ratio(ofAds('pixel_ms'), total('pixel_ms')),
    ad_area_share: ratio(ofAds('area'), total('area')),
    viewable_ads_per_active_hour: ratio(viewable * hourMs, active_ms),
  };
}

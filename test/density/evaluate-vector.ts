import { adLoad } from '@/utils/density/ad-load';
import { attentionShares } from '@/utils/density/attention';
import { concentration } from '@/utils/density/concentration';
import { validateDetector } from '@/utils/density/detector';
import { disclosure } from '@/utils/density/disclosure';
import { exposureFrequency } from '@/utils/density/frequency';
import { bootstrapOf, clusterReport, wilsonOf } from '@/utils/density/intervals';
import { linkDensity } from '@/utils/density/links';
import { betterAdsOf, pageDensity } from '@/utils/density/page-density';
import { adPositions, firstAdCurve } from '@/utils/density/positions';
import { checkPseudonyms } from '@/utils/density/pseudonym';
import { sessionise } from '@/utils/density/sessions';
import { suppressCells } from '@/utils/density/suppression';
import { mrcThresholds } from '@/utils/density/thresholds';
import { viewUnits } from '@/utils/density/viewability';
import { creditsByLevel, creditsByWindow } from '@/utils/match/attribution';
import { funnelRates } from '@/utils/match/funnel';
import { impliedByClaim, turnover } from '@/utils/match/money';
import { savedAgainstPurchased } from '@/utils/match/saved';

export interface Vector {
  metrics: readonly string[];
  params?: Record<string, unknown>;
  input: Record<string, unknown>;
}

// What a vector holds is checked by the result it must give; here it is passed on as it stands.
type Evaluate = (input: never, params: never) => unknown;

/** What takes one list, and perhaps one threshold. */
const of =
  <T>(name: string, compute: (rows: T, limit?: number) => unknown, limit = ''): Evaluate =>
  (input: Record<string, T>, params: Record<string, number>) =>
    compute(input[name] as T, params[limit]);
/** What takes the events of a screen, and thresholds. */
const onScreen =
  (compute: typeof viewUnits | typeof attentionShares): Evaluate =>
  ({ events }: { events: Parameters<typeof viewUnits>[0] }, params: object) =>
    compute(events, { ...mrcThresholds, ...params });

/** Metric names → what computes them. The first that has one of a vector's names computes its whole result. */
const evaluators: Record<string, Evaluate> = {
  'viewable viewable_at visible50_ms max_continuous50_ms any_visible_ms pixel_ms exposed70_3s': onScreen(viewUnits),
  'ad_load_*': of('units', adLoad),
  'share_at_k first_ad_position ad_gap_*': of('feeds', adPositions),
  first_ad_position_km_median: of('sessions', firstAdCurve),
  'ad_pixel_time_share ad_time_share_* ad_area_share viewable_ads_per_active_hour': onScreen(attentionShares),
  'height_density area_density': (page: { content: Parameters<typeof pageDensity>[0]; ads: [] }) =>
    pageDensity(page.content, page.ads),
  better_ads_exceeds: betterAdsOf,
  'ad_link_prevalence blue_link_* commercial_note_prevalence': of('notes', linkDensity),
  'disclosed_any_rate statutory_label_rate no_label_observed_rate': of('units', disclosure),
  'art9_link_* feed_ad_statutory_rate': of('units', disclosure),
  'precision recall cohen_kappa corrected_prevalence': validateDetector,
  'viewable_rate ctr_viewable ctr_exposure unique_ctr landing_rate cart_rate order_rate_per_visit cvr_click save_rate_per_note saves_to_orders':
    funnelRates,
  gmv_by_type: creditsByLevel,
  attribution_credit: creditsByWindow,
  'gross_gmv_fen net_gmv_fen roas_gross roas_net orders lines aov_gross_fen': turnover,
  'implied_spend_yuan implied_new_visitors implied_cpm_yuan visit_rate_lower_bound gmv_per_visitor_upper_bound_yuan':
    impliedByClaim,
  'save_to_purchase_rate time_to_purchase_km_median': savedAgainstPurchased,
  'wilson_low wilson_high': wilsonOf,
  bootstrap_ci: bootstrapOf,
  'pooled_ratio macro_mean cluster_se bootstrap': clusterReport,
  session_id: of('event_minutes', sessionise, 'gap_minutes'),
  'repeat_exposure_share mean_frequency max_frequency': of('viewport_entries', exposureFrequency),
  'viewport_entries exposures unique_units': of('viewport_entries', exposureFrequency),
  'hhi shares effective_number': of('ad_links', concentration),
  suppressed: of('cells', suppressCells, 'k'),
  pseudonym: checkPseudonyms,
};

/** @throws {RangeError} for metrics that nothing here computes */
export function evaluateVector({ metrics, params, input }: Vector): unknown {
  const found = Object.entries(evaluators).find(([names]) => names.split(' ').some((name) => metrics.includes(name)));
  if (!found) throw new RangeError(`No metric is named ${metrics.join(', ')}.`);
  return found[1](input as never, (params ?? {}) as never);
}

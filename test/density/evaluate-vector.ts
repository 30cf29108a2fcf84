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
  params: Record<string, unknown>;
  input: Record<string, unknown>;
}

// What a vector holds is checked by the result it must give; here it is passed on as it stands.
type Evaluate = (input: never, params: never) => unknown;

const limitsOf = (params: object) => ({ ...mrcThresholds, ...params });
type Screen = { events: Parameters<typeof viewUnits>[0] };

/** Metric name → what computes it. Each name that stands here decides for its whole vector. */
const evaluators: Record<string, Evaluate> = {
  viewable: ({ events }: Screen, params: object) => viewUnits(events, limitsOf(params)),
  'ad_load_*': ({ units }: { units: Parameters<typeof adLoad>[0] }) => adLoad(units),
  share_at_k: ({ feeds }: { feeds: Parameters<typeof adPositions>[0] }) => adPositions(feeds),
  first_ad_position_km_median: ({ sessions }: { sessions: Parameters<typeof firstAdCurve>[0] }) =>
    firstAdCurve(sessions),
  ad_pixel_time_share: ({ events }: Screen, params: object) => attentionShares(events, limitsOf(params)),
  height_density: ({ content, ads }: { content: Parameters<typeof pageDensity>[0]; ads: [] }) =>
    pageDensity(content, ads),
  better_ads_exceeds: betterAdsOf,
  ad_link_prevalence: ({ notes }: { notes: Parameters<typeof linkDensity>[0] }) => linkDensity(notes),
  disclosed_any_rate: ({ units }: { units: Parameters<typeof disclosure>[0] }) => disclosure(units),
  cohen_kappa: validateDetector,
  ctr_viewable: funnelRates,
  gmv_by_type: creditsByLevel,
  attribution_credit: creditsByWindow,
  net_gmv_fen: turnover,
  implied_spend_yuan: impliedByClaim,
  save_to_purchase_rate: savedAgainstPurchased,
  wilson_low: wilsonOf,
  cluster_se: clusterReport,
  bootstrap_ci: bootstrapOf,
  session_id: ({ event_minutes }: { event_minutes: [] }, { gap_minutes }: { gap_minutes: number }) =>
    sessionise(event_minutes, gap_minutes),
  repeat_exposure_share: ({ viewport_entries }: { viewport_entries: [] }) => exposureFrequency(viewport_entries),
  hhi: ({ ad_links }: { ad_links: Record<string, number> }) => concentration(ad_links),
  suppressed: ({ cells }: { cells: [] }, { k }: { k: number }) => suppressCells(cells, k),
  pseudonym: checkPseudonyms,
};

/** @throws {RangeError} for metrics that nothing here computes */
export function evaluateVector({ metrics, params, input }: Vector): unknown {
  const name = Object.keys(evaluators).find((metric) => metrics.includes(metric));
  const evaluate = evaluators[name ?? ''];
  if (!evaluate) throw new RangeError(`No metric is named ${metrics.join(', ')}.`);
  return evaluate(input as never, params as never);
}

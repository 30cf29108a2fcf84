import { ratio } from '../core/numbers';

/** How often each step was seen; null where nobody counted it. */
interface FunnelCounts {
  exposures: number | null;
  viewable: number | null;
  clicks: number | null;
  clicked_links_unique: number | null;
  visits: number | null;
  /** Visits to a shop that no click led to. */
  visits_without_click: number | null;
  saves: number | null;
  carts: number | null;
  orders: number | null;
  notes_opened: number | null;
}

/** A visit that no click led to is no landing. */
function landings({ visits, visits_without_click }: FunnelCounts): number | null {
  return visits === null || visits_without_click === null ? null : visits - visits_without_click;
}

/** 曝光 → 点击 → 进店 → 加购 → 下单, each step over the one it follows. */
export function funnelRates({ counts }: { counts: FunnelCounts }) {
  return {
    viewable_rate: ratio(counts.viewable, counts.exposures),
    ctr_viewable: ratio(counts.clicks, counts.viewable),
    ctr_exposure: ratio(counts.clicks, counts.exposures),
    unique_ctr: ratio(counts.clicked_links_unique, counts.viewable),
    landing_rate: ratio(landings(counts), counts.clicks),
    cart_rate: ratio(counts.carts, counts.visits),
    order_rate_per_visit: ratio(counts.orders, counts.visits),
    cvr_click: ratio(counts.orders, counts.clicks),
    save_rate_per_note: ratio(counts.saves, counts.notes_opened),
    saves_to_orders: ratio(counts.orders, counts.saves),
  };
}

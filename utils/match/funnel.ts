import { ratio } from '../core/numbers';

interface FunnelCounts {
  exposures: number;
  viewable: number;
  clicks: number;
  clicked_links_unique: number;
  visits: number;
  /** Visits to a shop that no click led to. */
  visits_without_click: number;
  saves: number;
  carts: number;
  orders: number;
  notes_opened: number;
}

/** 曝光 → 点击 → 进店 → 加购 → 下单, each step over the one it follows. */
export function funnelRates({ counts }: { counts: FunnelCounts }) {
  return {
    viewable_rate: ratio(counts.viewable, counts.exposures),
    ctr_viewable: ratio(counts.clicks, counts.viewable),
    ctr_exposure: ratio(counts.clicks, counts.exposures),
    unique_ctr: ratio(counts.clicked_links_unique, counts.viewable),
    landing_rate: ratio(counts.visits - counts.visits_without_click, counts.clicks),
    cart_rate: ratio(counts.carts, counts.visits),
    order_rate_per_visit: ratio(counts.orders, counts.visits),
    cvr_click: ratio(counts.orders, counts.clicks),
    save_rate_per_note: ratio(counts.saves, counts.notes_opened),
    saves_to_orders: ratio(counts.orders, counts.saves),
  };
}

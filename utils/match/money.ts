import { isNumber, ratio } from '../core/numbers';

interface OrderLine {
  order: string;
  line: number | string;
  /** Null: nobody knows, and it is in no sum. */
  paid_fen: number | null;
  refunded_fen: number | null;
  status: string;
}

/** Each line once, whatever number of sources told it; what was cancelled or never paid is no order. */
function countedLines(lines: readonly OrderLine[]): OrderLine[] {
  const byKey = new Map(lines.map((line) => [JSON.stringify([line.order, line.line]), line]));
  return [...byKey.values()].filter(({ status }) => status !== 'cancelled' && status !== 'unpaid');
}

/**
 * Turnover before and after refunds, in fen, and its ratio to what was spent. "ROI" in Chinese ad reports is the first
 * form, turnover over spend; the profit form is that less one.
 */
export function turnover({ lines, spend_fen }: { lines: readonly OrderLine[]; spend_fen: number | null }) {
  const counted = countedLines(lines);
  const orders = new Set(counted.map(({ order }) => order)).size;
  const gross = counted.reduce((total, { paid_fen }) => total + (paid_fen ?? 0), 0);
  const net = counted.reduce((total, { refunded_fen }) => total - (refunded_fen ?? 0), gross);
  const roasNet = ratio(net, spend_fen);
  return {
    orders,
    lines: counted.length,
    gross_gmv_fen: gross,
    net_gmv_fen: net,
    roas_gross: ratio(gross, spend_fen),
    roas_net: roasNet,
    roi_profit_form: roasNet === null ? null : roasNet - 1,
    aov_gross_fen: ratio(gross, orders),
  };
}

interface CampaignClaim {
  impressions: number | null;
  visitors_at_least: number | null;
  gmv_yuan: number | null;
  roi: number | null;
  cac_yuan: number | null;
}

/** What a campaign's published figures imply about those it leaves out. Amounts in yuan, as published. */
export function impliedByClaim(claim: CampaignClaim) {
  const spend = ratio(claim.gmv_yuan, claim.roi);
  return {
    implied_spend_yuan: spend,
    implied_new_visitors: spend === null ? null : ratio(spend, claim.cac_yuan),
    implied_cpm_yuan: spend === null ? null : ratio(1_000 * spend, claim.impressions),
    visit_rate_lower_bound: ratio(claim.visitors_at_least, claim.impressions),
    roi_profit_form: isNumber(claim.roi) ? claim.roi - 1 : null,
    gmv_per_visitor_upper_bound_yuan: ratio(claim.gmv_yuan, claim.visitors_at_least),
  };
}

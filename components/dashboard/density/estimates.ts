import { i18n } from '@/utils/i18n';
import type { Estimate, Middle } from '@/utils/core/density-report';
import type { ChartTable } from '../../charts/chart-table';
import { formatCount } from '../../text/format';

/** `12.3 %`: one digit, since intervals of ad loads are that narrow at best. */
export function formatPercent(share: number): string {
  return new Intl.NumberFormat(i18n.t('lang'), { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** `4.2`: of gaps, and of what is counted by the hour or by the hundred. */
export function formatRate(value: number): string {
  return new Intl.NumberFormat(i18n.t('lang'), { maximumFractionDigits: 1 }).format(value);
}

/** The figure with its interval and what it rests on, or that there is too little. */
export function estimateText(estimate: Estimate, format = formatPercent): string {
  const { units, clusters } = estimate;
  const counts: [string, string] = [formatCount(units), formatCount(clusters)];
  if (estimate.state === 'few') return i18n.t('density.few', counts);
  const { value, low, high } = estimate;
  return i18n.t('density.estimate', [format(value), format(low), format(high), ...counts]);
}

/** A median that lies further than anybody looked is said to, and so is an edge of its interval. */
export function middleText(middle: Middle, format = formatRate): string {
  const { units, clusters } = middle;
  const counts: [string, string] = [formatCount(units), formatCount(clusters)];
  if (middle.state === 'few') return i18n.t('density.few', counts);
  const said = (value: number | null) => (value === null ? i18n.t('density.beyond') : format(value));
  return i18n.t('density.estimate', [said(middle.value), said(middle.low), said(middle.high), ...counts]);
}

/** One row of a chart of intervals. */
export function whiskerOf(name: string, estimate: Estimate, key = name) {
  const shown = estimate.state === 'known' && { low: estimate.low, high: estimate.high };
  const value = estimate.state === 'known' ? estimate.value : undefined;
  return { key, name, value, ...shown, text: estimateText(estimate) };
}

export function totalUnits(estimates: readonly Estimate[]): number {
  return estimates.reduce((sum, { units }) => sum + units, 0);
}

/** The same as a table: where there is too little, no number is in it. */
export function estimateTable(head: string, rows: readonly (readonly [string, Estimate])[]): ChartTable {
  return {
    columns: [
      { name: head },
      { name: i18n.t('density.columns.share'), format: formatPercent },
      { name: i18n.t('density.columns.low'), format: formatPercent },
      { name: i18n.t('density.columns.high'), format: formatPercent },
      { name: i18n.t('density.columns.part') },
      { name: i18n.t('density.columns.units') },
      { name: i18n.t('density.columns.clusters') },
    ],
    rows: rows.map(([name, estimate]) => {
      const { units, clusters } = estimate;
      if (estimate.state === 'few') return [name, undefined, undefined, undefined, undefined, units, clusters];
      const { value, low, high, part } = estimate;
      return [name, value, low, high, part, units, clusters];
    }),
  };
}

import { i18n } from '@/utils/i18n';
import { sentences } from '../../text/sentences';
import type { Spending } from '@/utils/core/overview';
import { TimeSeries } from '../../charts/time-series';
import { formatCount, formatPrice } from '../../text/format';
import { formatMonth } from '../../text/measures';
import { monthsBetween, startOfMonth } from '../../text/months';

/** What was paid and what came back, month by month. */
export function SpendChart({ spending }: { spending: Spending }) {
  const known = new Map(spending.months.map((month) => [month.month, month]));
  // A month without orders is none, not unknown: all orders that are known are here.
  const months = monthsBetween([...known.keys()]).map(
    (month) => known.get(month) ?? { month, orders: 0, paidFen: 0, seededFen: 0, refundedFen: 0 },
  );
  const orders = spending.months.reduce((sum, month) => sum + month.orders, 0);
  return (
    <TimeSeries
      id="spend"
      title={i18n.t('spend.title')}
      hint={sentences([i18n.t('spend.hint'), ...leftOut(spending)])}
      unit={i18n.t('units.yuan')}
      n={orders}
      of={i18n.t('spend.of')}
      times={months.map(({ month }) => startOfMonth(month))}
      lines={[
        { name: i18n.t('spend.paid'), values: months.map(({ paidFen }) => paidFen), tone: 'root', draw: 'bars' },
        {
          name: i18n.t('spend.refunded'),
          values: months.map((month) => month.refundedFen),
          tone: 'soft',
          draw: 'bars',
        },
        { name: i18n.t('spend.seeded'), values: months.map(({ seededFen }) => seededFen), tone: 'grass', draw: 'line' },
      ]}
      format={formatPrice}
      formatTime={formatMonth}
      policy="offered"
      table={{
        columns: [
          { name: i18n.t('spend.month') },
          { name: i18n.t('spend.orders') },
          { name: i18n.t('spend.paid'), format: formatPrice },
          { name: i18n.t('spend.seeded'), format: formatPrice },
          { name: i18n.t('spend.refunded'), format: formatPrice },
        ],
        rows: months.map((each) => [each.month, each.orders, each.paidFen, each.seededFen, each.refundedFen]),
      }}
    />
  );
}

/** What is in no month is said, so that nobody takes the sums for all there is. */
function leftOut({ unpriced, undated, unknownRefunds, unanswered }: Spending): string[] {
  return [
    unanswered > 0 ? i18n.t('spend.unanswered', unanswered, [formatCount(unanswered)]) : '',
    unpriced > 0 ? i18n.t('spend.unpriced', unpriced, [formatCount(unpriced)]) : '',
    undated > 0 ? i18n.t('spend.undated', undated, [formatCount(undated)]) : '',
    unknownRefunds > 0 ? i18n.t('spend.unknownRefunds', unknownRefunds, [formatCount(unknownRefunds)]) : '',
  ].filter(Boolean);
}

import { i18n } from '@/utils/i18n';
import type { SpendCategory } from '@/utils/core/overview';
import { Bars } from '../../charts/bars';
import { formatCount, formatPrice } from '../../text/format';
import { categoryWord } from '../density/words';

/** What was spent on, as far as titles tell it; the dearest first, and what no word tells last. */
export function CategoryChart({ categories }: { categories: readonly SpendCategory[] }) {
  const isVague = ({ name }: SpendCategory) => name === 'several' || name === 'unknown';
  const shown = [...categories.filter((each) => !isVague(each)), ...categories.filter(isVague)];
  const nameOf = ({ name }: SpendCategory) => (name === 'several' ? i18n.t('spendKinds.several') : categoryWord(name));
  return (
    <Bars
      id="spend-categories"
      title={i18n.t('spendKinds.title')}
      hint={i18n.t('spendKinds.hint')}
      unit={i18n.t('units.yuan')}
      n={categories.reduce((sum, { orders }) => sum + orders, 0)}
      of={i18n.t('spend.of')}
      rows={shown.map((each) => ({
        key: each.name,
        name: i18n.t('spendKinds.row', each.orders, [nameOf(each), formatCount(each.orders)]),
        bars: [
          {
            text: i18n.t('spendKinds.paid', [formatPrice(each.paidFen)]),
            value: each.paidFen,
            tone: 'root',
          },
          ...(each.refundedFen > 0
            ? [
                {
                  text: i18n.t('spendKinds.refunded', [formatPrice(each.refundedFen)]),
                  value: each.refundedFen,
                  tone: 'soft' as const,
                },
              ]
            : []),
        ],
      }))}
      table={{
        columns: [
          { name: i18n.t('density.columns.category') },
          { name: i18n.t('spend.orders') },
          { name: i18n.t('spend.paid'), format: formatPrice },
          { name: i18n.t('spend.refunded'), format: formatPrice },
        ],
        rows: shown.map((each) => [nameOf(each), each.orders, each.paidFen, each.refundedFen]),
      }}
    />
  );
}

import { i18n } from '@/utils/i18n';
import type { PricePoint } from '@/utils/core/prices';
import { TimeSeries } from '../../charts/time-series';
import { formatPrice } from '../../text/format';
import { formatDate, formatMoment } from '../../text/measures';
import { priceKindWord } from '../../text/words';

/** What its page showed, visit by visit: between two visits nobody looked. */
export function PriceChart({ prices }: { prices: readonly PricePoint[] }) {
  const priced = prices.filter(({ priceFen }) => priceFen !== undefined);
  return (
    <TimeSeries
      id="prices"
      title={i18n.t('prices.title')}
      hint={i18n.t('prices.hint')}
      unit={i18n.t('units.yuan')}
      n={prices.length}
      of={i18n.t('prices.of')}
      times={priced.map(({ at }) => at)}
      lines={[
        {
          name: i18n.t('prices.shown'),
          values: priced.map(({ priceFen }) => priceFen ?? null),
          tone: 'root',
          draw: 'steps',
        },
      ]}
      format={formatPrice}
      formatTime={formatDate}
      table={{
        columns: [
          { name: i18n.t('prices.at') },
          { name: i18n.t('prices.shown'), format: formatPrice },
          { name: i18n.t('prices.kind') },
          { name: i18n.t('prices.stock') },
        ],
        rows: prices.map(({ at, priceFen, priceKind, stock }) => [
          formatMoment(at),
          priceFen,
          priceKind && (priceKindWord[priceKind]() || i18n.t('prices.anyone')),
          stock && (stock === 'in' ? i18n.t('prices.inStock') : i18n.t('prices.soldOut')),
        ]),
      }}
    />
  );
}

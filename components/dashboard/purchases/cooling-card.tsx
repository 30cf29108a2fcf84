import { i18n } from '@/utils/i18n';
import { itemTitle, noteText } from '../../items/item-text';
import { Card } from '../../parts/card';
import { PlatformChip } from '../../parts/platform-chip';
import { isolate } from '../../text/clean';
import { formatCount, formatPrice } from '../../text/format';
import { formatDate } from '../../text/measures';
import { useTools } from '../../tools';
import type { AftermathActions, CoolingItem } from './bought-props';

const dayMs = 86_400_000;
const choices = [3, 7, 30] as const;

interface CoolingCardProps extends Pick<AftermathActions, 'onSay'> {
  cooling: CoolingItem[];
  more: number;
}

/** Wishes that wait: those whose day has come stand first and are asked about. */
export function CoolingCard({ cooling, more, onSay }: CoolingCardProps) {
  return (
    <Card id="cooling" title={i18n.t('cooling.title')} hint={i18n.t('cooling.hint')}>
      {cooling.length === 0 && <p class="card__fact">{i18n.t('cooling.empty')}</p>}
      <ul class="pairs" role="list">
        {cooling.map((each) => (
          <CoolingRow key={each.item.key} cooling={each} onSay={onSay} />
        ))}
      </ul>
      {more > 0 && <p class="soft pairs__loose">{i18n.t('cooling.more', more, [formatCount(more)])}</p>}
    </Card>
  );
}

function CoolingRow({ cooling, onSay }: { cooling: CoolingItem } & Pick<AftermathActions, 'onSay'>) {
  const { now, platformName } = useTools();
  const { item, until } = cooling;
  const title = itemTitle(item, platformName);
  const isDue = until !== undefined && until <= now;
  const price = item.priceFen === undefined ? '' : formatPrice(item.priceFen);
  return (
    <li class={isDue ? 'pair thing thing--due' : 'pair thing'}>
      <div class="thing__what">
        <h3 class={title.known ? 'row__title' : 'row__title row__title--unknown'}>
          <PlatformChip platform={item.platform} />
          <bdi>{title.text}</bdi>
        </h3>
        <p class="soft">{[price, noteText(item.note)].filter(Boolean).join(' · ')}</p>
        {until !== undefined && (
          <p class={isDue ? 'thing__due' : 'soft'}>
            {isDue ? i18n.t('cooling.due') : i18n.t('cooling.until', [formatDate(until)])}
          </p>
        )}
      </div>
      <div class="thing__ways" role="group" aria-label={i18n.t('cooling.waysOf', [isolate(title.text)])}>
        {choices.map((days) => (
          <button key={days} type="button" class="button" onClick={() => onSay(item, { until: now + days * dayMs })}>
            {i18n.t('cooling.ask', days, [String(days)])}
          </button>
        ))}
        {until !== undefined && (
          <button type="button" class="button" onClick={() => onSay(item, { until: 0 })}>
            {i18n.t('cooling.stop')}
          </button>
        )}
        <button type="button" class="button" onClick={() => onSay(item, { mark: 'dropped' })}>
          {i18n.t('actions.drop')}
        </button>
        <button type="button" class="button" onClick={() => onSay(item, { mark: 'bought' })}>
          {i18n.t('actions.bought')}
        </button>
      </div>
    </li>
  );
}

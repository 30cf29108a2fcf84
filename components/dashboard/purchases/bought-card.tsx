import { i18n } from '@/utils/i18n';
import type { Outcome } from '@/utils/core/rows';
import type { BoughtFacts } from '@/utils/core/bought';
import { itemTitle, noteText } from '../../items/item-text';
import { Card } from '../../parts/card';
import { PlatformChip } from '../../parts/platform-chip';
import { isolate } from '../../text/clean';
import { formatCount, formatPrice } from '../../text/format';
import { formatDate } from '../../text/measures';
import { useTools } from '../../tools';
import type { AftermathActions, BoughtItem } from './bought-props';

const outcomeWord: Record<Outcome, () => string> = {
  kept: () => i18n.t('bought.kept'),
  regretted: () => i18n.t('bought.regretted'),
  refunded: () => i18n.t('bought.refunded'),
};
const outcomes: Outcome[] = ['kept', 'regretted', 'refunded'];

interface BoughtCardProps extends Pick<AftermathActions, 'onSay'> {
  bought: BoughtItem[];
  more: number;
}

/** What was bought: how long it took, what it cost then and in the end, and what came of it. */
export function BoughtCard({ bought, more, onSay }: BoughtCardProps) {
  return (
    <Card id="bought" title={i18n.t('bought.title')} hint={i18n.t('bought.hint')}>
      {bought.length === 0 && <p class="card__fact">{i18n.t('bought.empty')}</p>}
      <ul class="pairs" role="list">
        {bought.map((each) => (
          <BoughtRow key={each.item.key} bought={each} onSay={onSay} />
        ))}
      </ul>
      {more > 0 && <p class="soft pairs__loose">{i18n.t('bought.more', more, [formatCount(more)])}</p>}
    </Card>
  );
}

function BoughtRow({ bought: { item, facts }, onSay }: { bought: BoughtItem } & Pick<AftermathActions, 'onSay'>) {
  const { platformName } = useTools();
  const title = itemTitle(item, platformName);
  return (
    <li class="pair thing">
      <div class="thing__what">
        <h3 class={title.known ? 'row__title' : 'row__title row__title--unknown'}>
          <PlatformChip platform={item.platform} />
          <bdi>{title.text}</bdi>
        </h3>
        <p class="soft">{[formatDate(facts.boughtAt), noteText(item.note)].join(' · ')}</p>
        <p class="soft">{storyText(facts)}</p>
      </div>
      <div class="thing__ways" role="group" aria-label={i18n.t('bought.outcomeOf', [isolate(title.text)])}>
        {outcomes.map((outcome) => (
          <button
            key={outcome}
            type="button"
            class="button chosen"
            aria-pressed={isSaid(item, outcome)}
            onClick={() => onSay(item, { outcome: isSaid(item, outcome) ? 'none' : outcome })}
          >
            {outcomeWord[outcome]()}
          </button>
        ))}
      </div>
    </li>
  );
}

function isSaid({ outcome }: BoughtItem['item'], as: Outcome): boolean {
  return outcome?.as === as;
}

function storyText({ days, firstFen, paidFen, orderFen }: BoughtFacts): string {
  const time = days === undefined ? '' : days === 0 ? i18n.t('bought.sameDay') : daysText(days);
  return [time, priceText({ firstFen, paidFen, orderFen })].filter(Boolean).join(' · ');
}

function daysText(days: number): string {
  return i18n.t('bought.days', days, [formatCount(days)]);
}

type Prices = { [name in 'firstFen' | 'paidFen' | 'orderFen']: number | undefined };

function priceText({ firstFen, paidFen, orderFen }: Prices): string {
  if (paidFen === undefined)
    return [
      firstFen === undefined ? '' : i18n.t('bought.first', [formatPrice(firstFen)]),
      orderFen === undefined ? '' : i18n.t('bought.order', [formatPrice(orderFen)]),
    ]
      .filter(Boolean)
      .join(' · ');
  if (firstFen === undefined) return i18n.t('bought.paid', [formatPrice(paidFen)]);
  if (firstFen === paidFen) return i18n.t('bought.samePrice', [formatPrice(paidFen)]);
  const apart = formatPrice(Math.abs(firstFen - paidFen));
  return paidFen < firstFen
    ? i18n.t('bought.cheaper', [formatPrice(firstFen), formatPrice(paidFen), apart])
    : i18n.t('bought.dearer', [formatPrice(firstFen), formatPrice(paidFen), apart]);
}

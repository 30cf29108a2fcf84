import { i18n } from '@/utils/i18n';
import type { AskedBuyer } from '@/utils/core/buyers';
import { Card } from '../../parts/card';
import { Outcome } from '../../parts/outcome';
import { isolate } from '../../text/clean';
import { formatCount } from '../../text/format';
import { useTools } from '../../tools';
import type { BuyerActions, BuyerView } from './buyer-props';

/** Asks whose the orders are that an order page of another account has shown; nothing of them counts before. */
export function BuyerCard({ asked, said, onSay }: BuyerView & BuyerActions) {
  if (asked) return <Question asked={asked} onSay={onSay} />;
  if (said === undefined) return null;
  return (
    <Card id="buyer" title={i18n.t('buyer.title')}>
      <Outcome tone={said === 'failed' ? 'alarm' : 'well'}>{saidText(said)}</Outcome>
    </Card>
  );
}

function Question({ asked: { platform, orders }, onSay }: { asked: AskedBuyer } & BuyerActions) {
  const { platformName } = useTools();
  return (
    <Card
      id="buyer"
      title={i18n.t('buyer.title')}
      hint={i18n.t('buyer.hint', orders, [formatCount(orders), isolate(platformName(platform))])}
    >
      <p class="ways">
        <button type="button" class="button button--save" onClick={() => onSay(true)}>
          {i18n.t('buyer.mine')}
        </button>
        <button type="button" class="button" onClick={() => onSay(false)}>
          {i18n.t('buyer.other')}
        </button>
      </p>
    </Card>
  );
}

function saidText(said: NonNullable<BuyerView['said']>): string {
  switch (said) {
    case 'mine':
      return i18n.t('buyer.saidMine');
    case 'other':
      return i18n.t('buyer.saidOther');
    case 'failed':
      return i18n.t('toast.failed');
  }
}

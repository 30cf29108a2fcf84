import { i18n } from '@/utils/i18n';
import { ViewHead } from '../view-head';
import { AftermathCards } from './aftermath';
import { BillCard } from './bill-card';
import type { BillActions, BillView } from './bill-props';
import { BuyerCard } from './buyer-card';
import type { BuyerActions, BuyerView } from './buyer-props';
import { CreditCard } from './credit-card';
import type { CreditActions, CreditView } from './credit-props';
import { HandCard } from './hand-card';
import type { HandActions, HandView } from './hand-props';
import type { AftermathActions, AftermathView } from './bought-props';

export interface PurchasesProps {
  buyer: { view: BuyerView; actions: BuyerActions };
  aftermath: { view: AftermathView; actions: AftermathActions };
  credits: { view: CreditView; actions: CreditActions };
  hand: { view: HandView; actions: HandActions };
  bills: { view: BillView; actions: BillActions };
}

/** What was bought: how it comes in, and what came of it. */
export function PurchasesView({ buyer, aftermath, credits, hand, bills }: PurchasesProps) {
  return (
    <>
      <ViewHead title={i18n.t('views.purchases')} lead={i18n.t('purchases.lead')} />
      <BuyerCard {...buyer.view} {...buyer.actions} />
      <AftermathCards view={aftermath.view} {...aftermath.actions} />
      <CreditCard credits={credits.view} {...credits.actions} />
      <BillCard bills={bills.view} {...bills.actions} />
      <HandCard hand={hand.view} {...hand.actions} />
    </>
  );
}

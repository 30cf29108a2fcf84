import { i18n } from '@/utils/i18n';
import type { BillView } from '@/components/dashboard/purchases/bill-props';
import type { AftermathView } from '@/components/dashboard/purchases/bought-props';
import type { BuyerView } from '@/components/dashboard/purchases/buyer-props';
import { countDue } from '@/components/notices/notice-line';
import type { CreditView } from '@/components/dashboard/purchases/credit-props';
import { PurchasesView } from '@/components/dashboard/purchases/purchases-view';
import { tellBackground } from '@/utils/messages/ask';
import { aftermathWork } from '../aftermath';
import { billWork, untouchedBills } from '../bills';
import { creditWork } from '../credits';
import { handBegin, handWork } from '../hand';
import type { Desk, Screen, View } from '../view';

export const view: View = {
  id: 'purchases',
  order: 30,
  icon: 'bag',
  name: () => i18n.t('views.purchases'),
  alert: (facts, now) => facts.buyer !== undefined || countDue(facts, now) > 0,
  start,
};

function start(desk: Desk): Screen {
  let said: BuyerView['said'];
  const sayBuyer = async (isMine: boolean) => {
    said = await tellBackground({ type: 'buyer', isMine }).then(
      () => (isMine ? 'mine' : 'other'),
      () => 'failed',
    );
    desk.refresh();
  };
  let bills: BillView = untouchedBills;
  let aftermath: AftermathView = { lists: { state: 'idle' } };
  const after = aftermathWork(desk, (next) => {
    aftermath = next;
    desk.redraw();
  });
  let hand = handBegin(desk.now());
  const byHand = handWork(desk, (next) => {
    hand = next;
    desk.redraw();
  });
  let credits: CreditView = { state: 'idle' };
  const creditActions = creditWork(desk, (next) => {
    credits = next;
    desk.redraw();
  });
  const billing = billWork(desk, (next) => {
    bills = next;
    desk.redraw();
  });
  return {
    draw: () => (
      <PurchasesView
        buyer={{ view: buyerView(desk, said), actions: { onSay: (isMine) => void sayBuyer(isMine) } }}
        aftermath={{ view: aftermath, actions: after.actions }}
        credits={{ view: credits, actions: creditActions }}
        hand={{ view: hand, actions: byHand.actions }}
        bills={{ view: bills, actions: { ...billing.actions, onMatch: () => desk.goTo('matching') } }}
      />
    ),
    read: () => {
      after.read();
      billing.read();
      byHand.read();
    },
  };
}

function buyerView(desk: Desk, said: BuyerView['said']): BuyerView {
  const { buyer } = desk.facts();
  return { ...(buyer && { asked: buyer }), ...(said && { said }) };
}

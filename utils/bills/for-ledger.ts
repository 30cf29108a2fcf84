import { asPayments, mostPayments } from '../core/payments';
import type { BilledPayment, Purchase } from '../core/types';
import { withoutMeituanNumber } from './order-ids';
import { asPurchase, givenFor, refundsOf, type Paid, type Payment } from './paid';

/** An order as the ledger takes it: with each payment and refund, so that none counts twice, whatever other bills tell. */
export function forLedger(paid: Paid, alsoIds: string[]): Purchase {
  const purchase = withoutMeituanNumber(asPurchase(paid));
  const isKnown = purchase.orderPaidFen !== undefined;
  const [refunds, payments] = isKnown ? [refundsOf(paid), paymentsTold(paid)] : [];
  return {
    ...purchase,
    ...(refunds && { refunds }),
    ...(payments && { payments }),
    ...(alsoIds.length > 0 && { alsoIds }),
  };
}

/** Those that say when how much was paid. */
function paymentsTold(paid: Paid): BilledPayment[] | undefined {
  const told = givenFor(paid).flatMap((payment) => paymentTold(payment, paid.form) ?? []);
  return told.length > 0 ? asPayments(told).slice(0, mostPayments) : undefined;
}

/** By the time that stays: when it went through may be told only by a bill of a later day. */
function paymentTold({ payment, stated: fen = 0 }: Payment, form: string): BilledPayment | undefined {
  const { purchase, refund } = payment;
  const at = purchase.orderedAt ?? purchase.paidAt;
  if (at === undefined || fen === 0) return undefined;
  const backFen = refund === 'all' ? fen : refund;
  return { at, fen, form, ...(typeof backFen === 'number' && { backFen }) };
}

import { withoutAbsent } from '../core/decode';
import { isServiceLine } from '../core/service-line';
import type { Purchase, PurchaseStatus } from '../core/types';
import { other, type BillLine, type PaymentLine, type RefundLine } from './form';

type Numbers = readonly (string | undefined)[];

interface Payment extends Pick<Purchase, 'platform' | 'title'>, Pick<PaymentLine, 'amount'> {
  /** Absent where the line names none: a line that cannot be told from another is no purchase. */
  orderId: string | undefined;
  shop?: string | undefined;
  refund?: PaymentLine['refund'];
  /** The one time of a form that has one: when it was paid, or when an order was made that never was. */
  at?: number | undefined;
  orderedAt?: number | undefined;
  paidAt?: number | undefined;
  status: PurchaseStatus | undefined;
  keys: Numbers;
}

/** Whether money was ever given: what was closed without any coming back was only an attempt. */
export function wasPaid(status: PurchaseStatus, refund: PaymentLine['refund']): boolean {
  return status !== 'unpaid' && (status !== 'cancelled' || refund !== undefined);
}

/** A payment as a purchase. A bill line is one piece unless it says otherwise. */
export function paymentLine({ orderId, amount, refund, keys, at, status = 'unknown', ...said }: Payment): BillLine {
  if (orderId === undefined || isServiceLine(said.title)) return other;
  const time = at === undefined ? {} : wasPaid(status, refund) ? { paidAt: at } : { orderedAt: at };
  const purchase = withoutAbsent<Purchase>({ ...said, ...time, orderId, quantity: 1, status, source: 'bill' });
  return { is: 'payment', purchase, amount, refund, keys: known(orderId, ...keys) };
}

/** Money that came back; `numbers` are all that the line has, `keys` those of its payment. */
export function refundLine({
  keys,
  numbers,
  ...said
}: Omit<RefundLine, 'is' | 'keys' | 'id'> & { keys: Numbers; numbers: Numbers }): BillLine {
  return { is: 'refund', ...said, keys: known(...keys), id: numbers.join(' ') };
}

function known(...keys: (string | undefined)[]): string[] {
  return [...new Set(keys.filter((key) => key !== undefined && key !== ''))] as string[];
}

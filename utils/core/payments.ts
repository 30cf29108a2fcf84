import { numbered, kindOf, inOrder } from './purchases';
import type { BilledPayment } from './types';

/** Deposit, rest, carriage, some attempts: an order of more payments was made up. */
export const mostPayments = 50;

/** Payments of one form that are alike, told apart as refunds are. */
export function asPayments(payments: readonly BilledPayment[]): BilledPayment[] {
  return numbered(payments);
}

/**
 * Payments of one order that bills of several days tell, each once for every form that tells it; of the same one the time
 * counts that has seconds, and what most of it came back.
 */
export function joinPayments(
  one: readonly BilledPayment[] = [],
  other: readonly BilledPayment[] = [],
): BilledPayment[] | undefined {
  const told = new Map<string, BilledPayment>();
  for (const payment of [...one, ...other].sort(inOrder)) {
    const name = `${kindOf(payment)} ${String(payment.no ?? 0)}`;
    const backs = [told.get(name)?.backFen, payment.backFen].filter((fen) => fen !== undefined);
    told.set(name, { ...payment, ...(backs.length > 0 && { backFen: Math.max(...backs) }) });
  }
  const all = [...told.values()].sort(inOrder);
  return all.length > 0 ? all.slice(0, mostPayments) : undefined;
}

/** Fen that were paid, by the form that knows most: another form's bill tells of the same payments. */
export function paidIn(payments: readonly BilledPayment[] | undefined): number | undefined {
  return mostOfForm(payments, ({ fen }) => fen);
}

/** Fen that came back, as the payments' own lines say. */
export function backIn(payments: readonly BilledPayment[] | undefined): number | undefined {
  return mostOfForm(payments, ({ backFen }) => backFen);
}

function mostOfForm(
  payments: readonly BilledPayment[] = [],
  fenOf: (payment: BilledPayment) => number | undefined,
): number | undefined {
  const sums = new Map<string, number>();
  for (const payment of payments) {
    const fen = fenOf(payment);
    if (fen !== undefined) sums.set(payment.form, (sums.get(payment.form) ?? 0) + fen);
  }
  return sums.size > 0 ? Math.max(...sums.values()) : undefined;
}

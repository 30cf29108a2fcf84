import type { Purchase, Refund } from '../core/types';
import type { RefundLine } from './form';
import { paidFen, paymentsOf, type Paid } from './paid';

/**
 * The one payment of a refund that names none: same title, paid before, and enough to give that back. Of several it is
 * the one that the refund gives back whole.
 */
function paymentByTitle({ amount, at = Infinity }: RefundLine, sameTitle: readonly Paid[] = []): Paid | undefined {
  if (typeof amount !== 'number') return undefined;
  const left = (paid: Paid) => (paidFen(paid) ?? 0) - paid.back;
  const fit = sameTitle.filter((paid) => left(paid) >= amount && (paid.payment.purchase.paidAt ?? 0) <= at);
  const [paid, another] = fit.length > 1 ? fit.filter((each) => left(each) === amount && each.back === 0) : fit;
  return another ? undefined : paid;
}

/**
 * Finds the payment that a refund names by one of its numbers, its own bill's first, else the one of its title. Only what
 * the refunds name is noted: a bill has a hundred times as many payments, each with some numbers.
 */
export function paymentFinder(
  orders: Iterable<Paid>,
  refunds: readonly RefundLine[],
): (refund: RefundLine, form: string) => Paid | undefined {
  const named = new Set(refunds.flatMap(({ keys }) => keys));
  const titles = new Set(refunds.flatMap(({ title = '' }) => (title === '' ? [] : [title])));
  const byKey = new Map<string, Paid>();
  const byTitle = new Map<string, Paid[]>();
  for (const paid of orders) {
    for (const { payment } of paymentsOf(paid))
      for (const key of payment.keys.filter((each) => named.has(each))) {
        byKey.set(`${paid.form} ${key}`, paid);
        byKey.set(key, paid);
      }
    const { title } = paid.payment.purchase;
    if (!titles.has(title)) continue;
    if (byTitle.has(title)) byTitle.get(title)?.push(paid);
    else byTitle.set(title, [paid]);
  }
  return (refund, form) => {
    const keys = [...refund.keys.map((key) => `${form} ${key}`), ...refund.keys];
    const known = keys.map((key) => byKey.get(key)).find((paid) => paid !== undefined);
    return known ?? paymentByTitle(refund, byTitle.get(refund.title ?? ''));
  };
}

/** What a refund line tells: told apart by its time, so that the same line of another file is the same. */
function refundOf({ at, amount }: RefundLine): Refund[] {
  return at !== undefined && typeof amount === 'number' && amount > 0 ? [{ at, fen: amount }] : [];
}

/**
 * A refund whose payment is in none of the files, as what it says of its order: the ledger may have that from before.
 * @returns undefined where it names no order
 */
export function strayRefund(refund: RefundLine): Purchase | undefined {
  const { platform, orderId } = refund;
  const refunds = refundOf(refund);
  if (platform === undefined || orderId === undefined || refunds.length === 0) return undefined;
  return { platform, orderId, title: '', status: 'unknown', source: 'bill', refunds };
}

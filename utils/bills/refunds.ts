import type { Purchase, Refund } from '../core/types';
import type { RefundLine } from './form';
import { paymentsOf, type Paid } from './paid';
import { sameTitle } from './titles';

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
  const finders = new Map([...byTitle].map(([title, payments]) => [title, sameTitle(payments)]));
  return (refund, form) => {
    const keys = [...refund.keys.map((key) => `${form} ${key}`), ...refund.keys];
    const known = keys.map((key) => byKey.get(key)).find((paid) => paid !== undefined);
    const { amount, at = Infinity, title = '' } = refund;
    return known ?? (typeof amount === 'number' ? finders.get(title)?.({ amount, at }) : undefined);
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

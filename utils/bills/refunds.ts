import type { Purchase } from '../core/types';
import type { RefundLine } from './form';
import { giveBack, paymentsOf, refundsOf, type Back, type Paid } from './paid';
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

/** A refund whose payment is in none of the files, and where it stood. */
export interface Stray extends Pick<Paid, 'form' | 'file'> {
  line: RefundLine;
}

/** Whether it says when how much came back of which order. */
export function isNamed({ line: { platform, orderId, at, amount } }: Stray): boolean {
  const isRead = at !== undefined && typeof amount === 'number' && amount > 0;
  return isRead && platform !== undefined && orderId !== undefined;
}

/** Each as what it says of its order, once however many files tell it: the ledger may have that from before. */
export function strayRefunds(strays: readonly Stray[]): Purchase[] {
  const orders = new Map<string, Pick<Purchase, 'platform' | 'orderId'> & { given: Back }>();
  for (const { line, ...place } of strays.filter(isNamed)) {
    const { platform = '', orderId = '' } = line;
    const name = `${platform} ${orderId}`;
    const known = orders.get(name) ?? { platform, orderId, given: { back: 0 } };
    giveBack(known.given, line, place);
    orders.set(name, known);
  }
  return [...orders.values()].flatMap(({ given, ...order }) =>
    (refundsOf(given) ?? []).map((refund): Purchase => ({
      ...order,
      title: '',
      status: 'unknown',
      source: 'bill',
      refunds: [refund],
    })),
  );
}

import type { Purchase, Reading, Unread } from '../core/types';
import type { PaymentLine, RefundLine } from './form';
import { wasPaid } from './payment';
import type { ReadRow } from './table';

/** A payment with what other lines of the bill add to it. */
interface Paid {
  payment: PaymentLine;
  /** Fen, as far as the lines tell. */
  fen: number | undefined;
  /** Fen of the first line, paid or not. */
  stated: number | undefined;
  /** Sum of the refund lines. */
  back: number;
  /** Fen that came back as the payments' own lines say, added up; `undefined` where none says so. */
  said: number | undefined;
  /** Every payment's own line says that all of it came back. */
  isAllBack: boolean;
  /** Numbers of the payments that were added up in `fen`: of the first, and of any others, which few orders have. */
  first: string;
  others?: Set<string>;
}

/** Fen that came back: what the payments' own lines say counts, else the refund lines added up. */
function refundedFen({ said, back }: Paid): number | undefined {
  return said ?? (back > 0 ? back : undefined);
}

/** Fen of one payment that its own line gives back. */
function saidBack({ refund }: PaymentLine, fen: number | undefined): number | undefined {
  if (refund === 'bad-amount') return undefined;
  return refund === 'all' ? fen : refund;
}

/** One of them, or their sum. */
function plus(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : one + other;
}

function firstPayment(
  payment: PaymentLine,
  { fen, stated, number }: Pick<Paid, 'fen' | 'stated'> & { number: string },
): Paid {
  const isAllBack = payment.refund === 'all';
  return { payment, fen, stated, back: 0, said: saidBack(payment, fen), isAllBack, first: number };
}

/** Two times that may be one, as table programs leave the seconds out. */
const sameMinute = 60_000;

/**
 * Under the wallet's one number at another time: the file is masked, or made up, and its numbers tell nothing. They are
 * two purchases, as the lines say.
 */
function isAnother({ payment, fen = 0 }: Paid, { number, purchase }: PaymentLine, ownFen = 0): boolean {
  const [one = 0, other = 0] = [payment.purchase.paidAt, purchase.paidAt];
  const isOneNumber = number !== undefined && number === payment.number;
  return isOneNumber && fen > 0 && ownFen > 0 && Math.abs(one - other) >= sameMinute;
}

/** Another payment of the order. */
function addTo(known: Paid, payment: PaymentLine, fen: number | undefined): void {
  const isAllBack = payment.refund === 'all';
  const isFirst = known.fen === 0 || !wasPaid(known.payment.purchase.status, known.payment.refund);
  if (isFirst) known.payment = payment;
  // What was kept speaks for the order, not what came back whole; refunds may name either.
  else if (known.payment.refund === 'all' && !isAllBack)
    known.payment = { ...payment, keys: [...known.payment.keys, ...payment.keys] };
  known.isAllBack = isAllBack && (isFirst || known.isAllBack);
  known.said = plus(known.said, saidBack(payment, fen));
  known.fen = plus(known.fen, fen);
}

/** Closed, and another line gives money back for it: it was paid after all, and all of it came back. */
function asPaidBack({ payment: { purchase }, stated, back }: Paid): Purchase {
  const { orderedAt, ...rest } = purchase;
  const time = rest.paidAt === undefined && orderedAt !== undefined ? { paidAt: orderedAt } : {};
  return { ...rest, ...time, orderPaidFen: stated ?? back, status: 'refunded' };
}

function asPurchase(paid: Paid): Purchase {
  const { purchase } = paid.payment;
  const { fen } = paid;
  if (!wasPaid(purchase.status, paid.payment.refund))
    return paid.back > 0 && purchase.status === 'cancelled' ? asPaidBack(paid) : purchase;
  const back = refundedFen(paid);
  const isWhole = paid.isAllBack || (back !== undefined && fen !== undefined && back >= fen && fen > 0);
  const amount = fen === undefined ? {} : { orderPaidFen: fen };
  if (isWhole) return { ...purchase, ...amount, status: 'refunded' };
  return { ...purchase, ...amount, ...(back !== undefined && { refundedFen: back }) };
}

/** The one payment of a refund that names none: same title, paid before, and enough to give that back. */
function paymentByTitle({ amount, at = Infinity }: RefundLine, sameTitle: readonly Paid[] = []): Paid | undefined {
  if (typeof amount !== 'number') return undefined;
  const [paid, another] = sameTitle.filter(
    ({ payment, fen = 0, back }) => fen - back >= amount && (payment.purchase.paidAt ?? 0) <= at,
  );
  return another ? undefined : paid;
}

/** Finds the payment that a refund names by one of its numbers, else the one of its title. */
function paymentFinder(orders: Iterable<Paid>): (refund: RefundLine) => Paid | undefined {
  const byKey = new Map<string, Paid>();
  const byTitle = new Map<string, Paid[]>();
  for (const paid of orders) {
    for (const key of paid.payment.keys) byKey.set(key, paid);
    const { title } = paid.payment.purchase;
    if (byTitle.has(title)) byTitle.get(title)?.push(paid);
    else if (title !== '') byTitle.set(title, [paid]);
  }
  return (refund) => {
    const named = refund.keys.map((key) => byKey.get(key)).find((paid) => paid !== undefined);
    return named ?? paymentByTitle(refund, byTitle.get(refund.title ?? ''));
  };
}

/** Gathers the lines of a bill, in whatever order they stand: a refund comes before its payment in all of them. */
export function billMerger() {
  const orders = new Map<string, Paid>();
  const refunds = new Map<string, RefundLine>();
  const unread: Unread[] = [];
  let skipped = 0;

  const amountOf = ({ amount, refund, purchase }: PaymentLine, where: string): number | undefined => {
    if (typeof amount === 'number') return amount;
    const isMissing = amount === undefined && wasPaid(purchase.status, refund);
    if (amount !== undefined || isMissing) unread.push({ where, reason: amount ?? 'bad-amount' });
    return undefined;
  };

  /**
   * Two lines of one order are two payments for it, a deposit and the rest; the same numbers and amount twice are the
   * same line. An attempt that was closed counts only where nothing was paid, as does the 0.00 at which JD lists what is
   * paid later.
   */
  const addPayment = (payment: PaymentLine, where: string) => {
    const { platform, orderId } = payment.purchase;
    const isPaid = wasPaid(payment.purchase.status, payment.refund);
    const said = amountOf(payment, where);
    if (payment.refund === 'bad-amount') unread.push({ where, reason: 'bad-amount' });
    const fen = isPaid ? said : undefined;
    const number = [...payment.keys, fen].join(' ');
    const name = `${platform} ${orderId}`;
    const first = orders.get(name);
    const place = first && isAnother(first, payment, fen) ? `${name} ${String(payment.purchase.paidAt)}` : name;
    const known = orders.get(place);
    if (!known) return orders.set(place, firstPayment(payment, { fen, stated: said, number }));
    if (number === known.first || known.others?.has(number) || !isPaid) return;
    (known.others ??= new Set()).add(number);
    addTo(known, payment, fen);
  };

  const add = (row: ReadRow): void => {
    if ('unread' in row) unread.push(row.unread);
    else if (row.line.is === 'payment') addPayment(row.line, row.where);
    else if (row.line.is === 'refund') refunds.set([row.line.id, row.line.amount, row.line.at].join(' '), row.line);
    else skipped += 1;
  };

  return {
    add,
    /** Everything there was; call it once, at the end. */
    reading: (): Reading<Purchase> => {
      const paymentOf = paymentFinder(orders.values());
      for (const refund of refunds.values()) {
        const paid = paymentOf(refund);
        if (paid && typeof refund.amount === 'number') paid.back += refund.amount;
        if (!paid) skipped += 1;
      }
      return { found: [...orders.values()].map(asPurchase), unread, skipped };
    },
  };
}

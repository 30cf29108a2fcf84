import { billedStatus, joinRefunds } from '../core/purchases';
import type { Purchase, Reading, Refund, Unread } from '../core/types';
import type { PaymentLine, RefundLine } from './form';
import { wasPaid } from './payment';
import { paymentFinder, refundOf, strayRefund } from './refunds';
import type { ReadRow } from './table';

/** A payment with what other lines of the bill add to it. */
export interface Paid {
  payment: PaymentLine;
  /** The bill's form: another bill of the same order tells of the same payment, and not of a second one. */
  form: string;
  /** The place of its file among those that are read together. */
  file: number;
  /** Fen, as far as the lines tell. */
  fen: number | undefined;
  /** Fen of the first line, paid or not. */
  stated: number | undefined;
  /** Sum of the refund lines. */
  back: number;
  /** The refund lines, which few orders have. */
  refunds?: Refund[];
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

function firstPayment(payment: PaymentLine, facts: Pick<Paid, 'fen' | 'stated' | 'form' | 'file' | 'first'>): Paid {
  return { payment, ...facts, back: 0, said: saidBack(payment, facts.fen), isAllBack: payment.refund === 'all' };
}

/** How far what a line says goes: nothing, an amount, the larger the further, all of it. */
function partBack(refund: PaymentLine['refund']): number {
  return refund === 'all' ? Infinity : typeof refund === 'number' ? refund : refund === undefined ? -1 : 0;
}

/** The same line in a file of a later day, which knows what came of it. */
function isFurther({ payment: known, others }: Paid, { purchase, refund }: PaymentLine): boolean {
  if (others) return false;
  if (known.refund !== refund) return partBack(refund) > partBack(known.refund);
  const { status } = known.purchase;
  return billedStatus({ status, source: 'bill' }, purchase.status) !== status;
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

/** An order of a bill, and the place of the file that told of it first. */
interface Merged {
  purchase: Purchase;
  file: number;
}

/** Where a line stood. */
interface Place {
  where: string;
  form: string;
  file: number;
}

/** A line that could not be read, and its file. */
interface Doubt {
  unread: Unread;
  file: number;
}

/** Payments by their order. What cannot be read of them is told in `unread`. */
function paymentBook(unread: Doubt[]) {
  const orders = new Map<string, Paid>();

  const amountOf = ({ amount, refund, purchase }: PaymentLine, { where, file }: Place): number | undefined => {
    if (typeof amount === 'number') return amount;
    const isMissing = amount === undefined && wasPaid(purchase.status, refund);
    if (amount !== undefined || isMissing) unread.push({ unread: { where, reason: amount ?? 'bad-amount' }, file });
    return undefined;
  };

  /**
   * Two lines of one order are two payments for it, a deposit and the rest; the same numbers and amount twice are the
   * same line. An attempt that was closed counts only where nothing was paid, as does the 0.00 at which JD lists what is
   * paid later.
   */
  const addPayment = (payment: PaymentLine, place: Place) => {
    const { form, file } = place;
    const { platform, orderId } = payment.purchase;
    const isPaid = wasPaid(payment.purchase.status, payment.refund);
    const stated = amountOf(payment, place);
    if (payment.refund === 'bad-amount') unread.push({ unread: { where: place.where, reason: 'bad-amount' }, file });
    const fen = isPaid ? stated : undefined;
    const number = [...payment.keys, fen].join(' ');
    const name = `${form} ${platform} ${orderId}`;
    const first = orders.get(name);
    const own = first && isAnother(first, payment, fen) ? `${name} ${String(payment.purchase.paidAt)}` : name;
    const known = orders.get(own);
    const facts = { fen, stated, form, file: known?.file ?? file, first: number };
    const isAgain = number === known?.first || known?.others?.has(number);
    if (!known || (isAgain && isPaid && isFurther(known, payment)))
      return orders.set(own, firstPayment(payment, facts));
    if (isAgain || !isPaid) return;
    (known.others ??= new Set()).add(number);
    addTo(known, payment, fen);
  };

  return { orders, addPayment };
}

/**
 * Gathers the lines of bills, in whatever order they stand: a refund comes before its payment in all of them, and may be
 * in another file.
 */
export function billMerger() {
  const unread: Doubt[] = [];
  const { orders, addPayment } = paymentBook(unread);
  const refunds = new Map<string, { line: RefundLine; form: string }>();
  let skipped = 0;

  const add = (row: ReadRow, file = 0): void => {
    if ('unread' in row) return void unread.push({ unread: row.unread, file });
    const { line, form, where } = row;
    if (line.is === 'payment') addPayment(line, { where, form, file });
    else if (line.is === 'refund') refunds.set([line.id, line.amount, line.at].join(' '), { line, form });
    else skipped += 1;
  };

  /** @returns those that fit no payment */
  const giveBack = (): RefundLine[] => {
    const lines = [...refunds.values()].map(({ line }) => line);
    const paymentOf = paymentFinder(orders.values(), lines);
    const stray: RefundLine[] = [];
    for (const { line, form } of refunds.values()) {
      const paid = paymentOf(line, form);
      if (!paid) stray.push(line);
      else if (typeof line.amount === 'number') {
        paid.back += line.amount;
        (paid.refunds ??= []).push(...refundOf(line));
      }
    }
    return stray;
  };

  return {
    add,
    /** Everything there was, as one file tells it; call it once, at the end. */
    reading: (): Reading<Purchase> => {
      const stray = giveBack();
      const found = [...orders.values()].map(asPurchase);
      return { found, unread: unread.map((each) => each.unread), skipped: skipped + stray.length };
    },
    /**
     * The same of several files, for the ledger: with each refund, so that none counts twice, and with the refunds of
     * orders that no file pays. Call it once, at the end.
     */
    ofFiles: () => {
      const stray = giveBack();
      const named = stray.flatMap((line) => strayRefund(line) ?? []);
      const merged: Merged[] = [];
      for (const [name, paid] of orders) {
        merged.push({ purchase: withRefunds(paid), file: paid.file });
        orders.delete(name); // of a large bill not both at once
      }
      return { orders: merged, stray: named, nameless: stray.length - named.length, unread };
    },
  };
}

function withRefunds(paid: Paid): Purchase {
  const purchase = asPurchase(paid);
  const refunds = purchase.orderPaidFen === undefined ? undefined : joinRefunds(paid.refunds);
  return refunds ? { ...purchase, refunds } : purchase;
}

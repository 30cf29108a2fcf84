import type { Purchase, Reading, Unread } from '../core/types';
import type { PaymentLine, RefundLine } from './form';
import { alsoIdsOf } from './also-ids';
import { isSameMinute } from './copies';
import { forLedger } from './for-ledger';
import { asPurchase, giveBack, type Paid, type Payment } from './paid';
import { wasPaid } from './payment';
import { sameAs, timeOf, tellAgain } from './again';
import { isNamed, paymentFinder, strayRefunds, type Stray } from './refunds';
import type { ReadRow } from './table';

/**
 * Under the wallet's one number at another time: the file is masked, or made up, and its numbers tell nothing. They are
 * two purchases, as the lines say.
 */
function isAnother({ payment, stated: fen = 0 }: Payment, { number, purchase }: PaymentLine, ownFen = 0): boolean {
  const [one, other] = [payment.purchase.paidAt, purchase.paidAt];
  const isOneNumber = number !== undefined && number === payment.number;
  if (!isOneNumber || one === undefined || other === undefined) return false;
  return fen > 0 && ownFen > 0 && !isSameMinute(one, other);
}

/** An order of a bill, and the place of the file that told of it first. */
interface Merged {
  purchase: Purchase;
  file: number;
}

/** Where a line stood; an archive is one file of several tables. */
interface Place {
  where: string;
  form: string;
  file: number;
  table: number;
}

/** An archive of as many files is refused. */
const moreThanParts = 1_000;

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
   * same line, of which the one counts that knows more. Attempts that came to nothing are none beside the first.
   */
  const addPayment = (payment: PaymentLine, place: Place) => {
    const { form, file, table } = place;
    const { platform, orderId } = payment.purchase;
    const isPaid = wasPaid(payment.purchase.status, payment.refund);
    const stated = amountOf(payment, place);
    if (payment.refund === 'bad-amount') unread.push({ unread: { where: place.where, reason: 'bad-amount' }, file });
    const number = [...payment.keys, stated, ...(payment.isNumberLost ? [timeOf(payment)] : [])].join(' ');
    const line: Payment = { payment, stated, number, told: { file: table, number } };
    const name = `${form} ${platform} ${orderId}`;
    const first = orders.get(name);
    const own = first && isAnother(first, payment, stated) ? `${name} ${String(payment.purchase.paidAt)}` : name;
    const known = orders.get(own);
    if (!known) return void orders.set(own, { ...line, form, file, back: 0 });
    const same = sameAs(known, line);
    if (same) tellAgain(known, same, line);
    else if (isPaid) (known.others ??= new Map()).set(line.number, line);
  };

  return { orders, addPayment };
}

/** The same line in two files is one; without a number of its own it is told from others of its file by its place. */
function refundNames() {
  const alike = new Map<string, number>();
  return ({ id, amount, at, number }: RefundLine, table: number): string => {
    const name = [id, amount, at].join(' ');
    if (number !== undefined) return name;
    const here = `${String(table)} ${name}`;
    const before = alike.get(here) ?? 0;
    alike.set(here, before + 1);
    return before === 0 ? name : `${name} ${String(before)}`;
  };
}

/**
 * Gathers the lines of bills, in whatever order they stand: a refund comes before its payment in all of them, and may be
 * in another file.
 */
export function billMerger() {
  const unread: Doubt[] = [];
  const { orders, addPayment } = paymentBook(unread);
  const refunds = new Map<string, Stray>();
  const nameOf = refundNames();
  let skipped = 0;

  const add = (row: ReadRow, file = 0): void => {
    if ('account' in row) return;
    if ('unread' in row) return void unread.push({ unread: row.unread, file });
    const { line, form, where, part = 0 } = row;
    const table = file * moreThanParts + part;
    if (line.is === 'payment') addPayment(line, { where, form, file, table });
    else if (line.is === 'refund') refunds.set(nameOf(line, table), { line, form, file: table });
    else skipped += 1;
  };

  /** @returns those that fit no payment */
  const giveAllBack = (): Stray[] => {
    const lines = [...refunds.values()].map(({ line }) => line);
    const paymentOf = paymentFinder(orders.values(), lines);
    const stray: Stray[] = [];
    for (const { line, ...place } of refunds.values()) {
      const paid = paymentOf(line, place.form);
      if (paid) giveBack(paid, line, place);
      else stray.push({ line, ...place });
    }
    return stray;
  };

  return {
    add,
    /** Everything there was, as one file tells it; call it once, at the end. */
    reading: (): Reading<Purchase> => {
      const stray = giveAllBack();
      const found = [...orders.values()].map(asPurchase);
      return { found, unread: unread.map((each) => each.unread), skipped: skipped + stray.length };
    },
    /**
     * The same of several files, for the ledger: with each refund, so that none counts twice, and with the refunds of
     * orders that no file pays. Call it once, at the end.
     */
    ofFiles: () => {
      const stray = giveAllBack();
      const nameless = stray.filter((each) => !isNamed(each)).length;
      const merged: Merged[] = [];
      const alsoIds = alsoIdsOf(orders.values());
      for (const [name, paid] of orders) {
        merged.push({ purchase: forLedger(paid, alsoIds(paid)), file: paid.file });
        orders.delete(name); // of a large bill not both at once
      }
      return { orders: merged, stray: strayRefunds(stray), nameless, unread };
    },
  };
}

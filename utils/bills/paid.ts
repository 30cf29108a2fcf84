import { joinRefunds, numbered } from '../core/purchases';
import type { Purchase, Refund } from '../core/types';
import { areCopies, isSameMinute, type Written } from './copies';
import type { PaymentLine, RefundLine } from './form';
import { wasPaid } from './payment';

/** One payment of an order, as the line tells it that knows most of what came of it. */
export interface Payment {
  payment: PaymentLine;
  /** Fen of the line, paid or not. */
  stated: number | undefined;
  /** Its numbers and amount: the same ones in another file are the same line. */
  number: string;
  /** The place of the file that told it last, among those that are read together, and its `number` there. */
  told: { file: number; number: string };
}

/** Money that came back, of a line of its own. */
interface GivenBack extends Written, Pick<RefundLine, 'id' | 'number'> {
  fen: number;
  form: string;
}

/** What came back of an order; of few anything did. */
export interface Back {
  /** Sum of the refund lines, of the form whose lines tell most. */
  back: number;
  backs?: Map<string, number>;
  refunds?: GivenBack[];
}

/** An order with its first payment, and with what other lines of the bills add to it. */
export interface Paid extends Payment, Back {
  /** The bill's form: another bill of the same order tells of the same payment, and not of a second one. */
  form: string;
  /** The place of its file among those that are read together. */
  file: number;
  /** Payments beside the first by their `number`; few orders have any. */
  others?: Map<string, Payment>;
}

function isGiven({ payment: { purchase, refund } }: Payment): boolean {
  return wasPaid(purchase.status, refund);
}

export function paymentsOf(paid: Paid): readonly Payment[] {
  return paid.others ? [paid, ...paid.others.values()] : [paid];
}

/** An attempt that was closed counts only where nothing was paid, as does the 0.00 at which JD lists what is paid later. */
function counted(paid: Paid): readonly Payment[] {
  const all = paymentsOf(paid);
  if (all.length === 1) return all;
  const given = all.filter(isGiven);
  const real = given.filter(({ stated }) => stated !== 0);
  return [real, given, all].find(({ length }) => length > 0) ?? all;
}

/** The payments that count for the order, where all that count were made. */
export function givenFor(paid: Paid): readonly Payment[] {
  return counted(paid).filter(isGiven);
}

/** What was kept speaks for the order, not what came back whole. */
function leadOf(payments: readonly Payment[]): Payment | undefined {
  return payments.find(({ payment }) => payment.refund !== 'all') ?? payments[0];
}

/** The sum, or nothing where one of them is not known. */
function sumOf(amounts: readonly (number | undefined)[]): number | undefined {
  return amounts.reduce((sum, fen) => (sum === undefined || fen === undefined ? undefined : sum + fen), 0);
}

/** Fen that were paid, before refunds. */
export function paidFen(paid: Paid): number | undefined {
  const payments = counted(paid);
  return payments.every(isGiven) ? sumOf(payments.map(({ stated }) => stated)) : undefined;
}

/** Fen that came back, as the payments' own lines say; undefined where none does, or one in a figure nobody can read. */
function saidBack(payments: readonly Payment[]): number | undefined {
  if (payments.every(({ payment }) => payment.refund === undefined)) return undefined;
  return sumOf(
    payments.map(({ payment: { refund = 0 }, stated }) =>
      refund === 'all' ? stated : refund === 'bad-amount' ? undefined : refund,
    ),
  );
}

/** A line may tell less than there are refunds, as it was written before the last; refunds may be in no file. */
function refundedFen(paid: Paid, payments: readonly Payment[]): number | undefined {
  const said = saidBack(payments);
  return paid.back > (said ?? 0) ? paid.back : said;
}

/** Closed, and another line gives money back for it: it was paid after all, and all of it came back. */
function asPaidBack({ payment: { purchase }, stated }: Payment, back: number): Purchase {
  const { orderedAt, ...rest } = purchase;
  const time = rest.paidAt === undefined && orderedAt !== undefined ? { paidAt: orderedAt } : {};
  return { ...rest, ...time, orderPaidFen: stated ?? back, status: 'refunded' };
}

export function asPurchase(paid: Paid): Purchase {
  const payments = counted(paid);
  const lead = leadOf(payments) ?? paid;
  const { purchase } = lead.payment;
  if (!isGiven(lead)) return paid.back > 0 && purchase.status === 'cancelled' ? asPaidBack(lead, paid.back) : purchase;
  const fen = paidFen(paid);
  const back = refundedFen(paid, payments);
  const isAllBack = payments.every(({ payment }) => payment.refund === 'all');
  const isWhole = isAllBack || (back !== undefined && fen !== undefined && back >= fen && fen > 0);
  const amount = fen === undefined ? {} : { orderPaidFen: fen };
  if (isWhole) return { ...purchase, ...amount, status: 'refunded' };
  return { ...purchase, ...amount, ...(back !== undefined && { refundedFen: back }) };
}

/**
 * Told by two forms it stands twice, and counts once in the sum of each. Two lines of one file are two refunds, unless they
 * have the wallet's one number: JD has none of its own for them, and a table program rounds what others have.
 */
function isSame(one: GivenBack, other: GivenBack): boolean {
  if (one.form !== other.form || one.fen !== other.fen || !isSameMinute(one.at, other.at)) return false;
  if (one.file === other.file) return one.number !== undefined && one.number === other.number;
  return one.id === other.id || areCopies(one, other);
}

/**
 * The ledger tells no more of them apart, and an order of more was made up: a bill full of such orders, each refund compared
 * with a thousand others, held the screen for minutes.
 */
const mostCompared = 100;

/** Adds a refund line to its order, once, however many files tell it. */
export function giveBack(
  order: Back,
  { amount, at, id, numbers, number }: RefundLine,
  { form, file }: Pick<Paid, 'form' | 'file'>,
): void {
  if (typeof amount !== 'number') return;
  const refund: GivenBack = { at, fen: amount, id, numbers, form, file, ...(number !== undefined && { number }) };
  const known = (order.refunds ??= []);
  if (known.length < mostCompared) {
    const same = known.find((each) => isSame(each, refund));
    // What another file's line is a copy of is no other line's of that file
    if (same) return void (same.file = file);
    known.push(refund);
  }
  const sums = (order.backs ??= new Map());
  const sum = (sums.get(form) ?? 0) + amount;
  sums.set(form, sum);
  order.back = Math.max(order.back, sum);
}

/** The refund lines as what the ledger joins with those of other days. */
export function refundsOf({ refunds = [] }: Back): Refund[] | undefined {
  const dated = refunds.flatMap(({ at, fen, form }) => (at !== undefined && fen > 0 ? [{ at, fen, form }] : []));
  return joinRefunds(numbered(dated));
}

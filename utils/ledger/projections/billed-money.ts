import type { PurchaseEvent } from '../../core/events';
import { backIn, joinPayments, paidIn } from '../../core/payments';
import { backFen, isOfWholeOrder, joinRefunds } from '../../core/purchases';
import type { OrderRow } from '../schema';

type Money = Partial<Pick<PurchaseEvent['purchase'], 'orderPaidFen' | 'payments'>>;
type Told = Pick<PurchaseEvent['purchase'], 'status' | 'orderPaidFen' | 'refundedFen' | 'refunds' | 'payments'>;

function mostOf(...amounts: readonly (number | undefined)[]): number | undefined {
  const known = amounts.filter((fen) => fen !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}

/**
 * What was paid for an order of which bills alone tell. Deposit and rest add up, in whatever bills they are; a bill of a
 * part of it, or the 0.00 of what is paid later, takes nothing from what another knows. What came back lifts nothing: more
 * of it than was paid is told twice, or of a payment that no bill has told yet.
 */
export function paidTogether(row: Money, other: Money): Money {
  const payments = joinPayments(row.payments, other.payments);
  const orderPaidFen = mostOf(row.orderPaidFen, other.orderPaidFen, paidIn(payments));
  return { ...(orderPaidFen !== undefined && { orderPaidFen }), ...(payments && { payments }) };
}

/** The same beside a page, which knows the sum better than the bills, unless it stated none and the sum is theirs. */
function paidBeside(row: OrderRow, other: Money): Money {
  const { orderPaidFen: fen } = row;
  const isTheirs = fen === undefined || (!row.isSumStated && fen === paidIn(row.payments));
  const together = paidTogether(row, other);
  return isTheirs ? together : { ...together, orderPaidFen: fen };
}

/**
 * What is told of an order as a whole stands on every line of it: on one that comes later as well. It stands on all others
 * alike, so of a thousand of them only the first is joined.
 */
export function withMoneyOf(row: OrderRow, others: readonly OrderRow[]): OrderRow {
  const payments = joinPayments(row.payments, others.find((each) => each.payments)?.payments);
  const refunds = joinRefunds(row.refunds, others.find((each) => each.refunds)?.refunds);
  const shared = { ...row, ...(payments && { payments }), ...(refunds && { refunds }) };
  if (row.isSumStated || row.status === 'unpaid' || row.status === 'cancelled') return shared;
  const stated = others.find(({ isSumStated }) => isSumStated);
  const told = [row, ...others].map(({ orderPaidFen }) => orderPaidFen);
  const orderPaidFen = stated ? stated.orderPaidFen : mostOf(...told, paidIn(payments));
  const sum = orderPaidFen === undefined ? {} : { orderPaidFen };
  return { ...shared, ...sum, ...(stated && { isSumStated: true as const }) };
}

interface Billed {
  paid: Money;
  refunds: OrderRow['refunds'];
  /** Fen that came back. */
  back: number | undefined;
  status: Told['status'];
  /** The order had come back whole as far as was known, and now more turns out to have been paid: that was a part. */
  isOutgrown: boolean;
}

/** What was paid for an order and what came back of it, after a bill has told of it once more. */
export function billedMoney(row: OrderRow, told: Told): Billed {
  const isBills = isOfWholeOrder(row);
  const paid = isBills ? paidTogether(row, told) : paidBeside(row, told);
  const refunds = joinRefunds(row.refunds, told.refunds);
  const sum = mostOf(backFen(undefined, refunds), backIn(paid.payments));
  const isAllBack = sum !== undefined && sum >= (paid.orderPaidFen ?? Infinity);
  // A part that came back whole is a part of what came back.
  const whole = isBills ? paid.orderPaidFen : paidIn(paid.payments);
  const isPart = told.status === 'refunded' && (told.orderPaidFen ?? Infinity) < (whole ?? 0);
  const status = isAllBack ? 'refunded' : isPart ? 'unknown' : told.status;
  const stated = isPart ? mostOf(told.orderPaidFen, row.refundedFen) : (told.refundedFen ?? row.refundedFen);
  const back = backFen(status === 'refunded' ? stated : mostOf(stated, backIn(paid.payments)), refunds);
  return { paid, refunds, back, status, isOutgrown: !isAllBack && isOutgrown(row, paid) };
}

function isOutgrown(row: OrderRow, { payments }: Money): boolean {
  const known = paidIn(row.payments);
  const isMore = known !== undefined && (paidIn(payments) ?? 0) > known;
  const fen = isOfWholeOrder(row) ? row.orderPaidFen : isMore ? known : undefined;
  const back = mostOf(backFen(undefined, row.refunds), backIn(row.payments)) ?? 0;
  return row.status === 'refunded' && back >= (fen ?? Infinity);
}

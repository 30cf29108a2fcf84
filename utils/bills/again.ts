import { mostPayments } from '../core/payments';
import { billedStatus } from '../core/purchases';
import { areCopies, isLeftOf, isSameMinute, type Written } from './copies';
import type { PaymentLine } from './form';
import type { Paid, Payment } from './paid';

/** A payment that another line tells again: in a file of a later day, or written by a table program. */

/** How far what a line says goes: nothing, an amount, the larger the further, all of it. */
function partBack(refund: PaymentLine['refund']): number {
  return refund === 'all' ? Infinity : typeof refund === 'number' ? refund : refund === undefined ? -1 : 0;
}

/** The same line in a file of a later day, which knows what came of it. */
function isFurther({ payment: known }: Payment, { purchase, refund }: PaymentLine): boolean {
  if (known.refund !== refund) return partBack(refund) > partBack(known.refund);
  const { status } = known.purchase;
  return billedStatus({ status, source: 'bill' }, purchase.status) !== status;
}

export function timeOf({ purchase }: PaymentLine): number | undefined {
  return purchase.paidAt ?? purchase.orderedAt;
}

function asWritten({ payment, stated, told }: Payment): Written {
  return { numbers: payment.keys, fen: stated, at: timeOf(payment), file: told.file };
}

/** What a table program left of a line, or the whole line where that is known already. */
function isWrittenAgain(known: Payment, line: Payment): boolean {
  const isOneLine = known.told.number === line.number && isSameMinute(timeOf(known.payment), timeOf(line.payment));
  return isOneLine || areCopies(asWritten(known), asWritten(line));
}

/** The payment of the order that the line tells of, where one is known. */
export function sameAs(known: Paid, line: Payment): Payment | undefined {
  if (known.number === line.number) return known;
  const { others = new Map<string, Payment>() } = known;
  const same = others.get(line.number);
  // Comparing each of a file's lines with a thousand others held the screen for seconds, between two rests.
  if (same || others.size > mostPayments) return same;
  if (isWrittenAgain(known, line)) return known;
  for (const other of others.values()) if (isWrittenAgain(other, line)) return other;
  return undefined;
}

/** Of the two the one counts that knows more of what came of it, under all the numbers there are. */
export function tellAgain(known: Paid, same: Payment, line: Payment): void {
  const [before, { payment }] = [same.number, line];
  const whole = before !== line.number && isLeftOf(same.payment.keys, payment.keys) ? line : same;
  const isLater = isFurther(same, payment) || (whole === line && !isFurther(line, same.payment));
  const { number: _number, isNumberLost: _isLost, ...told } = (isLater ? line : same).payment;
  const { keys, number, isNumberLost } = whole.payment;
  same.payment = { ...told, keys, ...(number !== undefined && { number }), ...(isNumberLost && { isNumberLost }) };
  same.number = whole.number;
  same.told = line.told;
  if (before === same.number || !known.others?.delete(before)) return;
  known.others.set(same.number, same);
}

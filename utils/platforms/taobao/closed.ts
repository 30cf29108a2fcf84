import { readStatus } from '../../core/status';
import { readTime } from '../../core/time';
import { firstAt, valueAt } from '../places';
import type { Places } from '../places';

/** A refund that a line tells: there was money to give back. */
export const isRefund = (words: unknown): boolean => ['refunded', 'refunding'].includes(readStatus(words) ?? '');

/**
 * 交易关闭 is said of orders that were never paid and of those whose money came back; what shows that one was paid tells
 * them apart. A code leaves no doubt.
 * @returns the word for the latter
 */
export function asGivenBack(word: unknown, isPaid: boolean): '退款成功' | undefined {
  const isClosed = typeof word === 'string' && /交易[关關][闭閉](?!.*未[付支])/.test(word);
  return isClosed && isPaid && readStatus(word) === 'cancelled' ? '退款成功' : undefined;
}

/** Where an order tells what became of it and whether it was paid. */
interface Proofs {
  status: Places;
  /** Each may tell of a refund. */
  lines: readonly Places[];
  paidAt?: Places | undefined;
}

/** The same for the first word of an order that is a status. */
export function givenBackAt(order: unknown, { status, lines, paidAt }: Proofs): '退款成功' | undefined {
  const word = firstAt(order, status, (value) => (readStatus(value) === undefined ? undefined : value));
  const isPaid = firstAt(order, paidAt, readTime) !== undefined;
  return asGivenBack(word, isPaid || lines.some((place) => isRefund(valueAt(order, place))));
}

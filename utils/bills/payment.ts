import { asCount, withoutAbsent } from '../core/decode';
import { isServiceLine } from '../core/service-line';
import type { Purchase, PurchaseStatus } from '../core/types';
import { isNobodyElses, isRounded } from './order-ids';
import { other, type BillLine, type PaymentLine, type RefundLine } from './form';

type Numbers = readonly (string | undefined)[];

interface Payment extends Pick<Purchase, 'platform' | 'title'>, Pick<PaymentLine, 'amount'> {
  /** Absent where the line names none: a line that cannot be told from another is no purchase. */
  orderId: string | undefined;
  shop?: string | undefined;
  refund?: PaymentLine['refund'];
  /** The one time of a form that has one: when it was paid, or when an order was made that never was. */
  at?: number | undefined;
  orderedAt?: number | undefined;
  paidAt?: number | undefined;
  status: PurchaseStatus | undefined;
  keys: Numbers;
  alsoIds?: Numbers;
  number?: string;
}

/** Whether money was ever given: what was closed without any coming back was only an attempt. */
export function wasPaid(status: PurchaseStatus, refund: PaymentLine['refund']): boolean {
  return status !== 'unpaid' && (status !== 'cancelled' || refund !== undefined);
}

/** "示例商品 等3件", "共3件": how many pieces a line says it is for. "等多件" says only that it is more than one. */
function piecesIn(title: string): number | undefined {
  return asCount(/\S\s*[等共]\s*(\d{1,3})\s*件(?:商品)?$/.exec(title)?.[1]);
}

/**
 * A payment as a purchase. A bill line is one piece unless it says otherwise.
 * @returns undefined where the line's number was rounded by a table program, or words stand in its place
 */
export function paymentLine({ orderId, amount, refund, keys, number, at, ...told }: Payment) {
  const { alsoIds = [], status = 'unknown', ...said } = told;
  if (isServiceLine(said.title)) return other;
  if (orderId === undefined) return keys.some(isRounded) ? undefined : other;
  if (/\p{Script=Han}/u.test(orderId)) return undefined;
  const time = at === undefined ? {} : wasPaid(status, refund) ? { paidAt: at } : { orderedAt: at };
  const quantity = piecesIn(said.title) ?? 1;
  const purchase = withoutAbsent<Purchase>({ ...said, ...time, orderId, quantity, status, source: 'bill' });
  const others = known(...alsoIds).filter((id) => id !== orderId && isNobodyElses(id));
  const line: PaymentLine = { is: 'payment', purchase, amount, refund, keys: known(orderId, ...keys), alsoIds: others };
  if (number === '' || isRounded(number)) return { ...line, isNumberLost: true as const };
  return number ? { ...line, number } : line;
}

/** Money that came back; `numbers` are all that the line has, `keys` those of its payment. */
export function refundLine({
  keys,
  numbers,
  number,
  ...said
}: Omit<RefundLine, 'is' | 'keys' | 'id' | 'numbers'> & { keys: Numbers; numbers: Numbers }): BillLine {
  const own = number === undefined || number === '' || isRounded(number) ? {} : { number };
  return { is: 'refund', ...said, ...own, keys: known(...keys), id: numbers.join(' '), numbers: known(...numbers) };
}

function known(...keys: (string | undefined)[]): string[] {
  return [...new Set(keys.filter((key) => key !== undefined && key !== '' && !isRounded(key)))] as string[];
}

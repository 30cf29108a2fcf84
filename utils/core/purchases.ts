import type { Purchase, PurchaseStatus, Refund } from './types';

/** An order was placed up to this long before "seen" and still counts as after it: pages give minutes, our clock gives ms. */
const clockSlackMs = 60_000;

/** Money changed hands and was not given back in full. Unknown is not bought. */
export function countsAsBought(status: PurchaseStatus): boolean {
  switch (status) {
    case 'paid':
    case 'shipped':
    case 'completed':
    case 'refunding':
      return true;
    case 'unpaid':
    case 'refunded':
    case 'cancelled':
    case 'unknown':
      return false;
  }
}

/**
 * True when the order is known to be no older than the moment the item was first seen. An order without a date cannot be
 * told to come from the note, so it is not.
 */
export function isBoughtAfter(orderedAt: number | undefined, seenAt: number): boolean {
  return orderedAt !== undefined && orderedAt + clockSlackMs >= seenAt;
}

/** How far a status is; a bill knows the day it was asked for, so its word moves an order forward and never back. */
const road: readonly PurchaseStatus[] = [
  'unknown',
  'unpaid',
  'paid',
  'shipped',
  'completed',
  'refunding',
  'cancelled',
  'refunded',
];

type Told = Pick<Purchase, 'status' | 'source'>;

/**
 * What is known of an order and what a bill says of it, together. A payment that was closed was only an attempt where the
 * order is known to be paid; an order that its page calls closed was paid back where the bill says that it was paid.
 */
export function billedStatus({ status, source }: Told, billed: PurchaseStatus): PurchaseStatus {
  if (status === 'cancelled' && countsAsBought(billed)) return source === 'page' ? 'refunded' : billed;
  const isAttempt = billed === 'cancelled' || billed === 'unpaid';
  if (isAttempt && countsAsBought(status)) return status;
  return road.indexOf(billed) > road.indexOf(status) ? billed : status;
}

/** Whether money was given for the order, as far as a line tells; what is only on its way may be paid at the door. */
export function isProvenPaid({
  status,
  source,
  paidAt,
  sources = [source],
}: Told & Pick<Purchase, 'paidAt'> & { sources?: Purchase['source'][] }): boolean {
  if (paidAt !== undefined || status === 'completed' || status === 'refunding' || status === 'refunded') return true;
  return sources.includes('bill') && countsAsBought(status);
}

/**
 * Lines of one order that nothing tells apart are one line with the pieces of all: two colours of one thing where the form
 * states no sku. While one of them is kept so is the line. A sku that comes twice is the same line said again.
 */
export function joinAlike(lines: readonly Purchase[]): Purchase[] {
  const joined = new Map<string, Purchase>();
  for (const line of lines) {
    const { platform, orderId, itemId, skuId, title } = line;
    const key = JSON.stringify([platform, orderId, itemId, skuId, title]);
    const other = skuId === undefined ? joined.get(key) : undefined;
    joined.set(key, other ? joinTwo(other, line) : line);
  }
  return [...joined.values()];
}

/** Sums that a form states of one of them are not those of both. */
function joinTwo({ paidFen: _paid, refundedFen: _refunded, ...one }: Purchase, other: Purchase): Purchase {
  const isKept = countsAsBought(one.status) || !countsAsBought(other.status);
  const quantity = (one.quantity ?? 1) + (other.quantity ?? 1);
  return { ...one, quantity, status: isKept ? one.status : other.status };
}

type OrderTimes = Pick<Purchase, 'orderedAt' | 'paidAt'> & { placedAt?: number };

/** When an order was placed, as well as it is known. */
export function orderTime({ orderedAt, paidAt, placedAt }: OrderTimes): number | undefined {
  return orderedAt ?? paidAt ?? placedAt;
}

/** A bill speaks of the whole order, and names no item. */
export function isOfWholeOrder({ source, itemId }: Pick<Purchase, 'source' | 'itemId'>): boolean {
  return source === 'bill' && itemId === undefined;
}

const handSlackMs = 3 * 86_400_000;

/**
 * Purchases of one item, each told once: what the person wrote down by hand gives way to an order of about that day,
 * which a page or a bill tells better.
 */
export function toldOnce<T extends Pick<Purchase, 'source'> & OrderTimes>(lines: readonly T[]): T[] {
  const told = lines.filter(({ source }) => source !== 'user').map((line) => orderTime(line) ?? NaN);
  const isTold = (line: T) => told.some((at) => Math.abs(at - (orderTime(line) ?? NaN)) <= handSlackMs);
  return lines.filter((line) => line.source !== 'user' || !isTold(line));
}

/** Most refunds of one order that are told apart. */
const mostRefunds = 100;

/** Table programs leave the seconds out, and until 2026-11 no form was noted: bills tell one refund some seconds apart. */
const minuteMs = 60_000;

export function inOrder(one: Refund, other: Refund): number {
  const byForm = (one.form ?? '').localeCompare(other.form ?? '', 'en');
  return one.at - other.at || one.fen - other.fen || byForm || (one.no ?? 0) - (other.no ?? 0);
}

export function kindOf({ at, fen, form = '' }: Refund): string {
  return [form, fen, Math.floor(at / minuteMs)].join(' ');
}

/** Tells refunds of one order apart that are of one form, minute and sum: by a number that is the same in all files. */
export function numbered<T extends Refund>(refunds: readonly T[]): T[] {
  const seen = new Map<string, number>();
  return refunds.toSorted(inOrder).map((refund) => {
    const no = seen.get(kindOf(refund)) ?? 0;
    seen.set(kindOf(refund), no + 1);
    return no === 0 ? refund : { ...refund, no };
  });
}

/** Refunds of one order, each as often as there are forms that tell it; of the same one the time counts that has seconds. */
export function joinRefunds(one: readonly Refund[] = [], other: readonly Refund[] = []): Refund[] | undefined {
  const told = new Map<string, Refund>();
  const formless: Refund[] = [];
  const isNear = (refund: Refund) => (each: Refund) =>
    each.fen === refund.fen && Math.abs(each.at - refund.at) < minuteMs;
  for (const refund of [...one, ...other].sort(inOrder)) {
    if (refund.form !== undefined) told.set(`${kindOf(refund)} ${String(refund.no ?? 0)}`, refund);
    else if (!formless.some(isNear(refund))) formless.push(refund);
  }
  const each = [...told.values()];
  const all = [...each, ...formless.filter((refund) => !each.some(isNear(refund)))].sort(inOrder);
  return all.length > 0 ? all.slice(0, mostRefunds) : undefined;
}

/**
 * Fen that came back: what was stated as a whole, or the refunds added up where these are more. The bills of a shop and of
 * a wallet tell the same ones, days apart at times, so that of several forms the one counts that knows most.
 */
export function backFen(stated: number | undefined, refunds: readonly Refund[] = []): number | undefined {
  const sums = new Map<string, number>();
  for (const { form = '', fen } of refunds) sums.set(form, (sums.get(form) ?? 0) + fen);
  const formless = sums.get('') ?? 0;
  sums.delete('');
  const sum = formless + Math.max(0, ...sums.values());
  return sum > (stated ?? 0) ? sum : stated;
}

/** A bill's refund without its payment: it says something only of an order that is known. */
export function isStrayRefund({
  refunds,
  orderPaidFen,
  status,
}: Pick<Purchase, 'refunds' | 'orderPaidFen' | 'status'>) {
  return refunds !== undefined && orderPaidFen === undefined && status === 'unknown';
}

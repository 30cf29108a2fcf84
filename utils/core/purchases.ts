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

/** The bills of a shop and of a wallet tell one refund some seconds apart, and table programs leave the seconds out. */
const sameRefundMs = 60_000;

/** Refunds of one order, each once: the same sum within a minute is the same refund, told by another file. */
export function joinRefunds(one: readonly Refund[] = [], other: readonly Refund[] = []): Refund[] | undefined {
  const each: Refund[] = [];
  for (const refund of [...one, ...other].sort((a, b) => a.at - b.at || a.fen - b.fen))
    if (!each.some(({ at, fen }) => fen === refund.fen && refund.at - at < sameRefundMs)) each.push(refund);
  return each.length > 0 ? each.slice(0, mostRefunds) : undefined;
}

/** Fen that came back: what was stated as a whole, or the refunds added up where these are more. */
export function backFen(stated: number | undefined, refunds: readonly Refund[] = []): number | undefined {
  const sum = refunds.reduce((all, { fen }) => all + fen, 0);
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

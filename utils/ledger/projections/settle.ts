import { billedStatus, countsAsBought, isBoughtAfter, orderTime, toldOnce } from '../../core/purchases';
import type { PurchaseStatus } from '../../core/types';
import type { ItemRow, ItemState, JourneyStep, StepName } from '../../core/rows';
import type { OrderRow } from '../schema';
import { orderSteps } from './order-steps';

/** Steps that happened on pages and are never taken back. */
const sticky: ReadonlySet<StepName> = new Set(['seen', 'clicked', 'landed', 'favourited', 'carted']);

/** What the line and its twin say together, which is a line of a bill. */
export function statusOf(order: OrderRow): PurchaseStatus {
  return order.twin ? billedStatus(order, order.twin.status) : order.status;
}

function statusAtOf(order: OrderRow): number {
  return order.twin && statusOf(order) !== order.status ? order.twin.statusAt : order.statusAt;
}

/** Whether the note the item was seen on, or the link to it that stood on none, can have led to this order. */
export function canComeFromNote(row: ItemRow, order: OrderRow): boolean {
  const seenAt = row.note?.at ?? row.journey.find(({ step }) => step === 'seen')?.at ?? 0;
  return isBoughtAfter(orderTime(order), seenAt);
}

/** Purchases that the note can have led to, oldest first; those given back in full are among them. */
function purchasesOf(row: ItemRow, orders: readonly OrderRow[]): OrderRow[] {
  const isOne = (order: OrderRow) => countsAsBought(statusOf(order)) || statusOf(order) === 'refunded';
  return toldOnce(orders.filter((order) => canComeFromNote(row, order) && isOne(order))).sort(
    (a, b) => (orderTime(a) ?? 0) - (orderTime(b) ?? 0),
  );
}

function evidenceOf({ source }: OrderRow): JourneyStep['evidence'] {
  return source === 'page' ? 'observed' : source === 'bill' ? 'imported' : 'user';
}

function boughtStep(row: ItemRow, purchases: readonly OrderRow[]): JourneyStep | undefined {
  const [order] = purchases;
  if (order) return { step: 'bought', at: orderTime(order) ?? order.firstSeenAt, evidence: evidenceOf(order) };
  return row.mark?.as === 'bought' ? { step: 'bought', at: row.mark.at, evidence: 'user' } : undefined;
}

/** Given back: dated by the reading that first said so, since order pages date the order alone. */
function refundedStep(purchases: readonly OrderRow[]): JourneyStep | undefined {
  const order = purchases.find((each) => statusOf(each) === 'refunded');
  return order && { step: 'refunded', at: statusAtOf(order), evidence: evidenceOf(order) };
}

/** The person's "I gave it back", unless they bought it again after that. */
function returnedStep({ outcome }: ItemRow, bought: JourneyStep | undefined): JourneyStep | undefined {
  if (outcome?.as !== 'refunded' || !bought || bought.at > outcome.at) return undefined;
  return { step: 'refunded', at: outcome.at, evidence: 'user' };
}

/** The person's "drop it", unless they bought it after that. */
function droppedStep(row: ItemRow, bought: JourneyStep | undefined): JourneyStep | undefined {
  if (row.mark?.as !== 'dropped') return undefined;
  const isOverruled = bought !== undefined && bought.at > row.mark.at;
  return isOverruled ? undefined : { step: 'dropped', at: row.mark.at, evidence: 'user' };
}

function savedStep(row: ItemRow): JourneyStep | undefined {
  if (row.savedBy.length === 0 || row.savedAt === undefined) return undefined;
  return { step: 'saved', at: row.savedAt, evidence: row.savedBy[0] === 'item' ? 'user' : 'observed' };
}

function stateOf(steps: ReadonlySet<StepName>, isKept: boolean): ItemState {
  if (steps.has('dropped')) return 'dropped';
  if (isKept) return 'bought';
  if (steps.has('refunded')) return 'refunded';
  if (steps.has('saved')) return 'saved';
  if (steps.has('landed')) return 'visited';
  return steps.has('clicked') ? 'clicked' : 'seen';
}

/**
 * Derives what depends on orders and on the person's word: journey, state and the two indexed times.
 * @param row what was seen, clicked, landed, saved and marked so far
 * @param orders every order line of this item
 */
export function settleItem(row: ItemRow, orders: readonly OrderRow[]): ItemRow {
  const { savedAt: _saved, purchasedAt: _purchased, ...rest } = row;
  const purchases = purchasesOf(row, orders);
  const counted = boughtStep(
    row,
    purchases.filter((order) => countsAsBought(statusOf(order))),
  );
  const bought = boughtStep(row, purchases);
  const returned = returnedStep(row, counted);
  const kept = returned ? undefined : counted;
  const saved = savedStep(row);
  const likely = orders.filter((order) => canComeFromNote(row, order));
  const ordered = orderSteps(likely, evidenceOf);
  const derived = [saved, ...ordered, bought, returned ?? refundedStep(purchases), droppedStep(row, bought)];
  const journey = [...row.journey.filter(({ step }) => sticky.has(step)), ...derived]
    .filter((step) => step !== undefined)
    .sort((a, b) => a.at - b.at);
  return {
    ...rest,
    journey,
    state: stateOf(new Set(journey.map(({ step }) => step)), kept !== undefined),
    ...(saved && { savedAt: saved.at }),
    ...(kept && { purchasedAt: kept.at }),
  };
}

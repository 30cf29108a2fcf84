import { countsAsBought, isBoughtBefore } from '../../core/purchases';
import type { ItemRow, ItemState, JourneyStep, StepName } from '../../core/rows';
import type { OrderRow } from '../schema';

const sticky: ReadonlySet<StepName> = new Set(['seen', 'clicked', 'landed']);

/** Purchases of the item that can have come from the note it was seen on, oldest first. */
function purchasesAfterSeen(row: ItemRow, orders: readonly OrderRow[]): OrderRow[] {
  return orders
    .filter((order) => !isBoughtBefore(order.orderedAt, row.note?.at ?? 0))
    .sort((a, b) => timeOf(a) - timeOf(b));
}

/** When a purchase happened, as well as the page says it. */
function timeOf(order: OrderRow): number {
  return order.orderedAt ?? order.paidAt ?? order.firstSeenAt;
}

function evidenceOf(order: OrderRow): JourneyStep['evidence'] {
  return order.source === 'page' ? 'observed' : order.source === 'bill' ? 'imported' : 'user';
}

function boughtStep(row: ItemRow, orders: readonly OrderRow[]): JourneyStep | undefined {
  const order = orders.find((each) => countsAsBought(each.status));
  if (order) return { step: 'bought', at: timeOf(order), evidence: evidenceOf(order) };
  return row.mark?.as === 'bought' ? { step: 'bought', at: row.mark.at, evidence: 'user' } : undefined;
}

function refundedStep(orders: readonly OrderRow[]): JourneyStep | undefined {
  const order = orders.find((each) => each.status === 'refunded');
  return order && { step: 'refunded', at: timeOf(order), evidence: evidenceOf(order) };
}

function stateOf(row: ItemRow, journey: readonly JourneyStep[]): ItemState {
  const has = (step: StepName) => journey.some((each) => each.step === step);
  if (row.mark?.as === 'dropped') return 'dropped';
  if (has('bought')) return 'bought';
  if (has('refunded')) return 'refunded';
  if (row.savedAt !== undefined) return 'saved';
  if (has('landed')) return 'visited';
  return has('clicked') ? 'clicked' : 'seen';
}

/**
 * Derives what depends on orders and on the person's word: journey, state and the two indexed times.
 * @param row what was seen, clicked, landed, saved and marked so far
 * @param orders every order line of this item
 */
export function settleItem(row: ItemRow, orders: readonly OrderRow[]): ItemRow {
  const { savedAt, purchasedAt: _before, ...rest } = row;
  const after = purchasesAfterSeen(row, orders);
  const bought = boughtStep(row, after);
  const refunded = bought ? undefined : refundedStep(after);
  const saved = row.savedBy.length > 0 && savedAt !== undefined ? savedAt : undefined;
  const journey: JourneyStep[] = row.journey.filter((each) => sticky.has(each.step));
  if (saved !== undefined) {
    journey.push({ step: 'saved', at: saved, evidence: row.savedBy[0] === 'item' ? 'user' : 'observed' });
  }
  for (const step of [bought, refunded]) if (step) journey.push(step);
  if (row.mark?.as === 'dropped') journey.push({ step: 'dropped', at: row.mark.at, evidence: 'user' });
  journey.sort((a, b) => a.at - b.at);
  const settled: ItemRow = {
    ...rest,
    journey,
    ...(saved !== undefined && { savedAt: saved }),
    ...(bought && { purchasedAt: bought.at }),
  };
  return { ...settled, state: stateOf(settled, journey) };
}

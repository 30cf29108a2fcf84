import { countsAsBought, orderTime } from '../../core/purchases';
import type { JourneyStep } from '../../core/rows';
import type { OrderRow } from '../schema';

/**
 * The steps of ordering and paying, where they are known apart from the purchase: an order that was placed and not paid,
 * or whose own page said that it was placed; a time of payment beside that of the order.
 * @param orders those that the note can have led to, whatever became of them
 */
export function orderSteps(
  orders: readonly OrderRow[],
  evidenceOf: (order: OrderRow) => JourneyStep['evidence'],
): JourneyStep[] {
  const isOpen = ({ status }: OrderRow) => status === 'unpaid' || status === 'cancelled';
  const placed = orders.flatMap((order): JourneyStep[] => {
    const at = order.placedAt ?? (isOpen(order) ? orderTime(order) : undefined);
    return at === undefined ? [] : [{ step: 'ordered', at, evidence: evidenceOf(order) }];
  });
  const paid = orders.flatMap((order): JourneyStep[] => {
    const { orderedAt, paidAt, status } = order;
    const isPaid = countsAsBought(status) || status === 'refunded';
    if (!isPaid || orderedAt === undefined || paidAt === undefined) return [];
    return [{ step: 'paid', at: paidAt, evidence: evidenceOf(order) }];
  });
  return [placed, paid].flatMap((steps) => steps.sort((a, b) => a.at - b.at).slice(0, 1));
}

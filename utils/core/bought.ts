import { countsAsBought, orderTime } from './purchases';
import type { ItemRow } from './rows';
import type { Purchase, PurchaseStatus } from './types';

/** An order line of an item, with how many lines its order has. */
export interface BoughtLine extends Pick<
  Purchase,
  'status' | 'quantity' | 'paidFen' | 'orderPaidFen' | 'orderedAt' | 'paidAt'
> {
  placedAt?: number;
  lines: number;
}

/** How a wish became a purchase. */
export interface BoughtFacts {
  boughtAt: number;
  /** From first sight on a note to the order; absent without a note. */
  days?: number;
  /** The first price that the item's page showed. */
  firstFen?: number;
  /** What one piece cost in the end. */
  paidFen?: number;
  /** Of the whole order, where it has other things too and does not say what each cost. */
  orderFen?: number;
}

const dayMs = 86_400_000;

/**
 * Tells of the first purchase after the first sighting, as the journey does.
 * @returns undefined for what was not bought
 */
export function boughtFacts(
  { journey, note, firstPrice }: Pick<ItemRow, 'journey' | 'note' | 'firstPrice'>,
  lines: readonly BoughtLine[],
): BoughtFacts | undefined {
  const bought = journey.find(({ step }) => step === 'bought');
  if (!bought) return undefined;
  const line = lines.filter(isOne).find((each) => orderTime(each) === bought.at);
  return {
    boughtAt: bought.at,
    ...(note && { days: Math.max(0, Math.floor((bought.at - note.at) / dayMs)) }),
    ...(firstPrice && firstPrice.at <= bought.at && { firstFen: firstPrice.fen }),
    ...(line && pricesOf(line)),
  };
}

function isOne({ status }: { status: PurchaseStatus }): boolean {
  return countsAsBought(status) || status === 'refunded';
}

/** The order's total stands on every line of it: it is this line's where there is no other. */
function pricesOf({
  paidFen,
  orderPaidFen,
  quantity = 1,
  lines,
}: BoughtLine): Pick<BoughtFacts, 'paidFen' | 'orderFen'> {
  const paid = paidFen ?? (lines === 1 ? orderPaidFen : undefined);
  if (paid !== undefined && quantity > 0) return { paidFen: Math.round(paid / quantity) };
  return orderPaidFen === undefined ? {} : { orderFen: orderPaidFen };
}

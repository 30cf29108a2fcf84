import type { PurchaseStatus } from './types';

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

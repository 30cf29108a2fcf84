import { type DropReason, dropReasonOf, type ItemRow } from '../core/rows';
import type { NotBought } from '../core/overview';

/** Wishes that became no purchase: why they were dropped, in the person's word, and how those that wait stood last. */
export function notBoughtTally() {
  const dropped = new Map<DropReason | 'unsaid', number>();
  const waiting: NotBought['waiting'] = { soldOut: 0, dearer: 0, cheaper: 0, asSeen: 0 };
  return {
    add(item: ItemRow): void {
      if (item.journey.some(({ step }) => step === 'bought')) return;
      const reason = dropReasonOf(item) ?? 'unsaid';
      if (item.state === 'dropped') dropped.set(reason, (dropped.get(reason) ?? 0) + 1);
      else if (item.savedAt !== undefined) waiting[standingOf(item)] += 1;
    },
    end: (): NotBought => ({
      dropped: [...dropped].map(([reason, items]) => ({ reason, items })).sort(byCount),
      waiting,
    }),
  };
}

/** Where no page told of two prices, nothing is known to have changed. */
function standingOf({ stock, firstPrice, priceFen = firstPrice?.fen }: ItemRow): keyof NotBought['waiting'] {
  if (stock === 'out') return 'soldOut';
  if (firstPrice === undefined || priceFen === undefined || priceFen === firstPrice.fen) return 'asSeen';
  return priceFen > firstPrice.fen ? 'dearer' : 'cheaper';
}

/** The most first, what nobody gave a reason for last. */
function byCount(a: NotBought['dropped'][number], b: NotBought['dropped'][number]): number {
  return Number(a.reason === 'unsaid') - Number(b.reason === 'unsaid') || b.items - a.items;
}

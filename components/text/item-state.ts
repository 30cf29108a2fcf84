import type { ItemState } from '@/utils/core/rows';
import { stepOf, stepWord } from './words';

/** How far an item came, in the words of the step it came to. */
export const itemStateWord: Record<ItemState, () => string> = {
  seen: () => stepWord[stepOf.seen](),
  clicked: () => stepWord[stepOf.clicked](),
  visited: () => stepWord[stepOf.visited](),
  saved: () => stepWord[stepOf.saved](),
  bought: () => stepWord[stepOf.bought](),
  refunded: () => stepWord[stepOf.refunded](),
  dropped: () => stepWord[stepOf.dropped](),
};

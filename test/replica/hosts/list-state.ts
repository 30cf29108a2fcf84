import type { World } from '../types';
import type { ListState } from '../views/taobao-orders';

/** What every list of orders shows: set by the first look at one, so that a reload shows the same. */
export function stateOf(world: World): ListState {
  world.orderedAt ??= world.now();
  return { seenAt: world.orderedAt, refunded: world.refunded === true };
}

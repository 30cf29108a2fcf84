import { Groups } from '../core/groups';
import type { Purchase } from '../core/types';

function namesOf({ platform, orderId, alsoIds = [] }: Purchase): string[] {
  return [orderId, ...alsoIds].map((id) => `${platform} ${id}`);
}

/** What is told of each order, in several forms or of several refunds, in the order in which they are first told of. */
export function groupByOrder(purchases: readonly Purchase[]): Purchase[][] {
  const groups = new Groups();
  const firstNames = purchases.map((purchase) => {
    const [first = '', ...others] = namesOf(purchase);
    for (const other of others) groups.join(other, first);
    return first;
  });
  const orders = new Map<string, Purchase[]>();
  for (const [place, purchase] of purchases.entries()) {
    const name = groups.nameOf(firstNames[place] ?? '');
    const order = orders.get(name);
    if (order) order.push(purchase);
    else orders.set(name, [purchase]);
  }
  return [...orders.values()];
}

/** No message takes more. */
const mostAtOnce = 500;

function cut(order: readonly Purchase[]): Purchase[][] {
  const count = Math.ceil(order.length / mostAtOnce);
  return Array.from({ length: count }, (_part, place) => order.slice(place * mostAtOnce, (place + 1) * mostAtOnce));
}

/** In parts of about as many: what is told of one order stays together, unless a masked number stands for hundreds. */
export function* inParts(orders: readonly Purchase[][], fewest: number): Iterable<Purchase[][]> {
  let part: Purchase[][] = [];
  let size = 0;
  for (const order of orders.flatMap(cut)) {
    if (size > 0 && (size >= fewest || size + order.length > mostAtOnce)) {
      yield part;
      [part, size] = [[], 0];
    }
    part.push(order);
    size += order.length;
  }
  if (part.length > 0) yield part;
}

import { paidFen, type Paid } from './paid';

/** A refund that names no payment: fen, and when. */
interface Back {
  amount: number;
  at: number;
}

function timeOf(paid: Paid): number {
  return paid.payment.purchase.paidAt ?? 0;
}

/**
 * Finds the one payment of a refund that names none, among those of its title: paid before, and enough to give that back.
 * Of several it is the one that the refund gives back whole. A thousand meals of one name may have a thousand refunds, so
 * none looks at each: a tree holds the most that is left of any payment below, in the order in which they were paid.
 */
export function sameTitle(payments: readonly Paid[]): (refund: Back) => Paid | undefined {
  const sorted = payments
    .map((paid) => ({ paid, fen: paidFen(paid) ?? 0, at: timeOf(paid) }))
    .sort((a, b) => a.at - b.at);
  const width = 2 ** Math.ceil(Math.log2(Math.max(1, sorted.length)));
  const most = new Float64Array(2 * width).fill(-Infinity);
  for (const [place, { paid, fen }] of sorted.entries()) most[width + place] = fen - paid.back;
  const update = (node: number) => (most[node] = Math.max(most[2 * node] ?? 0, most[2 * node + 1] ?? 0));
  for (let node = width - 1; node > 0; node -= 1) update(node);
  const untouched = untouchedByFen(sorted);

  /** The first at `from` or later of whom as much is left, as the tree knows it. */
  const leafFrom = (from: number, amount: number): number => {
    let node = width + from;
    while ((most[node] ?? 0) < amount) {
      while (node % 2 === 1) node >>= 1; // right of it there is nothing more below the same node
      if (node === 0) return -1;
      node += 1;
    }
    while (node < width) node = (most[2 * node] ?? 0) >= amount ? 2 * node : 2 * node + 1;
    return node - width;
  };

  /** Refunds that name their payment take from it too, so what the tree holds may be more than is left. */
  const firstFrom = (from: number, { amount, at }: Back): number | undefined => {
    for (let place = from; place < sorted.length;) {
      place = leafFrom(place, amount);
      const found = sorted[place];
      if (!found || found.at > at) return undefined;
      const left = found.fen - found.paid.back;
      if (left >= amount) return place;
      most[width + place] = left;
      for (let node = (width + place) >> 1; node > 0; node >>= 1) update(node);
    }
    return undefined;
  };

  return (refund) => {
    const first = firstFrom(0, refund);
    if (first === undefined) return undefined;
    return firstFrom(first + 1, refund) === undefined ? sorted[first]?.paid : untouched(refund);
  };
}

/** The one payment of just that amount of which nothing came back yet. */
function untouchedByFen(sorted: readonly { paid: Paid; fen: number; at: number }[]) {
  const byFen = new Map<number, Paid[]>();
  for (const { paid, fen } of sorted.toReversed()) {
    const some = byFen.get(fen);
    if (some) some.push(paid);
    else byFen.set(fen, [paid]);
  }
  // The first that was paid stands last: what is taken off there is looked at once
  const take = (some: Paid[]): Paid | undefined => {
    let paid = some.pop();
    while (paid && paid.back !== 0) paid = some.pop();
    return paid;
  };
  return ({ amount, at }: Back): Paid | undefined => {
    const some = byFen.get(amount) ?? [];
    const [first, second] = [take(some), take(some)];
    if (second) some.push(second);
    if (first) some.push(first);
    if (!first || timeOf(first) > at) return undefined;
    return second && timeOf(second) <= at ? undefined : first;
  };
}

import { paymentsOf, type Paid } from './paid';

/** An order of more was made up. */
const mostAlsoIds = 10;

/**
 * The other numbers of each order, by which another form's bill may name it. One that two orders of a form have, as where
 * both were paid at once, tells of neither.
 */
export function alsoIdsOf(orders: Iterable<Paid>): (paid: Paid) => string[] {
  const owners = new Map<string, Paid | 'several'>();
  const own = (paid: Paid, id: string) => {
    const name = `${paid.form} ${id}`;
    const owner = owners.get(name);
    owners.set(name, owner === undefined || owner === paid ? paid : 'several');
  };
  for (const paid of orders) {
    const ids = idsOf(paid);
    if (ids.length > 0) for (const id of [paid.payment.purchase.orderId, ...ids]) own(paid, id);
  }
  return (paid) => idsOf(paid).filter((id) => owners.get(`${paid.form} ${id}`) === paid);
}

function idsOf(paid: Paid): string[] {
  const ids = new Set(paymentsOf(paid).flatMap(({ payment }) => payment.alsoIds));
  return [...ids].slice(0, mostAlsoIds);
}
